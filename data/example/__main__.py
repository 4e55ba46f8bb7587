"""`python -m data.example FOLDER --seed 1 --scale 1`: write the example council."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

from data.example.council import write_council
from data.mistakes import WrongUse


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the council; 0 when it is there, 2 with one sentence when called wrongly."""
    asked = _asked(arguments)
    try:
        many = write_council(asked.folder, asked.seed, asked.scale)
    except WrongUse as mistake:
        print(mistake, file=sys.stderr)
        return 2
    except OSError as problem:
        print(f"{asked.folder} cannot be written ({problem.strerror}): name another folder.",
              file=sys.stderr)
        return 2
    print(f"Wrote the example council, every figure made up: {many} deliveries in {asked.folder}.")
    return 0


def _asked(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(
        prog="python -m data.example",
        description="Write the example council, every figure made up, as CSV returns.",
    )
    parser.add_argument("folder", type=Path, help="a new or empty folder to write into")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other figures")
    parser.add_argument(
        "--scale", type=_positive, default=1, help="how many times the projects and services"
    )
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text} is not a whole number from 1 up")
    return int(text)


if __name__ == "__main__":
    raise SystemExit(main())
