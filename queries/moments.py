"""Moments: what a day stands for, and which moment pages show."""

from datetime import date, datetime, time

from data.database import Database


def end_of(day: date) -> datetime:
    """The last moment of a day: what was received on it counts."""
    return datetime.combine(day, time.max)


def now_shown(database: Database) -> datetime:
    """The moment pages show when none is asked for: the end of today, or of the newest event."""
    newest = database.newest_event()
    today = end_of(date.today())
    return today if newest is None else max(today, end_of(newest.date()))
