"""Things to consider: loading them, and the person's answers."""
