"""What stands in the window until a record is open: the first choice, the ways in, and what keeps one out."""
