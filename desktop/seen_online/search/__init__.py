"""Asking the public web for the person's name, honestly: queries, engines, the run, merged results."""
