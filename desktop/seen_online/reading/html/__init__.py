"""Reading HTML: what a visitor sees, then all that is there but unseen."""
