"""The log: one JSON line each, without what nobody may read, in files that end."""

import json
import logging
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from data.logs import KEPT, Kept, Line, way_out, words

SECRET = "Jo Bloggs, session 4f3a"


def written(program: str, **settings: str) -> tuple[list[dict[str, str]], str]:
    """The lines that a program of its own logs to standard error, and all it wrote there."""
    done = subprocess.run(
        [sys.executable, "-c", f"SECRET = {SECRET!r}\n{program}"],
        capture_output=True, text=True, env={"PYTHONPATH": ".", **settings}, timeout=120,
    )  # fmt: skip
    lines = [line for line in done.stderr.splitlines() if line.startswith("{")]
    return [json.loads(line) for line in lines], done.stderr


EVERYTHING = """
import logging, sys, threading, warnings
early = logging.getLogger("early"); early.propagate = False; early.addHandler(logging.StreamHandler())
from data.logs import begin
begin()
late = logging.getLogger("late"); late.propagate = False; late.addHandler(logging.StreamHandler())
logging.getLogger("coproduction.pages").info("page %s stopped", "maturity")
early.warning("connection from %s closed", SECRET)
late.error(f"cannot read {SECRET}")
late.info("nobody needs this %s", SECRET)
warnings.warn(SECRET)
try: int(SECRET)
except ValueError: logging.getLogger("late").exception("Exception in the application")
def fail(): raise ValueError(SECRET)
thread = threading.Thread(target=fail); thread.start(); thread.join()
class Bad:
    def __del__(self): fail()
Bad()
fail()
"""


def test_every_line_says_when_where_and_what_and_holds_no_value() -> None:
    lines, everything = written(EVERYTHING)
    assert SECRET not in everything and "Bloggs" not in everything
    assert len(everything.splitlines()) == len(lines)
    assert all({"at", "level", "from", "where", "said"} <= set(line) for line in lines)
    assert all(line["at"].endswith("+00:00") for line in lines)
    said = [(line["from"], line["level"], line["said"]) for line in lines]
    assert said == [
        ("coproduction.pages", "info", "page maturity stopped"),
        ("early", "warning", "connection from %s closed"),
        ("late", "error", ""),
        ("py.warnings", "warning", ""),
        ("late", "error", ""),
        ("coproduction.log", "error", "a thread stopped"),
        ("coproduction.log", "error", "a mistake nobody caught"),
        ("coproduction.log", "critical", "the dashboard stopped"),
    ]
    assert [line["mistake"][:13] for line in lines if "mistake" in line] == ["ValueError at"] * 4


def test_of_others_only_words_of_their_own_source_are_written(tmp_path: Path) -> None:
    source = tmp_path / "theirs.py"
    source.write_text("LOG.error('the door ' 'is shut')\nLOG.error(f'shut for {who}')\n")

    def said(message: str, *args: str) -> str:
        return words(logging.LogRecord("theirs", 40, str(source), 1, message, args, None))

    assert said("the door is shut") == "the door is shut"
    assert said(f"shut for {SECRET}") == said(SECRET) == ""
    assert said("shut for %s", SECRET) == "shut for %s"


def test_a_line_stays_one_line_whatever_is_in_it() -> None:
    record = logging.LogRecord(
        "coproduction.x", 20, "a.py", 1, "two\nlines\r\u2028 \x1b[31m", (), None
    )
    line = Line().format(record)
    assert line.isascii() and line.isprintable()
    assert json.loads(line)["said"] == "two\nlines\r\u2028 \x1b[31m"


def test_the_file_is_its_owners_alone_and_the_oldest_goes(tmp_path: Path) -> None:
    handler = Kept(tmp_path / "log", maxBytes=400, backupCount=KEPT, encoding="utf-8")
    handler.setFormatter(Line())
    for number in range(200):
        handler.handle(logging.LogRecord("coproduction.x", 20, "a.py", 1, f"{number}", (), None))
    handler.close()
    files = list(tmp_path.iterdir())
    assert len(files) == KEPT + 1
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert all(file.stat().st_size <= 400 for file in files)
    assert json.loads((tmp_path / "log").read_text().splitlines()[-1])["said"] == "199"


def test_a_file_that_cannot_be_written_is_said_and_the_log_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = way_out(tmp_path / "nowhere" / "log")
    handler.handle(logging.LogRecord("coproduction.x", 20, "a.py", 1, "still here", (), None))
    said = capsys.readouterr().err
    assert "COPRODUCTION_LOG" in said and "still here" in said


def test_the_setting_names_the_file(tmp_path: Path) -> None:
    program = "import logging\nfrom data.logs import begin\nbegin()\n"
    program += "logging.getLogger('coproduction.x').info('here')\n"
    _, errors = written(program, COPRODUCTION_LOG=str(tmp_path / "log"))
    assert errors == ""
    assert json.loads((tmp_path / "log").read_text())["said"] == "here"
