"""Kinds: what a file is by its bytes, whatever it is called."""

import io
import re

SEND = "Export the table from Excel as CSV or .xlsx and send that."
OLD = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
BEGINNINGS = (
    ((b"%PDF",), "a PDF, not a table"),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8"), "a picture, not a table"),
    ((b"PAR1",), "a Parquet file"),
    ((b"ARROW1",), "an Arrow file"),
    ((b"SQLite format 3\x00",), "an SQLite database"),
    ((b"{\\rtf",), "a Word document (RTF)"),
    (
        (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh9", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd"),
        "a compressed file",
    ),
)
INSIDE = (
    (b"xl/workbook.bin", "an Excel binary workbook (.xlsb)"),
    (b"word/document.xml", "a Word document"),
    (b"ppt/presentation.xml", "a PowerPoint presentation"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)"),
    (b"opendocument.text", "an OpenDocument text"),
)
JSON = re.compile(r"\s*(\{\s*[\"}]|\[\s*[\[{\"\]])")
MARKUP = re.compile(r"\s*<(\?xml|!doctype|!--|html|head|body|table|meta|svg)", re.IGNORECASE)


def _old_excel(content: bytes) -> str:
    if ENCRYPTED in content:
        return (
            "is locked with a password. Open it in Excel, take the password off (File, Info, "
            "Protect Workbook), save it and send it again."
        )
    return "is an Excel workbook of the old kind (.xls). Save it as .xlsx or CSV and send that."


def _zipped(content: bytes) -> str | None:
    import zipfile  # only when there is a zip: it takes longer to import than a file to read

    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        return "is a workbook or a zip that is damaged. Open it in Excel, save it and send it again."
    if any(re.fullmatch(r"/?xl[/\\]workbook\d*\.xml", name, re.IGNORECASE) for name in names):
        return None
    for mark, what in INSIDE:
        if mark in content or mark.decode() in names:
            return f"is {what}. {SEND}"
    return "is a zip archive. Take the table out of it and send that."


def is_zip(content: bytes) -> bool:
    """Whether the bytes are a zip, as a workbook is one."""
    return content.startswith(ZIP)


def not_a_table(content: bytes) -> str | None:
    """Why bytes that are no text and no workbook cannot be read, or None when they may be."""
    for beginnings, what in BEGINNINGS:
        if content.startswith(beginnings):
            return f"is {what}. {SEND}"
    if b"%PDF-" in content[:1024]:
        return f"is a PDF, not a table. {SEND}"
    if content[8:12] == b"DUCK":
        return f"is a DuckDB database. {SEND}"
    if content.startswith(OLD):
        return _old_excel(content)
    return _zipped(content) if is_zip(content) else None


def not_a_table_of_text(text: str) -> str | None:
    """Why a text is no table, or None when it may be one."""
    if MARKUP.match(text):
        page = "an XML file" if text.lstrip().startswith("<?xml") else "a web page (HTML)"
        return f"is {page}, not a table. {SEND}"
    if JSON.match(text) and text.rstrip().endswith(("}", "]")):
        return f"is JSON, not a table. {SEND}"
    return None
