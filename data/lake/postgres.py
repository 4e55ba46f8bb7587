"""PostgreSQL, reached: its driver where it is installed, and what it would not do said in a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from data.lake.words import Unreachable, not_installed, not_opened
from data.mistakes import NotReady

PATIENCE = 120
KEEP_ALIVE = {"keepalives": 1, "keepalives_idle": 20, "keepalives_interval": 10, "keepalives_count": 3}


def driver() -> Any:
    """What speaks to PostgreSQL. Raises NotReady where it is not installed."""
    try:
        import psycopg
    except ImportError:
        raise not_installed() from None
    return psycopg


def connected(address: str) -> Any:
    """A connection on which each statement counts at once. Raises Unreachable where none answers."""
    with told():
        return driver().connect(address, autocommit=True, connect_timeout=10, **KEEP_ALIVE)


@contextmanager
def told() -> Iterator[None]:
    """Say in a sentence what PostgreSQL would not do."""
    psycopg = driver()
    try:
        yield
    except psycopg.errors.LockNotAvailable:
        raise NotReady(
            f"Another machine has been writing for {PATIENCE} seconds, so nothing was sent. Do it again in a "
            "while."
        ) from None
    except psycopg.OperationalError:
        raise Unreachable from None
    except psycopg.Error as error:
        raise not_opened(type(error).__name__) from None
