"""What became of a batch and of each of its files."""

from dataclasses import dataclass

from data.mistakes import Problem


@dataclass(frozen=True)
class Received:
    """What became of one file.

    Its status is loaded, already (what it says counts now), repeated (it was sent before, as
    upload `before`, and something newer counts in its place), rejected, or held back (nothing is
    wrong with it, and another file of the batch was rejected); `upload` is its number in the
    history.
    """

    file: str
    status: str
    return_name: str | None = None
    upload: int | None = None
    rows: int = 0
    problems: tuple[Problem, ...] = ()
    before: int | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of a batch: loaded, already or rejected; and of each of its files, in order."""

    files: tuple[Received, ...] = ()

    @property
    def status(self) -> str:
        """rejected when any file was; already when no file had anything new; else loaded."""
        states = {each.status for each in self.files}
        if "rejected" in states:
            return "rejected"
        return "loaded" if "loaded" in states else "already"

    @property
    def problems(self) -> list[Problem]:
        """Every problem of every file, in the order of the files."""
        return [problem for each in self.files for problem in each.problems]
