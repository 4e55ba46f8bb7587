"""Run the command: python -m data.audit --help says what it offers."""

import io
import sys

from data.audit.command import main

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a narrow code page shall not stop a sentence
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main())
