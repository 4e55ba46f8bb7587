"""The relay: while the dashboard has the database open, commands are carried out by it.

One process at a time can have the file open. A command therefore hands its words over a Unix
socket that only the dashboard's own user can open, and says what comes back.
"""

from data.relay.serving import serving

__all__ = ["serving"]
