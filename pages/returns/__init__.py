"""Returns: what is due, sending, and what was sent."""
