"""What the person takes with them, and its formats."""
