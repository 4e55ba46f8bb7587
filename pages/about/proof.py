"""Temporary."""
import time
import streamlit as st
from pages.parts import bars, charts, dots, filters, grid, headline, palette, rows
from pages.parts.page import page
from tests.pages import made_up

@page("Proof", section="", address="proof", order=1)
def proof() -> None:
    """x"""
    t = time.perf_counter()
    chosen = filters.choose(filters.period(), filters.directorate())
    headline.headline(str(chosen))
    states = palette.bands(made_up.LADDER)
    a = made_up.projects_by_band()
    charts.show(bars.bands(a.rows, states, group="directorate"), "x", a, key=states)
    t1 = time.perf_counter()
    b = made_up.people_by_category()
    charts.show(dots.against_population(b.rows), "x", b)
    t2 = time.perf_counter()
    c = made_up.projects_by_theme()
    charts.show(grid.contributions(c.rows), "x", c)
    t3 = time.perf_counter()
    print("RUN", *(round(1000 * x) for x in (t1 - t, t2 - t1, t3 - t2)), flush=True)
