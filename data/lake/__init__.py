"""The lake: what many machines share, a catalogue in PostgreSQL and Parquet files in one folder.

Nothing here is imported, and none of its packages wanted, unless the settings name a lake.
"""
