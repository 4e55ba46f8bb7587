"""Furniture shared by pages: the frame, filters, charts, tables and sentences."""
