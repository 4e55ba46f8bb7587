"""Counts and numbers in words, as people are told of them."""

from collections.abc import Iterable


def many(count: int, noun: str) -> str:
    """A count in words: “1 line”, “1,200 lines”."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def numbers(found: Iterable[int]) -> str:
    """Uploads by number, all of them: “upload 3”, “uploads 3, 5 to 9 and 12”."""
    ordered, runs = sorted(set(found)), list[list[int]]()
    for number in ordered:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [_run(run) for run in runs]
    listed = " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))
    return f"upload {listed}" if len(ordered) == 1 else f"uploads {listed}"


def _run(run: list[int]) -> str:
    return f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run))
