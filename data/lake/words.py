"""What is said of a lake that cannot be used, always with the way out; never how it is reached."""

from data.mistakes import NotReady

REQUIREMENTS = "running/lake/requirements.lock"


class Unreachable(NotReady):
    """PostgreSQL, which keeps the catalogue, does not answer."""

    def __init__(self) -> None:
        """Say so; the address may hold a password, so it is not repeated."""
        super().__init__(
            "The shared catalogue in PostgreSQL cannot be reached, so nothing can be shown or sent. See "
            "that PostgreSQL runs and that COPRODUCTION_DATABASE says how it is reached; the dashboard "
            "then goes on by itself. Whatever was being sent: look at the history before sending it again."
        )


def not_installed() -> NotReady:
    """Where a lake is named and its packages are not there."""
    return NotReady(
        "COPRODUCTION_DATABASE names a lake, and what a lake needs is not installed. Install it: "
        f"python -m pip install --require-hashes -r {REQUIREMENTS}."
    )


def no_folder() -> NotReady:
    """Where no shared folder is named, or it is not there."""
    return NotReady(
        "COPRODUCTION_DATABASE names a lake, and COPRODUCTION_DATA names no folder that is there. Set it "
        "to the folder that all machines share, which the dashboard's user may write to."
    )


def not_opened(why: str) -> NotReady:
    """Where PostgreSQL answers and the lake cannot be opened all the same."""
    return NotReady(
        f"The lake cannot be opened: {why}. See that COPRODUCTION_DATABASE names its catalogue and "
        "COPRODUCTION_DATA its folder, the same on every machine."
    )


def no_copy(path: object) -> NotReady:
    """Where a database of its own stands in the place of the working copy."""
    return NotReady(
        f"The file {path} is a database of its own, not a working copy of this lake, and was left as it "
        "is. Set COPRODUCTION_COPY to another file; to bring what it holds into an empty lake: python -m "
        "data.lake bring FILE."
    )


def not_the_same(names: list[str]) -> NotReady:
    """Where what was written is not what was read."""
    return NotReady(
        f"What was written is not what was read ({', '.join(names[:5])}), so nothing was kept. Check the "
        "disk of COPRODUCTION_DATA, then do it again."
    )


def no_lake() -> NotReady:
    """Where a command is about a lake and the settings name none."""
    return NotReady(
        "COPRODUCTION_DATABASE names no lake. Set it to ducklake:postgres: and how PostgreSQL is reached, "
        "and COPRODUCTION_DATA to the folder that all machines share."
    )


def holds_already() -> NotReady:
    """Where a council is to be brought into a lake that is not empty."""
    return NotReady(
        "The lake holds a database already, and nothing was changed. A council is brought into an empty "
        "lake: another database in PostgreSQL and another folder."
    )
