"""The log: one line of JSON each, never a cell, a claim, a session's id or a secret.

`begin()` is called once, when everything is imported (server.py's lifespan). Loggers named after our
floors, or "coproduction.", are ours: their words are written. What a package says may hold an
address or a value, so of that only its name, its line and words that stand in its source are written,
gaps left open; of every mistake, its kind and the line it came from.
"""

import ast
import json
import logging
import os
import sys
import threading
from datetime import UTC, datetime
from functools import cache
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from data.settings import log_path

LARGEST = 5_000_000
KEPT = 9
OURS = ("briefing", "coproduction", "data", "door", "pages", "queries")
LOG = logging.getLogger("coproduction.log")
UNWRITABLE = (
    "The file that COPRODUCTION_LOG names cannot be written ({}), so the log goes to standard error: "
    "let the dashboard's own user write there, or name another file, and start it again."
)


class Line(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line: when, how grave, which part, where in the code, what, and what went wrong."""
        said = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "where": f"{record.filename}:{record.lineno}",
            "said": words(record),
        }
        if record.exc_info and record.exc_info[1]:
            said["mistake"] = whereabouts(record.exc_info[1])
        return json.dumps(said)


def ours(record: logging.LogRecord) -> bool:
    """Whether this project said it."""
    return record.name.split(".")[0] in OURS


def words(record: logging.LogRecord) -> str:
    """What may be written of what was said: ours in full, of others what stands in their source."""
    if ours(record):
        return record.getMessage()
    said = record.msg if isinstance(record.msg, str) else ""
    return said if record.args or said in fixed_texts(record.pathname) else ""


@cache
def fixed_texts(source: str) -> frozenset[str]:
    """The texts that stand in a file of code as they are; none where it cannot be read."""
    try:
        nodes = ast.walk(ast.parse(Path(source).read_text(encoding="utf-8")))
    except (OSError, SyntaxError, ValueError):
        return frozenset()
    values = (node.value for node in nodes if isinstance(node, ast.Constant))
    return frozenset(value for value in values if isinstance(value, str))


def whereabouts(mistake: BaseException) -> str:
    """The kind of a mistake and the line it came from; not its message, which may hold a cell."""
    step = mistake.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    where = f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step else "unknown"
    return f"{type(mistake).__name__} at {where}"


def worth_keeping(record: logging.LogRecord) -> bool:
    """Whether a record is kept: all of ours, of others warnings and worse."""
    return ours(record) or record.levelno >= logging.WARNING


class Kept(RotatingFileHandler):
    """A file only its owner can read, put aside when it is full; the oldest goes."""

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return open(handle, "a", encoding="utf-8")


class Quiet(logging.Logger):
    """A logger made later: it has no way out of its own, and what it says goes to the one log."""

    @property
    def propagate(self) -> bool:  # type: ignore[override]
        """Always, whatever a package sets."""
        return True

    @propagate.setter
    def propagate(self, value: bool) -> None:
        """Nothing is changed."""

    def addHandler(self, handler: logging.Handler) -> None:  # noqa: N802
        """Nothing is added."""


def begin(path: Path | None = None) -> None:
    """Send everything that any part says to one place, and uncaught mistakes too.

    `path`: the file, or None for the one the setting names (standard error when it names none).
    """
    logging.raiseExceptions = False
    logging.setLoggerClass(Quiet)
    logging.captureWarnings(True)
    for name in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    logging.root.setLevel(logging.INFO)
    logging.root.handlers[:] = [way_out(path or log_path())]
    sys.excepthook = uncaught
    threading.excepthook = lambda thread: LOG.error("a thread stopped", exc_info=thread.exc_value)
    sys.unraisablehook = lambda one: LOG.error("a mistake nobody caught", exc_info=one.exc_value)


def way_out(path: Path | None) -> logging.Handler:
    """Where lines go: the file, or standard error when there is none or it cannot be written."""
    handler: logging.Handler = logging.StreamHandler(sys.stderr)
    try:
        if path is not None:
            handler = Kept(path, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    except OSError as mistake:
        print(UNWRITABLE.format(type(mistake).__name__), file=sys.stderr)
    handler.setFormatter(Line())
    handler.addFilter(worth_keeping)
    return handler


def uncaught(
    kind: type[BaseException], mistake: BaseException, trace: TracebackType | None
) -> None:
    """One line for what ends the process."""
    LOG.critical("the dashboard stopped", exc_info=mistake)
