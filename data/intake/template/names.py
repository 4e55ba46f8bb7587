"""Names: how a template writes an entry of a reference list, and which entries it offers."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from data.database import Database
from data.intake.cells import list_keys, spelt
from data.intake.template.asked import Asked
from data.intake.template.held import Held, held
from data.schema import Field, ForeignKey, Schema

# These are written by their codes: people know the half-years and questions by them.
BY_CODE = ("periods", "conditions")


class Names:
    """The entries of every list as this template writes them, looked up once each."""

    def __init__(self, database: Database, who: Asked) -> None:
        self._database, self._who = database, who
        self._entries: dict[str, list[Held]] = {}
        self._labels: dict[tuple[str, str | None], dict[str, str]] = {}

    def of(self, schema: Schema, field: Field, code: str | None, inside: str | None = None) -> str | None:
        """How a code is written: by its label, where no other entry could be meant by that.

        `inside` is the entry that the field's list is divided by: a category's characteristic.
        """
        key = list_keys(schema.foreign_keys).get(field.name)
        if key is None or code is None or key.resource in BY_CODE:
            return code
        return self._written(key, inside).get(code, code)

    def record(self, schema: Schema, values: Held) -> Held:
        """The fields of a return among these values, each written as `of` writes it."""
        keys = {key.fields[-1]: key.fields[0] for key in schema.foreign_keys if len(key.fields) > 1}
        return {
            field.name: self.of(schema, field, values[field.name], values.get(keys.get(field.name)))
            for field in schema.fields
            if field.name in values
        }

    def offered(self, schema: Schema, field: Field) -> tuple[str, ...]:
        """What a drop-down offers: the fixed answers, or the entries in use in the half-year."""
        if field.choices:
            return tuple(map(str, field.choices))
        least, most = field.constraints.get("minimum"), field.constraints.get("maximum")
        if field.type == "integer" and most is not None:
            return tuple(map(str, range(least or 0, most + 1)))
        key = list_keys(schema.foreign_keys).get(field.name)
        if key is None or key.resource in BY_CODE or len(key.fields) > 1:
            return ()
        written = self._written(key, None)
        return tuple(written.get(entry["code"], entry["code"]) for entry in self._in_use(key.resource))

    def _written(self, key: ForeignKey, inside: str | None) -> dict[str, str]:
        found = self._labels.get((key.resource, inside))
        if found is None:
            entries = self._all(key.resource)
            if inside is not None:
                entries = [entry for entry in entries if entry[key.reference[0]] == inside]
            found = self._labels[key.resource, inside] = labels(entries)
        return found

    def _all(self, resource: str) -> list[Held]:
        if resource not in self._entries:
            found = held(self._database, f"select * from reference.{resource}")
            self._entries[resource] = sorted(found, key=lambda entry: entry.get("order") or 0)
        return self._entries[resource]

    def _in_use(self, resource: str) -> Iterable[Held]:
        plans = {plan["code"]: plan for plan in self._all("plan")}
        for entry in self._all(resource):
            plan = plans.get(entry.get("plan"), {})
            theirs = resource != "services" or entry["directorate"] == self._who.directorate
            if theirs and self._runs(plan, "start", "end") and self._runs(entry, "valid_from", "valid_to"):
                yield entry

    def _runs(self, entry: Held, first: str, last: str) -> bool:
        begins, ends = entry.get(first) or date.min, entry.get(last) or date.max
        return bool(begins <= self._who.end and ends >= self._who.start)


def labels(entries: list[Held]) -> dict[str, str]:
    """Each code of a list, and the label that stands for it; the code where its label is not its alone."""
    if not entries or "label" not in entries[0]:
        return {}
    codes = {spelt(entry["code"]): entry["code"] for entry in entries}
    spellings = Counter(spelt(entry["label"]) for entry in entries)
    return {
        entry["code"]: entry["label"] if _alone(entry, codes, spellings) else entry["code"]
        for entry in entries
    }


def _alone(entry: Held, codes: dict[str, str], spellings: Counter[str]) -> bool:
    spelling = spelt(entry["label"])
    return spellings[spelling] == 1 and codes.get(spelling, entry["code"]) == entry["code"]
