"""The peer: the same pages written the usual way, under Streamlit's defaults.

In each run the files, read once by a function under `st.cache_data`, are narrowed to the half-year and
joined; each chart and each table groups them once, each file on offer is made with `to_csv`, and
each chart is built by Altair from a DataFrame with shorthand ("field:T"), with the marks and channels of
the two layers of ours that have most. Words, filters, boxes and links are drawn as on the bare page.
"""

import os
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from benchmarks.ready import FILTER, plainly, recorded, show, standing_at
from benchmarks.recording import Call

FIRST = standing_at(next(iter(recorded().values()))[""])
LAYERS = 2
LETTER = {"quantitative": "Q", "nominal": "N", "ordinal": "O", "temporal": "T"}


@st.cache_data
def files() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Projects, ratings and people, as they were sent."""
    folder = Path(os.environ["BENCHMARK_FILES"])
    projects, maturity, people = (
        pd.read_csv(folder / f"{name}.csv") for name in ("projects", "maturity", "participation")
    )
    return projects, maturity, people


def narrowed() -> pd.DataFrame:
    """The ratings of the half-year chosen (the newest, or the one before once the filter is changed)."""
    projects, maturity, _ = files()
    newest_first = sorted(maturity["period"].unique(), reverse=True)
    chosen = newest_first[1 if st.session_state.get(FILTER, FIRST) != FIRST else 0]
    newest = projects.drop_duplicates("project_id", keep="last")
    return newest.merge(maturity[maturity["period"] == chosen], on="project_id", suffixes=("", " rated"))


def grouped() -> pd.DataFrame:
    """What one chart or one table is made of: projects counted by directorate and step."""
    joined = narrowed()
    counted = joined.groupby(["directorate", "level"], dropna=False).agg(projects=("project_id", "nunique"))
    return counted.reset_index().sort_values(["directorate", "projects"], ascending=[True, False])


def shorthand(spec: dict[str, Any]) -> alt.LayerChart:
    """The chart as one would write it: a DataFrame a layer, and shorthand for each channel with a field."""
    layers = []
    richest = sorted(spec.get("layer", [spec]), key=lambda layer: -len(layer.get("encoding", {})))[:LAYERS]
    for layer in richest:
        rows = (layer.get("data") or spec.get("data") or {}).get("values", [])
        mark = layer["mark"]["type"] if isinstance(layer["mark"], dict) else layer["mark"]
        channels = {**spec.get("encoding", {}), **layer.get("encoding", {})}
        said = {
            name: f"{of['field']}:{LETTER[of.get('type', 'nominal')]}"
            for name, of in channels.items()
            if isinstance(of, dict) and "field" in of
        }
        layers.append(getattr(alt.Chart(pd.DataFrame(rows)), f"mark_{mark}")().encode(**said))
    return alt.layer(*layers).properties(height=spec.get("height", 200))


def draw(room: Any, call: Call) -> Any:
    """A chart, a table or a file worked out anew; everything else as it is."""
    if call.name == "vega_lite_chart":
        grouped()
        return room.altair_chart(shorthand(call.values[0]), width="stretch")
    if call.name == "table":
        grouped()
        return room.table(pd.DataFrame(call.values[0]))
    if call.name == "download_button":
        made = {**call.named, "data": grouped().to_csv(index=False).encode()}
        return room.download_button(call.values[0], **made)
    return plainly(room, call)


show(draw)
