"""What a ledger says: its lines read, a half line passed over, damage told apart from that."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from data.loss import Sent

KIND = "coproduction ledger"
UPLOAD_ACTS = ("sent", "withdrawn", "restored", "erased")
NOTE_ERASED = "note erased"


class _Gap(Exception):
    """A line is missing, or stands where it cannot."""


@dataclass
class Known:
    """What a ledger knows.

    `hashes` are those of the audit's lines 1, 2, 3 and so on, `acts` what each line that is about
    an upload did to it. `uploads` are all that were ever acknowledged, with what was last done
    to each, those of a loss that was accepted too. `notes` are the erased ones: upload, line of
    its file, field. `damage` says what is wrong with it.
    """

    identity: str | None = None
    example: bool = False
    hashes: list[str] = field(default_factory=list)
    acts: dict[int, tuple[int, str]] = field(default_factory=dict)
    uploads: dict[int, Sent] = field(default_factory=dict)
    notes: set[tuple[int, int, str]] = field(default_factory=set)
    damage: str | None = None

    @property
    def erased(self) -> frozenset[int]:
        """The uploads that were erased: a backup put back must lose them again."""
        return frozenset(each.number for each in self.uploads.values() if each.act == "erased")

    def lost_acts(self, first: int) -> dict[int, str]:
        """What the lines from `first` on last did to each upload."""
        return {upload: act for number, (upload, act) in self.acts.items() if number >= first}

    def take(self, said: dict[str, Any]) -> None:
        """One line of the ledger. Raises _Gap, ValueError, KeyError or TypeError for one that is none."""
        if said.get("kind") == KIND:
            self.identity, self.example = str(said["identity"]), bool(said["example"])
        elif "accepted_from" in said:
            self._forget(int(said["accepted_from"]))
        else:
            self._note(int(said["number"]), str(said["hash"]), said)

    def _forget(self, first: int) -> None:
        """The lines from `first` on were lost and somebody accepted it; the uploads stay known."""
        del self.hashes[first - 1 :]
        self.acts = {number: act for number, act in self.acts.items() if number < first}

    def _note(self, number: int, hash_: str, said: dict[str, Any]) -> None:
        if number == len(self.hashes) and hash_ == self.hashes[-1]:
            return  # written again by one that could not know that it had been
        if number != len(self.hashes) + 1:
            raise _Gap(f"it has no line {len(self.hashes) + 1} and goes on with line {number}")
        self.hashes.append(hash_)
        upload, act = said.get("upload_id"), str(said["act"])
        if act == NOTE_ERASED and upload is not None:
            name, line = str(said["note"]).split(", line ")
            self.notes.add((int(upload), int(line), name))
        if upload is not None and act in UPLOAD_ACTS:
            self.acts[number] = (upload, act)
            before = self.uploads.get(upload)
            self.uploads[upload] = replace(before, act=act) if before else _sent(said)


def _sent(said: dict[str, Any]) -> Sent:
    return Sent(
        int(said["upload_id"]),
        str(said.get("return", "")),
        tuple(map(str, said.get("directorates", ()))),
        datetime.fromisoformat(str(said["happened_at"])),
        str(said.get("who", "")),
        str(said["act"]),
    )


def read(path: Path) -> Known | None:
    """What the ledger at `path` says, None where there is none.

    A line that was cut short, by a kill or a full disk, is passed over: what it should have said
    was written again after it. Where it was not, numbers are missing, and that is damage.
    """
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return Known(damage=f"cannot be read: {error.strerror}")
    known = Known()
    try:
        for said in _said(content):
            known.take(said)
    except (_Gap, ValueError, KeyError, TypeError, OverflowError) as error:
        known.damage = f"is damaged: {error}" if isinstance(error, _Gap) else "is damaged"
    if known.identity is None and not known.damage and content.strip():
        known.damage = "is damaged: it does not say which database it is of"
    return known if content.strip() else None


def _said(content: bytes) -> Iterator[dict[str, Any]]:
    for line in content.split(b"\n"):
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(said, dict):
            yield said
