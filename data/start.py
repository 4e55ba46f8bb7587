"""Starting: the database opened with its lists and key in order, the example made on first run."""

import os
import tempfile
from datetime import datetime
from pathlib import Path

from data.behind import is_there
from data.changes.days import see_to_days
from data.damage import not_made
from data.database import Database
from data.deliveries import LISTS, deliveries_in
from data.example.council import write_council
from data.intake import Delivery, take_in
from data.keys import check_key
from data.ledger import begin, refuse_missing
from data.lists import install_lists, lists_needed, refuse_other_kind
from data.mistakes import NotReady
from data.opening import define_views, open_database


def open_ready(path: Path, own: Path | None = None, delivered: Path | None = None) -> Database:
    """The database at `path` with its lists, views and key in order; the caller closes it.

    `own` is a council's folder of lists, `delivered` one that came with the example. Raises
    NotReady with one sentence when anything stands in the way, and where there is no file and its
    ledger knows that there was one. What the file itself lacks is its `loss`.
    """
    refuse_missing(path)
    database = open_database(path)
    try:
        if own and delivered:
            refuse_other_kind(own, delivered)
        needed = (delivered, "delivered") if delivered and not own else lists_needed(database, own)
        if needed is not None:
            install_lists(database, *needed)
        with database.writing() as writer:
            see_to_days(writer.cursor)
            define_views(writer.cursor)
        check_key(database)
        begin(database)
    except BaseException:
        database.close()
        raise
    return database


def make_example(path: Path, seed: int = 1, scale: int = 1) -> None:
    """Make the example council's database at `path`, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix="making-example-") as folder:
        returns, file = Path(folder, "returns"), Path(folder, path.name)
        write_council(returns, seed, scale)
        database = open_ready(file, delivered=returns / LISTS if scale > 1 else None)
        try:
            usual = Delivery(datetime.now())
            outcome = take_in(database, deliveries_in([returns], usual, dated=True))
        finally:
            database.close()
        if outcome.status != "loaded":
            raise NotReady(f"The example could not be made: {outcome.problems[0]}")
        os.replace(file, path)


def open_dashboard(path: Path, own: Path | None) -> Database:
    """The dashboard's database, made from the example when there is none and no council's lists."""
    if not is_there(path) and own is None:
        refuse_missing(path)
        try:
            make_example(path)
        except OSError as error:
            raise NotReady(not_made(path, error)) from None
    return open_ready(path, own)
