"""The lake that the settings name, for whoever has no working copy of it open."""

from collections.abc import Iterator
from contextlib import contextmanager

from data.lake.catalogue import Catalogue
from data.lake.lake import Lake
from data.lake.words import no_lake
from data.settings import lake_address, lake_data


@contextmanager
def _named() -> Iterator[tuple[Catalogue, Lake]]:
    address = lake_address()
    if address is None:
        raise no_lake()
    catalogue = Catalogue(address)
    lake = Lake(address, lake_data(), catalogue)
    try:
        yield catalogue, lake
    finally:
        lake.close()
        catalogue.close()


@contextmanager
def alone_with_lake() -> Iterator[tuple[Catalogue, Lake]]:
    """The lake while nobody else writes to it. Raises NotReady where the settings name none."""
    with _named() as (catalogue, lake), catalogue.turn():
        yield catalogue, lake


def holds_something() -> bool:
    """Whether the lake that the settings name holds anything."""
    with _named() as (catalogue, _):
        return catalogue.holds_something()
