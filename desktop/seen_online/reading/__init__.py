"""A public page or a dropped file, fetched safely, as plain text."""
