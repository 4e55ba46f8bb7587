"""Who may import what: floors only look down, and at the faces of those below."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.house.code import DOORS, FLOORS, Module, modules


@dataclass(frozen=True)
class May:
    """What a floor may import: whole floors, single faces, and packages from outside."""

    floors: tuple[str, ...] = ()
    faces: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()


BRIEFING_NEVER = ("duckdb", "streamlit", "altair", "pandas")
RUNNING = ("pages/returns/", "pages/running/")
LAKE, LAKE_PACKAGES = "data/lake/", ("psycopg", "duckdb_extension_ducklake", "duckdb_extension_postgres_scanner")
RUNNING_FACES = ("data.intake", "data.audit", "data.backup")
ALLOWED = {
    "app.py": May(floors=("pages",), faces=("data.audit",), packages=("streamlit",)),
    "server.py": May(floors=("door", "pages"), packages=("streamlit", "starlette")),
    "door": May(
        floors=("door", "pages"), faces=("queries", "data.audit"), packages=("streamlit", "starlette")
    ),
    "pages": May(
        floors=("pages",), faces=("queries", "briefing"), packages=("streamlit", "altair")
    ),
    "briefing": May(floors=("briefing",), faces=("queries",)),
    "queries": May(floors=("queries", "data"), packages=("duckdb", "pandas")),
    "data": May(
        floors=("data",),
        packages=("duckdb", "pandas", "pyarrow", "python_calamine", "xlsxwriter"),
    ),
}
OURS = tuple(door.removesuffix(".py") for door in DOORS) + FLOORS + ("tests", "benchmarks", "running")


@dataclass(frozen=True)
class Import:
    """One import: the line, the module named, and the name taken from it, if one is."""

    line: int
    module: str
    name: str | None = None


@cache
def imports(module: Module) -> tuple[Import, ...]:
    """Everything a module imports, by name or by calling for it; relative ones begin with a dot."""
    return tuple(_imports(module))


def _imports(module: Module) -> Iterator[Import]:
    for node in module.nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(node.lineno, alias.name)
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield Import(node.lineno, "." * node.level + (node.module or ""), alias.name)
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = ast.unparse(node.func).split(".")[-1]
            if called in ("import_module", "__import__"):
                yield Import(node.lineno, str(node.args[0].value))


def is_module(root: Path, dotted: str) -> bool:
    """Whether a dotted name is a file or folder of the tree."""
    path = root.joinpath(*dotted.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


def of_face(root: Path, one: Import, face: str) -> bool:
    """Whether an import takes something from a face, and not a module from behind it."""
    if one.module == face:
        return one.name is None or exported(root, face, one.name)
    return one.name is not None and f"{one.module}.{one.name}" == face


def exported(root: Path, face: str, name: str) -> bool:
    """Whether a face offers a name: it lists it in __all__, or there is no module called so."""
    init = root.joinpath(*face.split("."), "__init__.py")
    listed = init.is_file() and f'"{name}"' in init.read_text(encoding="utf-8")
    return listed or not is_module(root, f"{face}.{name}")


def allowed(root: Path, module: Module, one: Import) -> bool:
    """Whether a module may have this import."""
    may, top = ALLOWED[module.floor], one.module.split(".")[0]
    if one.module.startswith("."):
        return False
    faces = may.faces + (RUNNING_FACES if module.place.startswith(RUNNING) else ())
    if any(of_face(root, one, face) for face in faces):
        return True
    if top in OURS:
        return top in may.floors
    if top in sys.stdlib_module_names or top in may.packages:
        return True
    if module.place.startswith(LAKE) and top in LAKE_PACKAGES:
        return True
    return module.floor == "briefing" and top not in BRIEFING_NEVER


def import_breaches(root: Path) -> list[str]:
    """Imports that look up, behind a face, or out of the house where they may not."""
    return [
        f"{module.place}:{one.line} imports {one.module}" + (f".{one.name}" if one.name else "")
        for module in modules(root)
        for one in imports(module)
        if not allowed(root, module, one)
    ]


def packages(module: Module) -> set[str]:
    """The packages from outside that a module imports."""
    tops = {one.module.split(".")[0] for one in imports(module) if not one.module.startswith(".")}
    return {top for top in tops if top not in OURS and top not in sys.stdlib_module_names}


def briefing_breaches(root: Path) -> list[str]:
    """Modules of the briefing with more than one library: a format has one, and a module a format."""
    return [
        f"{module.place} imports {', '.join(sorted(packages(module)))}"
        for module in modules(root, "briefing")
        if len(packages(module)) > 1
    ]
