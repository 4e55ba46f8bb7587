"""python -m data.intake: the way in without a browser, for nightly feeds and whoever runs the server."""

from data.intake.command.main import main

__all__ = ["main"]
