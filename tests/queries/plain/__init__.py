"""The figures worked out a second way: slowly, in plain Python, from the CSV files alone."""
