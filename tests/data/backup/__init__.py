"""Tests of backups: made in use, verified, put back."""
