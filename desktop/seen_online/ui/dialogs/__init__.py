"""Windows that open over a page."""
