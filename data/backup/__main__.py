"""Run the command: python -m data.backup --help says what it offers."""

import sys

from data.backup.command import main

if __name__ == "__main__":
    sys.exit(main())
