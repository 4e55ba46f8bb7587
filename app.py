"""The door: the menu, each page's title, and the page chosen."""

import streamlit as st

import pages

ICON = str(pages.HERE / "parts" / "icon.svg")

st.set_page_config(layout="wide", page_icon=ICON)
st.logo(ICON)
chosen = st.navigation(pages.menu(), position="top")
st.set_page_config(page_title=f"{chosen.title} · Co-production dashboard")
st.session_state["door shown"] = chosen.url_path
chosen.run()
