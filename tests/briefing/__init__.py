"""Briefings: every file says what the screen says, and nothing in it runs."""
