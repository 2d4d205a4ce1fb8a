"""Seen Online: check on your own computer what anyone can find out about you."""

__version__ = "0.1.0"
