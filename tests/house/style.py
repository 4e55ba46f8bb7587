"""Style: short functions and modules, everything public explained, every signature typed."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.house.code import BESIDE, Function, Module, modules

LONGEST_FUNCTION = 25
LONGEST_MODULE = 150
MIDDLE_FUNCTION = 8
VAGUE = re.compile(r"(^|_)(utils?|utilities|helpers?|managers?|common|misc)(_|$)")


def length(function: Function) -> int:
    """The lines of a function, from its def to its end, docstring and all."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def long_functions(root: Path) -> list[str]:
    """Functions of the app over 25 lines, as place:name."""
    return [
        f"{module.place}:{function.name}"
        for module in modules(root)
        for function in module.functions()
        if length(function) > LONGEST_FUNCTION
    ]


def middle_function(root: Path) -> float:
    """The median number of lines of the app's functions."""
    return median(length(each) for module in modules(root) for each in module.functions())


def long_modules(root: Path) -> list[str]:
    """Modules over 150 lines, those of the tests as well."""
    return [
        f"{module.place} has {count} lines"
        for module in [*modules(root), *modules(root, *BESIDE)]
        if (count := len(module.text.splitlines())) > LONGEST_MODULE
    ]


def public(module: Module) -> Iterator[ast.ClassDef | Function]:
    """The public classes and functions of a module, and the public methods of those classes."""
    inside: list[ast.stmt] = list(module.tree.body)
    while inside:
        node = inside.pop()
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            inside += node.body


def unexplained(root: Path) -> list[str]:
    """What is public and has no docstring: of the app everything, beside it every module."""
    silent = [
        f"{module.place}:{node.name}"
        for module in modules(root)
        for node in public(module)
        if not ast.get_docstring(node)
    ]
    beside = [*modules(root), *modules(root, *BESIDE)]
    return silent + [each.place for each in beside if not ast.get_docstring(each.tree)]


def parameters(function: Function) -> list[ast.arg]:
    """The parameters of a function, but for the self or cls of a method."""
    said = function.args
    ordered = [*said.posonlyargs, *said.args]
    if ordered and ordered[0].arg in ("self", "cls"):
        ordered = ordered[1:]
    return ordered + said.kwonlyargs + [each for each in (said.vararg, said.kwarg) if each]


def untyped(root: Path) -> list[str]:
    """Functions with a parameter or a return that has no type, those of the tests as well."""
    return [
        f"{module.place}:{function.name}"
        for module in [*modules(root), *modules(root, *BESIDE)]
        for function in module.functions()
        if function.returns is None or any(each.annotation is None for each in parameters(function))
    ]


def vague_names(root: Path) -> list[str]:
    """Files and folders that are named after nothing: utils, helpers, manager, common."""
    code = [path for suffix in ("py", "sql") for path in root.rglob(f"*.{suffix}")]
    places = {path.relative_to(root) for path in code}
    return sorted(
        place.as_posix()
        for place in places
        if not place.parts[0].startswith(".")
        and any(VAGUE.search(Path(part).stem) for part in place.parts)
    )
