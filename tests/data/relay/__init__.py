"""Tests of commands that the dashboard carries out."""
