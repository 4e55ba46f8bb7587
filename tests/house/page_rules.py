"""What a page may not do: lie where a script would be served, hold SQL, or hand over raw HTML."""

import ast
import re
from pathlib import Path

from tests.house.code import modules, strings

SQL = re.compile(
    r"(?:^|[(;]|\bas)\s*(?:select|SELECT)\b[\s\S]*?\b(?:from|FROM)\b"
    r"|(?:^|[(;])\s*(?:from|FROM)\s+(?:(?:reference|sent|protected|main|\w+_in_force)\b|\{\})"
    r"|\bwith\s+\w+\s+as\s+(?:materialized\s*)?\("
    r"|\b(?:sent|protected|reference)\.[a-z_]+\b"
    r"|(?i:\b(?:insert\s+into|delete\s+from|create\s+(?:or\s+replace\s+)?(?:temp\s+)?(?:table|view|macro)"
    r"|drop\s+(?:table|view)|alter\s+table|attach\s+'|pragma\s+\w+|update\s+\w+\s+set)\b)"
)


def scripts(root: Path) -> list[str]:
    """Scripts lying directly in pages/, which Streamlit may serve without running the door."""
    found = [path.name for path in (root / "pages").glob("*.py")]
    return sorted(f"pages/{name}" for name in found if name != "__init__.py")


def sql_text(root: Path) -> list[str]:
    """Texts in pages, f-strings too, that are SQL or name a table."""
    return [
        f"{module.place}:{line} holds SQL"
        for module in modules(root, "pages", "briefing", "app.py", "server.py")
        for line, text in strings(module)
        if SQL.search(text.strip())
    ]


# The key to a picture, whose words are escaped (tests/pages/test_key.py).
OURS = {
    "pages/parts/key.py": "st.html('<ul class=\"key\">' + ''.join(entries) + '</ul>')",
}


def raw_html(root: Path) -> list[str]:
    """Ways to put HTML or script on a page unescaped."""
    found = []
    for module in modules(root, "pages", "briefing", "app.py", "server.py"):
        calls = [node for node in module.nodes if isinstance(node, ast.Call)]
        ours = [node.func for node in calls if ast.unparse(node) == OURS.get(str(module.place))]
        for node in module.nodes:
            if isinstance(node, ast.keyword) and (node.arg or "").startswith("unsafe_"):
                found.append(f"{module.place}:{node.value.lineno} says {node.arg}")
            if isinstance(node, ast.Attribute) and node.attr in ("html", "components", "iframe") and node not in ours:
                found.append(f"{module.place}:{node.lineno} uses {ast.unparse(node)}")
            if isinstance(node, ast.ImportFrom) and "components" in (node.module or ""):
                found.append(f"{module.place}:{node.lineno} imports {node.module}")
            if isinstance(node, ast.Import) and any("components" in a.name for a in node.names):
                found.append(f"{module.place}:{node.lineno} imports components")
    return found
