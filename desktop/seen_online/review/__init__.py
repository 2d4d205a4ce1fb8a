"""The self-check itself: verdicts, actions, the table of details, comparison of two checks."""
