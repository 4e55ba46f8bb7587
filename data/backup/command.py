"""The command python -m data.backup: make, list, verify and restore."""

import argparse
import json
import sys
from datetime import date
from typing import Any

from data.access import COMMAND as COMMAND_LINE
from data.audit import note
from data.backup.checking import verify
from data.backup.kept import Backup, kept, named
from data.backup.making import make
from data.backup.restoring import restore
from data.backup.words import read_words
from data.behind import is_there
from data.caller import Caller
from data.command_line import Attempt
from data.damage import InUse
from data.database import Database
from data.in_words import many
from data.intake.shown import visible
from data.mistakes import NotReady
from data.relay.command import Command, run
from data.settings import backups_folder, database_path, own_lists
from data.start import open_ready

Said = tuple[dict[str, Any], str]


def _opened(asked: argparse.Namespace) -> Database | None:
    """The database where the act needs it open; one that is damaged or missing can be put back."""
    if asked.act in ("list", "verify") or (asked.act == "restore" and not is_there(database_path())):
        return None
    try:
        return open_ready(database_path(), own_lists())
    except InUse:
        raise
    except NotReady:
        if asked.act == "make":
            raise
        return None


def _make(asked: argparse.Namespace, database: Database) -> Said:
    backup = make(database, date.today().isoformat() if asked.dated else None)
    note(database, COMMAND_LINE, "backup made", backup.name)
    return _record(backup), (
        f"Backup {backup.name} is made and holds what the database holds, {many(backup.uploads, 'upload')}: "
        f"{backup.path}"
    )


def _list(_asked: argparse.Namespace, _database: Database | None) -> Said:
    found = kept(database_path())
    words = "\n".join(map(_line, found)) or f"There is no backup in {backups_folder(database_path())}."
    return {"backups": [_record(each) for each in found]}, words


def _verify(asked: argparse.Namespace, _database: Database | None) -> Said:
    path = database_path()
    found = [named(path, asked.name)] if asked.name else kept(path)
    if not found:
        raise NotReady(f"There is no backup in {backups_folder(path)}. Make one: python -m data.backup make.")
    wrong = {each.name: verify(each) for each in found}
    words = [wrong[each.name] or f"{each.name} is whole." for each in found]
    if any(wrong.values()):
        raise NotReady("\n".join(words))
    return {"backups": [_record(each) for each in found]}, "\n".join(words)


def _restore(asked: argparse.Namespace, database: Database | None) -> Said:
    path = database_path()
    done = restore(path, named(path, asked.name), database, asked.reason)
    words = [f"Backup {done.name} is put back as {path}."]
    if done.aside:
        words.append(f"What was there lies in {done.aside} and goes after some weeks.")
    if done.erased_again:
        words.append(f"Erased again: {', '.join(f'upload {each}' for each in done.erased_again)}.")
    words.append(f"Not in it: {done.lost}. Send that again." if done.lost else "Nothing sent is missing.")
    record = {"restored": done.name, "aside": str(done.aside) if done.aside else None,
              "erased_again": list(done.erased_again), "lost": done.lost}  # fmt: skip
    return record, "\n".join(words)


ACTS = {"make": _make, "list": _list, "verify": _verify, "restore": _restore}


def _act(asked: argparse.Namespace, database: Any, _caller: Caller) -> Said:
    return ACTS[asked.act](asked, database)


def _record(backup: Backup) -> dict[str, Any]:
    return {"name": backup.name, "made_at": backup.made_at, "file": str(backup.path),
            "uploads": backup.uploads, "size": backup.size, "says": backup.says,
            "erased_since": list(backup.erased_since)}  # fmt: skip


def _line(backup: Backup) -> str:
    erased = ", ".join(map(str, backup.erased_since))
    return "  ".join(
        [f"{backup.name:16}", f"{backup.moment:%Y-%m-%d %H:%M}", many(backup.uploads, "upload"),
         f"{backup.size / 1e6:,.1f} MB", backup.says, *([f"Still holds: {erased}."] if erased else [])]
    )  # fmt: skip


def _say(attempt: Attempt[Any], words: list[str], caller: Caller) -> int:
    record, told = attempt.done or ({}, "")
    if "--json" in words:
        caller.say(json.dumps({**record, "error": attempt.error}))
    elif attempt.error:
        caller.say(visible(attempt.error), wrong=True)
    else:
        caller.say(visible(told))
    return attempt.code


COMMAND = Command(read_words, _act, _say, "It stopped and nothing was changed", _opened)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code. Every failure is said in one sentence."""
    return run("data.backup", COMMAND, sys.argv[1:] if arguments is None else arguments)
