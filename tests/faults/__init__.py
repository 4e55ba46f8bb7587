"""Faults: kills, damaged files, full disks, many at once. Each must end in a sentence and lose nothing."""
