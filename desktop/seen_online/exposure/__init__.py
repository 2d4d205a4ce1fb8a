"""What a text gives away about a person, one file a kind of detail."""
