"""Run the command: python -m data.lake --help says what it offers."""

import sys

from data.lake.command import main

if __name__ == "__main__":
    sys.exit(main())
