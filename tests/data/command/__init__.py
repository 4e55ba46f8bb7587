"""Tests of the command that sends returns without a browser."""
