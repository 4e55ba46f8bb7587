"""Whatever a file holds, reading ends within seconds and bounded memory, with one sentence."""

import io
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from data.reading import LARGEST_BYTES, Unreadable, child, limits, read
from data.reading.limits import MB
from data.schema import vocabulary
from tests.data.reading.clean import PROJECTS
from tests.data.reading.written import as_text, as_workbook

HEAD = b"directorate,period,unit,characteristic,category,count\n"
ROW = b"ACH,2026-27 H1,people,sex,female,12\n"
MEASURED = (
    "import sys; from data.reading import apart; code = apart.main(); "
    "peak = open('/proc/self/status').read().partition('VmHWM:')[2].split()[0]; "
    "print(peak, file=sys.stderr); sys.exit(code)"
)


def bomb(size: int, cell: bytes = b"") -> bytes:
    """A small workbook that unpacks to `size` bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_workbook(PROJECTS))) as old:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
            for part in old.namelist():
                text = old.read(part)
                if part.endswith("sheet1.xml"):
                    text = text.replace(b"</sheetData>", cell + b"</sheetData>" + b" " * size)
                new.writestr(part, text)
    return file.getvalue()


FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
LARGE: dict[str, Callable[[], bytes]] = {
    "one endless line": lambda: b"x" * 20_000_000,
    "one line of commas": lambda: b"," * 20_000_000,
    "two million quotes": lambda: b'"' * 2_000_000,
    "two million quoted line breaks": lambda: HEAD + b'"a\n' * 2_000_000,
    "half a million pairs of quotes": lambda: HEAD + b'""' * 500_000 + b"\n" + ROW,
    "5,000 columns": lambda: b",".join(b"c%d" % each for each in range(5000)) + b"\n" + b"1," * 5000,
    "rows by the million": lambda: HEAD + b"1\n" * 3_000_000,
    "a row too many": lambda: HEAD + ROW * 200_001,
    "over 20 MB": lambda: b"a,b\n" * 6_000_000,
    "a bomb": lambda: bomb(301 * MB),
    "a bomb that fits": lambda: bomb(100 * MB, FAR),
    "a cell at the end of the earth": lambda: bomb(0, FAR),
}


@pytest.mark.parametrize("made", LARGE.values(), ids=LARGE)
def test_what_is_too_much_is_refused_in_seconds(made: Callable[[], bytes]) -> None:
    content = made()
    began = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        read("file.csv", content, vocabulary())
    assert time.monotonic() - began < 15
    message = refused.value.problem.message
    assert message.endswith(".") and "\n" not in message and len(message) < 250


@pytest.mark.parametrize("name", ["one line of commas", "a row too many", "a bomb that fits"])
def test_memory_is_bounded(name: str) -> None:
    question = json.dumps({"name": "x", "headings": ["count"]}).encode() + b"\n" + LARGE[name]()
    done = subprocess.run([sys.executable, "-c", MEASURED], input=question, capture_output=True,
                          cwd=child.ROOT, check=False)  # fmt: skip
    peak = done.stderr.split()[-1]  # in kilobytes, or the last word of how it was stopped
    assert not peak.isdigit() or int(peak) * 1024 < 500 * MB
    assert done.returncode or b"problem" in done.stdout


def test_as_much_as_may_be_is_read() -> None:
    (sheet,) = read("file.csv", HEAD + ROW * 200_000, vocabulary())
    assert len(sheet.records) == 200_000 and sheet.records[-1][:2] == (200_001, 200_001)
    assert len(HEAD + ROW * 200_000) < LARGEST_BYTES


def test_a_child_that_fails_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    content = as_workbook(PROJECTS)
    for command in (["-c", "import os; os.kill(os.getpid(), 9)"], ["-c", "print('{}')"],
                    ["-c", "print('nonsense')"], ["-c", "raise MemoryError"]):  # fmt: skip
        monkeypatch.setattr(child, "COMMAND", [sys.executable, *command])
        with pytest.raises(Unreadable, match="takes more memory or time to read than it may"):
            read("file.xlsx", content, vocabulary())


def test_a_child_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "COMMAND", [sys.executable, "-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(limits, "SECONDS", 0.3)
    with pytest.raises(Unreadable, match="takes more memory or time"):
        read("file.xlsx", as_workbook(PROJECTS), vocabulary())


def test_a_child_and_this_process_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    content = b"Title\n\n" + as_text(PROJECTS) + b"a,b\n"
    here = read("file.csv", content, vocabulary())
    monkeypatch.setattr(limits, "LARGEST_HERE", 0)
    with ThreadPoolExecutor(4) as threads:
        apart = list(threads.map(lambda _: read("file.csv", content, vocabulary()), range(4)))
    assert apart == [here] * 4


def test_a_child_starts_at_once() -> None:
    loaded = "import sys, data.reading.apart; print([m for m in sys.modules if '.' not in m])"
    said = subprocess.run([sys.executable, "-c", loaded], capture_output=True, cwd=child.ROOT, check=True)
    assert not {"duckdb", "pandas", "pyarrow", "streamlit", "zipfile"} & set(eval(said.stdout))
