"""Damage: what may have become of a database file or its log, each kind drawn by chance."""

import io
import sqlite3
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

BLOCK, HEADERS = 262_144, 3 * 4096


@dataclass(frozen=True)
class Sound:
    """A sound database file, the log of what was sent since, and the same of another council."""

    file: bytes
    log: bytes
    other_file: bytes
    other_log: bytes


Damage = Callable[[bytes, Random, Sound], bytes]


def flipped(content: bytes, chance: Random, _sound: Sound) -> bytes:
    """One to sixteen bits the other way round."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 16))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def flipped_at_the_start(content: bytes, chance: Random, sound: Sound) -> bytes:
    """Bits of the headers, which say where everything is."""
    return flipped(content[:HEADERS], chance, sound) + content[HEADERS:]


def cut(content: bytes, chance: Random, _sound: Sound) -> bytes:
    """The beginning alone."""
    return content[: chance.randrange(1, len(content))]


def overwritten(content: bytes, chance: Random, _sound: Sound) -> bytes:
    """A stretch of noise, or of nothing."""
    place, length = chance.randrange(len(content)), chance.choice((16, 512, 4096, 100_000))
    over = chance.randbytes(length) if chance.random() < 0.5 else bytes(length)
    return content[:place] + over[: len(content) - place] + content[place + length :]


def longer(content: bytes, chance: Random, _sound: Sound) -> bytes:
    """Something written behind the end."""
    return content + chance.randbytes(chance.randrange(1, 300_000))


def swapped(content: bytes, chance: Random, _sound: Sound) -> bytes:
    """Two blocks in each other's place, or one written over another."""
    blocks = [content[at : at + BLOCK] for at in range(HEADERS, len(content), BLOCK)]
    one, two = chance.sample(range(len(blocks)), 2)
    blocks[one], blocks[two] = blocks[two], blocks[one] if chance.random() < 0.5 else blocks[two]
    return content[:HEADERS] + b"".join(blocks)


def headers_of_another(content: bytes, _chance: Random, sound: Sound) -> bytes:
    """The headers of another database over these blocks."""
    return sound.other_file[:HEADERS] + content[HEADERS:]


def another_programs(_content: bytes, chance: Random, _sound: Sound) -> bytes:
    """A file of another program, or that program's mark and nothing sensible behind it."""
    whole = (a_sqlite(), a_zip())
    marks = (b"SQLite format 3\0", b"PK\3\4", b"PAR1", b"%PDF-1.7\n", b"\x1f\x8b\x08", b"ARROW1\0\0", b"{",
             b"DUCK", b"\x7fELF", b"\xd0\xcf\x11\xe0", b"project_id,title\n", b"-- SQL\n")  # fmt: skip
    return chance.choice((*whole, *(mark + chance.randbytes(20_000) for mark in marks)))


def nothing(_content: bytes, _chance: Random, _sound: Sound) -> bytes:
    """No byte at all."""
    return b""


def zeros(content: bytes, _chance: Random, _sound: Sound) -> bytes:
    """As long as it was, and nothing but zeros: what a power cut may leave."""
    return bytes(len(content))


def of_another(_content: bytes, _chance: Random, sound: Sound) -> bytes:
    """The log of another database."""
    return sound.other_log


def a_sqlite() -> bytes:
    """A database of SQLite's."""
    with sqlite3.connect(":memory:") as connection:
        connection.execute("create table mine (a)")
        return bytes(connection.serialize())


def a_zip() -> bytes:
    """A ZIP archive, as a workbook is one."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mine.txt", "mine" * 1000)
    return held.getvalue()


OF_FILE: tuple[Damage, ...] = (
    flipped, flipped_at_the_start, cut, overwritten, longer, swapped, headers_of_another,
    another_programs, nothing, zeros,
)  # fmt: skip
OF_LOG: tuple[Damage, ...] = (of_another, flipped, overwritten, another_programs, longer)


@dataclass(frozen=True)
class Case:
    """A damaged file, its log if it has one, and how they came to be."""

    what: str
    file: bytes
    log: bytes | None


def case(number: int, sound: Sound) -> Case:
    """The case of this number: every kind of damage by turns, three of the file to one of its log."""
    chance = Random(number)
    turn, of_log = divmod(number, 4)[0], number % 4 == 3
    if of_log:
        damage = OF_LOG[turn % len(OF_LOG)]
        return Case(f"log {damage.__name__}", sound.file, damage(sound.log, chance, sound))
    damage = OF_FILE[(turn * 3 + number % 4) % len(OF_FILE)]
    return Case(f"file {damage.__name__}", damage(sound.file, chance, sound), None)


def laid(found: Case, path: Path) -> None:
    """Put a case where the database is looked for."""
    path.write_bytes(found.file)
    log = path.with_name(f"{path.name}.wal")
    log.unlink(missing_ok=True)
    if found.log is not None:
        log.write_bytes(found.log)
