"""Tests of the middle floor: every answer is right, frozen, and true to its header."""
