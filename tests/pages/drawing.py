"""Drawing a page without a browser: a database lent to it, its filters, and what a reader sees."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import queries
from tests.pages.test_sentences import shown


def lent(path: Path) -> Iterator[Path]:
    """Lend a database to the pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPRODUCTION_DATABASE", str(path))
        queries.close()
        queries.ready()
    yield path
    queries.close()


def drawn(body: Callable[[], None], **filters: str) -> AppTest:
    """A page at these filters, which must be drawn without a mistake."""
    at = AppTest.from_function(body, default_timeout=90)
    for name, code in filters.items():
        at.query_params[name] = code
    at.run()
    assert not at.exception and not at.error, filters
    return at


def dealt(options: Mapping[str, Sequence[str]]) -> Iterator[dict[str, str]]:
    """Every choice of every filter at least once, in as few pages as the longest filter has choices."""
    for place in range(max(map(len, options.values()))):
        yield {name: codes[place % len(codes)] for name, codes in options.items()}


def said(at: AppTest) -> str:
    """Every word of the page outside pictures and tables, as a reader sees it."""
    parts = [each.value for kind in (at.header, at.subheader, at.markdown, at.info) for each in kind]
    return " ".join(shown(part) for part in (*parts, *(each.label for each in at.expander)))
