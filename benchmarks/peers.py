"""The same checks written with pandera (both back ends) and frictionless, each as its makers advise.

Each gives the cells that are wrong: the row of the file, and the column. Counts stay text until
they are known to be whole numbers, because a column that cannot be turned into numbers ends the
other checks of it. The packages are imported where they are used, so that each process holds one.
"""

from pathlib import Path
from typing import Any

from benchmarks.large import HEADER, Place, categories, characteristics, periods

KEY = list(HEADER[:5])
LISTED = {
    "directorate": ["ACH", "CFE", "NEI", "REG", "FIN", "LAW", "RES"],
    "period": [code for code, _, _ in periods()],
    "unit": ["people", "forms", "attendances"],
    "characteristic": characteristics(),
}
WHOLE = r"^[0-9]{1,9}$"
PAIRS = [f"{whose}/{code}" for whose in characteristics() for code in categories()]
WHOLE_ROWS = {"multiple_fields_uniqueness": "key", "pairs": "category", "totals": "count"}


def _places(failing: list[tuple[Any, ...]]) -> set[Place]:
    """Rows of the file and columns, of failures as (row from nought, column, check)."""
    return {
        (int(row) + 2, WHOLE_ROWS.get(check, column)) for row, column, check in failing if row is not None
    }


def pandera_pandas(path: Path) -> set[Place]:
    """pandera over pandas."""
    import pandas
    import pandera.pandas as pandera

    def pairs(frame: Any) -> Any:
        return (frame["characteristic"] + "/" + frame["category"]).isin(PAIRS)

    def totals(frame: Any) -> Any:
        if not frame["count"].str.match(WHOLE).all():
            return True
        counted = frame.assign(count=frame["count"].astype("int64"))
        sums = counted.groupby(["period", "characteristic"])["count"].transform("sum")
        return sums == sums.groupby(frame["period"]).transform("median")

    columns = {name: pandera.Column(str, pandera.Check.isin(of)) for name, of in LISTED.items()}
    columns["category"] = pandera.Column(str)
    columns["count"] = pandera.Column(str, pandera.Check.str_matches(WHOLE))
    schema = pandera.DataFrameSchema(
        columns,
        checks=[pandera.Check(pairs, name="pairs"), pandera.Check(totals, name="totals")],
        unique=KEY, report_duplicates="exclude_first", strict=True,
    )  # fmt: skip
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])
    try:
        schema.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as found:
        cases = found.failure_cases
        return _places(list(zip(cases["index"], cases["column"], cases["check"], strict=True)))
    return set()


def pandera_polars(path: Path) -> set[Place]:
    """pandera over polars."""
    import pandera.polars as pandera
    import polars

    def pairs(data: Any) -> Any:
        both = polars.concat_str(["characteristic", "category"], separator="/")
        return data.lazyframe.select(both.is_in(PAIRS))

    def totals(data: Any) -> Any:
        whole = polars.col("count").str.contains(WHOLE).fill_null(False).all()
        count = polars.col("count").cast(polars.Int64, strict=False)
        sums = count.sum().over("period", "characteristic")
        return data.lazyframe.select(~whole | (sums == sums.median().over("period")))

    text = polars.String
    columns = {name: pandera.Column(text, pandera.Check.isin(of)) for name, of in LISTED.items()}
    columns["category"] = pandera.Column(text)
    columns["count"] = pandera.Column(text, pandera.Check.str_matches(WHOLE))
    schema = pandera.DataFrameSchema(
        columns,
        checks=[pandera.Check(pairs, name="pairs"), pandera.Check(totals, name="totals")],
        unique=KEY, strict=True,
    )  # fmt: skip
    frame = polars.read_csv(path, infer_schema=False)
    try:
        schema.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as found:
        return _places(found.failure_cases.select("index", "column", "check").rows())
    return set()


def frictionless(path: Path) -> set[Place]:
    """frictionless, with a check of its own for what no Table Schema says."""
    from frictionless import Checklist, Resource, Schema

    from benchmarks.frictionless_checks import Pairs, Totals

    fields: list[dict[str, Any]] = [
        {"name": name, "type": "string", "constraints": {"required": True, "enum": of}}
        for name, of in LISTED.items()
    ]
    fields.append({"name": "category", "type": "string", "constraints": {"required": True}})
    fields.append({"name": "count", "type": "integer", "constraints": {"required": True, "minimum": 0}})
    schema = Schema.from_descriptor({"fields": fields, "primaryKey": KEY})
    resource = Resource(path=path.name, basepath=str(path.parent), schema=schema)
    report = resource.validate(Checklist(checks=[Pairs(), Totals()]), limit_errors=10_000)
    return {
        (error.row_number, "key" if error.type == "primary-key" else error.field_name)
        for error in report.tasks[0].errors
        if hasattr(error, "row_number")
    }
