"""The floor: a bare Streamlit page under our configuration that draws what ours drew from ready-made values."""

from benchmarks.ready import plainly, show

show(plainly)
