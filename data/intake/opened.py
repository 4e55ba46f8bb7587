"""Files opened: each as its sheets, and each sheet as the return it is."""

from collections.abc import Callable, Iterable, Iterator

from data.intake.offer import Offer
from data.intake.outcome import Received
from data.intake.recognise import recognise, unrecognised
from data.reading import Sheet, Unreadable, read
from data.schema import Schema, return_schemas, vocabulary

Opened = tuple[Offer, Sheet, Schema]


def opened(offers: Iterable[Offer], progress: Callable[[str], None]) -> Iterator[Opened | Received]:
    """The sheets of each file, recognised, in the order in which returns need one another.

    First come the files that cannot be read or are none of the returns, as they are refused.
    """
    places = list(return_schemas())
    recognised: list[Opened] = []
    for offer in offers:
        progress(f"Reading {offer.name}")
        for one in _sheets(offer):
            if isinstance(one, Received):
                yield one
            else:
                recognised.append(one)
    yield from sorted(recognised, key=lambda one: places.index(one[2].name))


def _sheets(offer: Offer) -> list[Opened | Received]:
    schemas = return_schemas()
    if offer.return_name:
        schemas = {offer.return_name: schemas[offer.return_name]}
    try:
        sheets = read(offer.name, offer.content, vocabulary())
    except Unreadable as error:
        return [Received(offer.name, "rejected", problems=(error.problem,))]
    found: list[Opened | Received] = [
        (offer, sheet, schema) for sheet in sheets if (schema := recognise(sheet, schemas))
    ]
    strange = sheets[0]
    return found or [
        Received(offer.name, "rejected", sheet=strange, problems=(unrecognised(strange, schemas),))
    ]
