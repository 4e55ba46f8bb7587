"""The kinds of change there are, and what each asks of its subject and value."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import duckdb

from data.changes.notes import check_note

Check = Callable[[duckdb.DuckDBPyConnection, str, str], None]

# A check raises WrongUse, with a sentence, for a change that cannot be made.
KINDS: Mapping[str, Check] = MappingProxyType({"hide note": check_note})
