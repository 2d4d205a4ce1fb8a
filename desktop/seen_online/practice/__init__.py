"""A made-up person and her made-up web, served on loopback, for a first try and for training."""
