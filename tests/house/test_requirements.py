"""Everything that is imported is listed, and everything listed is pinned."""

from pathlib import Path

import pytest

from tests.house.code import PROJECT, hold, planted
from tests.house.requirements import listed, loose, twice, unlisted


def test_the_app_says_what_it_needs() -> None:
    assert {"streamlit", "altair", "duckdb", "pandas"} <= listed(PROJECT, "requirements.txt")
    assert "pytest" in listed(PROJECT, "tests/requirements.txt")


def test_every_package_is_pinned_once() -> None:
    hold(loose(PROJECT))
    hold(twice(PROJECT))


def test_every_package_imported_is_listed() -> None:
    hold(unlisted(PROJECT))


@pytest.mark.parametrize(
    "line",
    [
        "pandas",
        "pandas>=3",
        "pandas==3.*",
        "pandas~=3.1",
        "-e .",
        "--index-url x",
        "pandas @ file:x",
    ],
)
def test_a_loose_requirement_is_seen(tmp_path: Path, line: str) -> None:
    text = f"# what it needs\nduckdb==1.5.5  # pinned\n\n{line}\n"
    root = planted(tmp_path, {"requirements.txt": text, "tests/requirements.txt": text})
    assert loose(root) == [f"requirements.txt: {line}", f"tests/requirements.txt: {line}"]
    assert "duckdb" in twice(root)


def test_a_package_that_is_not_listed_is_seen(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pandas==3.1.1\nPyYAML==6.0.3\n",
        "tests/requirements.txt": "pytest==9.2.0\n",
        "data/a.py": "import pandas, yaml, json\nimport duckdb\n",
        "data/b.py": "import pytest\n",
        "tests/c.py": "import pytest, pandas\nimport scipy.stats\nimport polars\n",
        "benchmarks/requirements.txt": "polars==2.1.0\n",
        "benchmarks/d.py": "import polars, pytest, scipy\nfrom data import a\n",
        "running/lake/requirements.txt": "psycopg==3.3.9\n",
        "data/lake/e.py": "import psycopg, pandas\n",
        "data/f.py": "import psycopg\n",
    }
    assert unlisted(planted(tmp_path, files)) == [
        "data/a.py imports duckdb",
        "data/b.py imports pytest",
        "data/f.py imports psycopg",
        "tests/c.py imports polars",
        "tests/c.py imports scipy",
        "benchmarks/d.py imports scipy",
    ]
