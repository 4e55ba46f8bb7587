"""Reading: what a file is, its tables, and a corpus of polluted files with known answers."""
