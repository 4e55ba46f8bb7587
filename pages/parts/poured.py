"""Rows poured into a picture that was built once."""

from collections.abc import Mapping

from pages.parts.charts import Rows, Spec


def filled(template: Spec, **tables: Rows) -> Spec:
    """A layered specification with rows in place of the names it and its layers draw from.

    Building and checking a chart takes 100 ms; a template is built once and filled each time.
    """
    values = {name: {"values": [dict(row) for row in rows]} for name, rows in tables.items()}
    whole = poured(template, values)
    layers = [passed_over(poured(layer, values), whole) for layer in template["layer"]]
    return {**whole, "layer": layers}


def passed_over(layer: Spec, whole: Spec) -> Spec:
    """The layer; one without rows is silent, as its empty group would be a picture without words."""
    data = layer.get("data", whole.get("data"))
    if data is None or data.get("values") != []:
        return layer
    mark = layer["mark"]
    return {**layer, "mark": {**({"type": mark} if isinstance(mark, str) else mark), "aria": False}}


def poured(part: Spec, values: Mapping[str, Spec]) -> Spec:
    """A part of a specification with its rows, where it names any of its own."""
    return {**part, "data": values[part["data"]["name"]]} if "data" in part else part
