"""Tests: claims about the dashboard."""
