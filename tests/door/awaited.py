"""Waiting for what is asynchronous in a test, whatever ran in its process before."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Found = TypeVar("Found")


def awaited(asked: Coroutine[Any, Any, Found]) -> Found:
    """What the coroutine gives, run in a thread: a browser test may have left a loop running here."""
    with ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(asyncio.run, asked).result()
