"""Limits: how large a file may be, and what reading one may take."""

MB = 1024 * 1024
LARGEST_BYTES = 20 * MB
MOST_ROWS = 200_000
MOST_COLUMNS = 200
LONGEST_CELL = 128 * 1024
LONGEST_LINE = MB
# Rows beside the table's own that are read before counting stops being worth it: titles, notes.
SPARE_ROWS = 1_000
# A larger file is read in a process of its own; a smaller one can do no harm here.
LARGEST_HERE = 256 * 1024

MOST_PARTS = 5_000
MOST_UNPACKED = 300 * MB
MEMORY = 1_536 * MB
SECONDS = 30
CHILDREN = 2
