"""Which results are about the same person, and which are likely the one who asks."""
