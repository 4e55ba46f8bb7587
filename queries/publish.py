"""python -m queries.publish FOLDER [--as-it-stood-on DAY] : everything the dashboard can say, as files.

Every question at every combination of its listed parameters, as it stands now or stood at the end
of a day, as CSV with a manifest.json, so that anyone can audit what can be learnt from it.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from data.database import Database
from data.mistakes import NotReady
from data.settings import area, database_path, own_lists
from data.start import open_dashboard
from queries.answer import Answer, table_of
from queries.ask import answer, complete
from queries.combinations import combinations
from queries.moments import end_of, now_shown
from queries.question import Question, questions


def _file_name(question: Question, chosen: dict[str, str]) -> str:
    said = json.dumps(chosen, sort_keys=True)
    mark = hashlib.sha256(said.encode()).hexdigest()[:12]
    return f"{question.address}-{mark}.csv" if chosen else f"{question.address}.csv"


def _write(path: Path, found: Answer) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(table_of(found))


def _entry(question: Question, chosen: dict[str, str], found: Answer) -> dict[str, Any]:
    return {
        "file": _file_name(question, chosen),
        "question": question.address,
        "text": question.text,
        "parameters": chosen,
        "columns": [
            {"name": c.name, "kind": c.kind, "from": c.origin, "meaning": c.meaning, "unit": c.unit}
            for c in question.columns
        ],
        "rows": len(found.rows),
        "note": found.note.lines(),
    }


def _write_manifest(
    folder: Path, database: Database, moment: datetime, entries: list[dict[str, Any]]
) -> None:
    manifest = {
        "as_it_stood_at": moment.isoformat(timespec="seconds"),
        "data_version": hashlib.sha256(database.version.encode()).hexdigest()[:16],
        "area": area(),
        "answers": entries,
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def publish(
    database: Database,
    folder: Path,
    chosen_questions: Iterable[Question] | None = None,
    progress: Callable[[str], None] = lambda address: None,
    as_at: datetime | None = None,
) -> int:
    """Write the published set into an empty folder and return how many files it has.

    `progress` is told each question's address as it begins; `as_at` is the moment, now unless given.
    """
    moment, entries = as_at or now_shown(database), []
    for question in questions().values() if chosen_questions is None else chosen_questions:
        progress(question.address)
        for chosen in combinations(database, question):
            found = answer(database, question, complete(database, question, {**chosen, "as_at": moment}))
            _write(folder / _file_name(question, chosen), found)
            entries.append(_entry(question, chosen, found))
    _write_manifest(folder, database, moment, entries)
    return len(entries)


def told(address: str) -> None:
    """Say which question is being answered."""
    print(address, file=sys.stderr)


def main(arguments: list[str] | None = None) -> int:
    """Run the command: 0 written, 1 the database is not ready, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="python -m queries.publish", description=__doc__)
    parser.add_argument("folder", type=Path, help="a new or empty folder")
    parser.add_argument("--as-it-stood-on", type=date.fromisoformat, metavar="DAY", help="like 2026-05-14")
    asked = parser.parse_args(arguments)
    folder, day = asked.folder, asked.as_it_stood_on
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print(f"{folder} is not an empty folder. Name a new one.", file=sys.stderr)
        return 2
    try:
        database = open_dashboard(database_path(), own_lists())
    except NotReady as reason:
        print(reason, file=sys.stderr)
        return 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        count = publish(database, folder, progress=told, as_at=end_of(day) if day else None)
    finally:
        database.close()
    print(f"Wrote {count} answers and manifest.json to {folder}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
