"""python -m data.new_series : go on with a new protection key after the old one was lost.

Counts of people that the old key rounded are closed for good: one count rounded twice, at two
thresholds, would tell more than it should. What is sent for other half-years from now on is
rounded with the new key. Nothing else changes.
"""

import sys
from pathlib import Path

from data.database import put_setting
from data.keys import SERIES, new_key
from data.mistakes import NotReady
from data.opening import open_database
from data.protection import fingerprint
from data.settings import database_path, key_path


def _begin(path: Path) -> None:
    if path.exists():
        raise NotReady(
            f"There is a key in {path}. Move it away first if it is really the wrong one: a lost "
            "key cannot be made again."
        )
    database = open_database(database_path())
    try:
        if database.is_example:
            raise NotReady("The example's key is published; it has no other series.")
        with database.writing() as writer:
            put_setting(writer.cursor, SERIES, fingerprint(new_key(database)))
    finally:
        database.close()


def main() -> int:
    """Start the new series: 0 done, 1 refused with one sentence."""
    path = key_path()
    try:
        _begin(path)
    except NotReady as reason:
        print(reason, file=sys.stderr)
        return 1
    print(f"A new protected series has begun with the key in {path}. Keep a safe copy of it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
