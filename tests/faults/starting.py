"""A start as server.py begins it, in a child: refused with a sentence, or what every table then holds."""

import json
import sys

from data.mistakes import NotReady

TABLES = "select schema_name || '.' || table_name from duckdb_tables() order by all"


def main(_words: list[str]) -> int:
    """Start; exit code 2 with the refusal on standard error, else what is held in JSON."""
    import door
    from queries.ask import _database, close

    refusal = door.refusal()
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    database = _database()
    said: dict[str, object] = {"loss": str(database.loss) if database.loss else None, "held": {}, "said": []}
    held, sentences = {}, []
    for (table,) in database.read(TABLES).rows:
        try:
            figures = database.read(f"select count(*), bit_xor(hash(held))::varchar from {table} as held").rows[0]
            held[table] = list(figures)
        except NotReady as sentence:
            sentences.append(str(sentence))
    said |= {"held": held, "said": sentences}
    close()
    print(json.dumps(said))
    return 0
