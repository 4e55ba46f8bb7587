"""A file is what its bytes are, whatever it is called; what is no table is refused in a sentence."""

import io
import json
import random
import zipfile
from pathlib import Path

import duckdb
import pytest

from data.reading import Unreadable, read
from data.schema import vocabulary
from tests.data.reading.clean import PROJECTS
from tests.data.reading.written import as_text, as_workbook

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def zipped(**files: str) -> bytes:
    """A zip of these files; two underscores stand for a slash, one for a point."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), text)
    return file.getvalue()


KINDS = {
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "is a PDF, not a table."),
    "a PDF after a blank line": (b"\r\n%PDF-1.4", "is a PDF, not a table."),
    "a PNG": (b"\x89PNG\r\n\x1a\n" + bytes(20), "is a picture, not a table."),
    "a JPEG": (b"\xff\xd8\xff\xe0" + bytes(20), "is a picture, not a table."),
    "Parquet": (b"PAR1" + bytes(30) + b"PAR1", "is a Parquet file."),
    "SQLite": (b"SQLite format 3\x00" + bytes(84), "is an SQLite database."),
    "gzip": (b"\x1f\x8b\x08" + bytes(30), "is a compressed file."),
    "an old workbook": (OLE + "Workbook".encode("utf-16-le"), "the old kind (.xls)."),
    "a locked workbook": (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password."),
    "a binary workbook": (zipped(xl__workbook_bin="x"), "an Excel binary workbook (.xlsb)."),
    "an open spreadsheet": (
        zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "spreadsheet (.ods)."),
    "a Word document": (zipped(word__document_xml="<w/>"), "is a Word document."),
    "another zip": (zipped(a_csv="project_id\nA\n"), "is a zip archive."),
    "a broken zip": (b"PK\x03\x04" + random.Random(2).randbytes(90), "that is damaged."),
    "a web page": (b"<!DOCTYPE html><html><table><tr><td>1", "is a web page (HTML), not a table."),
    "a table of a web page": (b"\n <table><tr><td>project_id", "is a web page (HTML)"),
    "XML": (b"<?xml version='1.0'?><Workbook/>", "is an XML file, not a table."),
    "JSON": (json.dumps([{"project_id": "A"}]).encode(), "is JSON, not a table."),
    "JSON over lines": (json.dumps({"rows": [1]}, indent=1).encode("utf-8-sig"), "is JSON"),
    "random bytes": (random.Random(3).randbytes(3000), "is not a text file"),
    "many random bytes": (random.Random(4).randbytes(400_000), "is not a text file"),
    "NULs": (bytes(1000), "is not a text file"),
    "nothing": (b"", "is empty."),
    "white space": (b" \r\n\t\r\n , ,\n", "is empty."),
    "a mark alone": (b"\xef\xbb\xbf", "is empty."),
}  # fmt: skip


@pytest.mark.parametrize(("content", "says"), KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("name", ["projects.csv", "projects.xlsx"])
def test_another_kind_is_named_in_a_sentence(name: str, content: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(name, content, vocabulary())
    problem = refused.value.problem
    assert says in problem.message and problem.file == name
    assert problem.message.endswith(".") and "\n" not in problem.message


def test_a_database_of_ours_is_named(tmp_path: Path) -> None:
    duckdb.connect(tmp_path / "x.duckdb").close()
    with pytest.raises(Unreadable, match=r"is a DuckDB database\."):
        read("projects.csv", (tmp_path / "x.duckdb").read_bytes(), vocabulary())


@pytest.mark.parametrize("name", ["projects.csv", "projects.pdf", "../../etc/x", "", "a\nb"])
def test_a_workbook_or_text_is_read_whatever_it_is_called(name: str) -> None:
    for content in (as_workbook(PROJECTS), as_text(PROJECTS)):
        (sheet,) = read(name, content, vocabulary())
        assert (sheet.name, sheet.content, len(sheet.records)) == (name, content, 6)
