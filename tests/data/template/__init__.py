"""Tests of the template: what it holds, what it never holds, and how it looks in a spreadsheet."""
