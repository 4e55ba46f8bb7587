"""Tests of the audit: every line that is altered, removed or moved is named."""
