"""python -m data.new_series : go on with a new protection key after the old one was lost.

Counts of people that the old key rounded are no longer shown; they come back one return at a
time, as returns are sent again. Nothing else changes.
"""

import sys

from data.database import put_setting
from data.keys import SERIES
from data.mistakes import NotReady
from data.opening import open_database
from data.protection import fingerprint, make_key
from data.settings import database_path, key_path


def main() -> int:
    """Start the new series: 0 done, 1 refused with one sentence."""
    path = key_path()
    if path.exists():
        print(
            f"There is a key in {path}. Move it away first if it is really the wrong one: a lost "
            "key cannot be made again.",
            file=sys.stderr,
        )
        return 1
    try:
        database = open_database(database_path())
    except NotReady as reason:
        print(reason, file=sys.stderr)
        return 1
    try:
        if database.is_example:
            print("The example's key is published; it has no other series.", file=sys.stderr)
            return 1
        with database.writing() as writer:
            put_setting(writer.cursor, SERIES, fingerprint(make_key(path)))
    finally:
        database.close()
    print(f"A new protected series has begun with the key in {path}. Keep a safe copy of it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
