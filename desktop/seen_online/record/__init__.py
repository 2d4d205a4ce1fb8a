"""The sealed record on this computer."""
