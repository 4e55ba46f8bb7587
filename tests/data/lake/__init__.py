"""Tests of a lake that several machines share, with a real PostgreSQL."""
