"""The dashboard under Streamlit with every page it draws written down (see `recording`)."""

import os
import runpy
from pathlib import Path

import streamlit as st

from benchmarks.recording import file_of, keep, recording

ROOT = Path(__file__).resolve().parents[1]

with recording() as calls:
    runpy.run_path(str(ROOT / "app.py"))
page = st.session_state["door shown"] or "overview"
keep(calls, file_of(Path(os.environ["BENCHMARK_RECORDED"]), page, st.query_params.get("period", "")))
