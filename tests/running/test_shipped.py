"""What ships is safe as it is: Streamlit's settings, and ways of programming that are not used."""

import ast
import io
import re
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from data.reading.here import read_here
from data.reading.sheet import Unreadable
from tests.house.code import PROJECT, Module, hold, modules, planted

SAFE = {
    "server": {
        "address": "127.0.0.1", "headless": True, "fileWatcherType": "none", "maxUploadSize": 20,
        "allowedHosts": ["localhost", "127.0.0.1"], "enableCORS": True, "enableXsrfProtection": True,
        "xsrfCookieSameSite": "strict", "enableStaticServing": False, "maxWidgetStateSize": 1,
    },
    "browser": {"gatherUsageStats": False},
    "client": {
        "showErrorDetails": "none", "showErrorLinks": False, "toolbarMode": "minimal",
        "disableDataExport": True, "allowedOrigins": [],
    },
}  # fmt: skip
NEVER_SET = ("enableAgentApi", "trustedUserHeaders", "developmentMode")
CALLS = {"eval", "exec", "compile", "system", "popen", "md5", "sha1", "mktemp"}
MODULES = {"pickle", "marshal", "shelve", "yaml", "xml", "telnetlib", "ctypes"}
CHANCE = "data/example/"  # the made-up council is made from a seed


def dangerous(module: Module) -> list[str]:
    """What a module uses that runs text as code, reads objects from bytes, or guesses at chance."""
    found = []
    for node in module.nodes:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found += [name for name in names if name.split(".")[0] in MODULES]
        found += [name for name in names if name == "random" and not module.place.startswith(CHANCE)]
        if isinstance(node, ast.Call):
            function = node.func
            name = getattr(function, "id", None) or getattr(function, "attr", "")
            plain = isinstance(function, ast.Name) or name not in ("compile", "eval")
            found += [name] if name in CALLS and plain else []
            shell = any(each.arg == "shell" for each in node.keywords)
            found += ["shell"] if shell else []
    return [f"{module.place} uses {each}" for each in found]


@pytest.mark.parametrize("part", SAFE)
def test_streamlits_settings_are_the_safe_ones(part: str) -> None:
    text = (PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    said = tomllib.loads(text)[part]
    assert {name: said.get(name) for name in SAFE[part]} == SAFE[part]
    assert not [name for name in NEVER_SET if name in text]


def test_no_text_is_run_as_code_and_no_object_is_read_from_bytes() -> None:
    hold([each for module in modules(PROJECT) for each in dangerous(module)])


@pytest.mark.parametrize(
    "text",
    ["import pickle", "from xml import sax", "eval('1')", "import hashlib\nhashlib.md5(b'')",
     "import os\nos.system('ls')", "run('ls', shell=True)", "import random"],
)  # fmt: skip
def test_a_dangerous_way_is_seen(tmp_path: object, text: str) -> None:
    assert dangerous(modules(planted(tmp_path, {"data/a.py": text}))[0])  # type: ignore[arg-type]


@pytest.mark.parametrize("place", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_workbook_that_asks_for_a_file_of_the_server_gets_nothing(tmp_path: Path, place: str) -> None:
    secret, book, changed = tmp_path / "secret", Workbook(), io.BytesIO()
    secret.write_text("only the server may read this")
    book.active["A1"] = "here"  # type: ignore[index]
    book.save(tmp_path / "plain.xlsx")
    asks = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    with ZipFile(tmp_path / "plain.xlsx") as plain, ZipFile(changed, "w") as hostile:
        for name in plain.namelist():
            text = plain.read(name).decode()
            if name == place:
                text = asks + re.sub(r"(?<=>)here|(?<=name=.)Sheet", "&e;", text)
                assert "&e;" in text
            hostile.writestr(name, text)
    try:
        said = repr(read_here("return.xlsx", changed.getvalue(), {}))
    except Unreadable as refused:
        said = str(refused.problem)
    assert "only the server" not in said
