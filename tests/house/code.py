"""The project's code, as the rules read it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DOORS = ("app.py", "server.py")
FLOORS = ("door", "pages", "briefing", "queries", "data")
BESIDE = ("tests", "benchmarks", "running")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def _parsed(text: str, place: str) -> ast.Module:
    """A file, parsed once for all the rules; none of them changes it."""
    return ast.parse(text, place)


@cache
def _nodes(text: str, place: str) -> tuple[ast.AST, ...]:
    """Everything in a file, from the outside in."""
    return tuple(ast.walk(_parsed(text, place)))


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root, and what is written in it."""

    place: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The file, parsed."""
        return _parsed(self.text, self.place)

    @property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every part of the file, from the outside in."""
        return _nodes(self.text, self.place)

    @property
    def floor(self) -> str:
        """The folder at the root that it lies in, or its own name at the root."""
        return self.place.split("/")[0]

    def functions(self) -> Iterator[Function]:
        """Every function and method, those inside others as well."""
        for node in self.nodes:
            if isinstance(node, Function):
                yield node


def read(root: Path, path: Path) -> Module:
    """One file of the tree at `root`."""
    return Module(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def modules(root: Path, *places: str) -> list[Module]:
    """The Python files in these places (all of the app's when none is named)."""
    found = []
    for place in places or (*DOORS, *FLOORS):
        path = root / place
        files = [path] if path.is_file() else sorted(path.rglob("*.py"))
        found += [read(root, file) for file in files]
    return found


def addresses(root: Path = PROJECT) -> list[str]:
    """The address of every question's file, whether it can be read or not."""
    files = sorted((root / "queries").glob("*/*.sql"))
    return [file.relative_to(root / "queries").with_suffix("").as_posix() for file in files]


def strings(module: Module) -> Iterator[tuple[int, str]]:
    """Every text in a module with its line, f-strings with {} in their gaps; no docstrings."""
    inside = {
        id(part)
        for node in module.nodes
        if isinstance(node, ast.JoinedStr)
        for part in node.values
    }
    said = {id(node.value) for node in module.nodes if isinstance(node, ast.Expr)}
    for node in module.nodes:
        if id(node) in inside or id(node) in said:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
        if isinstance(node, ast.JoinedStr):
            parts = [p.value if isinstance(p, ast.Constant) else "{}" for p in node.values]
            yield node.lineno, "".join(map(str, parts))


def hold(breaches: list[str]) -> None:
    """Fail with every breach, where there is one."""
    assert not breaches, "\n" + "\n".join(breaches)


def planted(root: Path, files: dict[str, str]) -> Path:
    """A tree with these files, to show that a rule sees what is wrong in it."""
    for place, text in files.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
