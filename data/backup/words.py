"""The words of python -m data.backup, and what --help says of them."""

import argparse

from data.backup.making import KEPT_DAYS
from data.command_line import Parser, ask_wait

DESCRIPTION = f"""Keep copies of the database, and put one back.

  make            a backup of everything sent so far, compared with the database
  list            every backup, newest first
  verify [NAME]   open a backup, or all, and compare each with what it held when it was made
  restore NAME    put one back; the file that was there is moved aside

Nobody needs to stop the dashboard: while it runs it carries these out itself, and makes backups by
itself: one of two slots an hour after a change, and one a day that is kept for {KEPT_DAYS} days.

Exit 0: done, or whole. 1: not done, or not whole. 2: wrong use.
"""
RESTORE = """The backup is verified first. Uploads that were erased since it was made are erased again.
What was sent since and is not in it is named, and noted as known to be lost: send it again."""


def read_words(words: list[str]) -> argparse.Namespace:
    """The command's words, read. Raises WrongUse with one sentence where they are not as offered."""
    parser = Parser("python -m data.backup", DESCRIPTION)
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", parser_class=Parser)
    making = acts.add_parser("make", description="Make a backup.")
    making.add_argument("--dated", action="store_true", help="under today's date, kept for some weeks")
    acts.add_parser("list", description="Every backup, newest first.")
    verifying = acts.add_parser("verify", description="Open backups and compare them.")
    verifying.add_argument("name", nargs="?", metavar="NAME", help="one backup (usual: all)")
    restoring = acts.add_parser("restore", description="Put a backup back.", epilog=RESTORE)
    restoring.add_argument("name", metavar="NAME", help="as list names it")
    restoring.add_argument("--reason", required=True, help="why, in a line")
    for act in acts.choices.values():
        act.add_argument("--json", action="store_true", help="say what happened as JSON")
        ask_wait(act)
    return parser.parse_args(words)
