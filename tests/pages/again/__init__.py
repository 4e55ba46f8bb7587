"""Sentences read again: every number and every comparison in them, worked out from what was sent."""
