"""Tests of the house itself: its floors, its style, and that every question says what it is.

Each rule is a function that takes a root folder and returns the breaches it finds. It is called
on the project, where there are none, and on a small folder with one breach, where there is one.
"""
