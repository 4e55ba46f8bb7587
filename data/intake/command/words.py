"""The words the command takes, and what --help says of them."""

import argparse
from pathlib import Path

from data.command_line import Parser, ask_minutes, ask_nobody_recognised, ask_wait
from data.mistakes import WrongUse
from data.schema import return_schemas

DESCRIPTION = """Send returns without a browser.

  check FILE       what sending the file would do; changes no return
  send FILE        send it
  withdraw UPLOAD  take an upload back: what it replaced counts again
  restore UPLOAD   bring a withdrawn upload back
  history          every upload, newest first
  erase UPLOAD     remove an upload's file and rows for good
  erase-note       remove a note for good from every upload that ever held it
  show             the rows of a return that count now, as CSV

Exit 0: loaded, partial or already sent (check: would be). 1: refused, or the database cannot be
used. 2: wrong use.

While the dashboard runs it carries the command out itself, for a caller that runs as its own user: a
feed needs no hour of its own. Files are read by the caller, so a path means what it means in the
caller's folder. Where another program has the database open, and on Windows the dashboard too, a
command waits (--wait, usually 20 seconds), then says so and exits 1: nothing was changed.
"""
JSON = """With --json one line of JSON is printed:
  {"status": "loaded|partial|rejected|already", "return": ..., "upload": ..., "rows": n,
   "rows_left_out": n, "problems": [{"file", "line", "excel_row", "column", "value", "message",
   "severity": "must_fix|please_check"}], "error": one sentence or null}
partial: sent with rows left out (--good-rows); "problems" has what is to be put right in those too.
withdraw, restore and erase: {"status", "upload", "error", "note": what to do next, or null}.
A workbook with several returns is sent all or none: the object then says what became of the whole,
with "return" and "upload" null, "rows" of all and every problem, and has "files", a list of such
objects, one a return, each with its "file"; there a status may also be "held back" (nothing is wrong
with it, another was refused) or "untouched" (a sheet without answers). check gives no number, and
does not say "already" of a return that counts people, because trying counts must not tell what was
sent.
"""
SHOW = """Counts of people are written as they were sent, not rounded: for whoever runs the server only.
The text is literal, for machines: a spreadsheet that opens it may run a cell as a formula.
Sent back as it is, it is "already sent". A participation file holds one directorate and one unit: write
one with --only directorate=CODE --only unit=UNIT."""
ERASE = """The file, its rows and their protected counts are removed and the database file is written
anew, so that it holds no trace of them, and so are the two slots of the backups; dated backups hold it
until they go, and the answer says when. The history keeps a stub: number, fingerprint,
counts of rows, who and why. What the upload had replaced counts again. This cannot be undone."""

ERASE_NOTE = """The word "Erased" stands in its place in every upload that ever held it, and the files that
brought it are removed; their rows stay. The database file and both slots of the backups are written anew,
dated backups go after four weeks. For example:
  python -m data.intake erase-note --return maturity --field evidence --only project_id=ACH-1 \
      --only "period=2026-27 H1" --reason "names a person" """


def read_words(words: list[str]) -> argparse.Namespace:
    """The command's words, read. Raises WrongUse with one sentence where they are not as offered."""
    return _parser().parse_args(words)


def _parser() -> Parser:
    parser = Parser("python -m data.intake", DESCRIPTION, JSON)
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", parser_class=Parser)
    for act, help_ in (("check", "What sending would do."), ("send", "Send a file.")):
        _take_file(acts.add_parser(act, description=help_, epilog=JSON))
    for act, more in (("withdraw", ""), ("restore", ""), ("erase", ERASE)):
        _take_upload(acts.add_parser(act, description=f"{act.capitalize()} an upload.", epilog=more))
    history = acts.add_parser("history", description="Every upload, newest first.")
    history.add_argument("--return", dest="return_name", choices=return_schemas())
    history.add_argument("--json", action="store_true", help="as a JSON list")
    show = acts.add_parser("show", description="The rows that count now, as CSV.", epilog=SHOW)
    show.add_argument("--return", dest="return_name", choices=return_schemas(), required=True)
    show.add_argument("--only", action="append", default=[], metavar="COLUMN=VALUE", type=_only)
    _take_note(acts.add_parser("erase-note", description="Erase a note.", epilog=ERASE_NOTE))
    for act in acts.choices.values():
        ask_wait(act)
    return parser


def _take_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a .csv, .txt or .xlsx file")
    parser.add_argument("--return", dest="return_name", choices=return_schemas(), help="which return it is")
    parser.add_argument("--match", action="append", default=[], metavar="HEADER=COLUMN", type=_match,
                        help="which column a header means; HEADER=- leaves it out; a sending "
                        "remembers it for the next")  # fmt: skip
    parser.add_argument("--good-rows", action="store_true", help="leave out rows to be put right")
    parser.add_argument("--agreed-by", metavar="ROLE", help="the job title that agreed it")
    ask_minutes(parser)
    ask_nobody_recognised(parser)
    parser.add_argument("--reason", help="why a half-year that is final is corrected")
    parser.add_argument("--json", action="store_true", help="say what happened as JSON")


def _take_upload(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("upload", type=int, metavar="UPLOAD", help="its number in the history")
    parser.add_argument("--reason", required=True, help="why, in a line")
    parser.add_argument("--by", metavar="ROLE", help="the job title that decided it")
    parser.add_argument("--json", action="store_true", help="say what happened as JSON")


def _take_note(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--return", dest="return_name", choices=return_schemas(), required=True)
    parser.add_argument("--field", required=True, help="the column that holds the note")
    parser.add_argument("--only", action="append", default=[], metavar="COLUMN=VALUE", type=_only,
                        help="names the row: once for each column of the return's key")  # fmt: skip
    parser.add_argument("--reason", required=True, help="why, in a line")
    parser.add_argument("--json", action="store_true", help="say what happened as JSON")


def _match(text: str) -> tuple[str, str | None]:
    heading, equals, column = text.rpartition("=")
    known = {name for schema in return_schemas().values() for name in schema.field_names}
    column = column.strip()
    if not equals or not heading.strip() or (column not in known and column not in ("", "-")):
        raise argparse.ArgumentTypeError(
            f"“{text}” is no header and column; write for example --match “Project Ref=project_id”"
        )
    return heading.strip(), column if column in known else None


def _only(text: str) -> tuple[str, str]:
    column, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"“{text}” is no column and value; write directorate=ACH")
    return column, value


def refuse_unknown(column: str, return_name: str) -> None:
    """Raise WrongUse for a column that rows in force cannot be chosen by."""
    known = return_schemas()[return_name].slice
    if column not in known:
        raise WrongUse(f"--only takes {' or '.join(known)} for {return_name}, not “{column}”. Correct it.")
