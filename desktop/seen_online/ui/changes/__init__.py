"""A second check in the window: what changed since the last one, over time, and when to look again."""
