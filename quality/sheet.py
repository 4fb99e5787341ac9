"""One reading as an editor's facts ask about it: by words of the text and by names."""

from collections.abc import Iterable, Iterator
from datetime import date

from quality.measure import Range, touch
from quality.rows import Row

SHORTEST = 4  # letters a mention needs before it may stand for a longer name that contains it


class Sheet:
    """A reading in the public format, with its entities and times by id."""

    def __init__(self, reading: Row) -> None:
        self.reading = reading
        self.text: str = reading["article"]["text"]
        self.entities: dict[str, Row] = {entity["id"]: entity for entity in reading["entities"]}
        self.times: dict[str, Row] = {time["id"]: time for time in reading["times"]}

    def words(self, span: Range) -> str:
        """The words under a span."""
        return self.text[span[0] : span[1]]

    def at(self, *phrases: str) -> list[Range]:
        """Everywhere that any of ``phrases`` stands in the text."""
        return [spot for phrase in phrases for spot in self._spots(phrase)]

    def _spots(self, phrase: str) -> Iterator[Range]:
        start = self.text.find(phrase)
        while start >= 0:
            yield start, start + len(phrase)
            start = self.text.find(phrase, start + 1)

    def stands_at(self, spans: Iterable[Range], *phrases: str) -> bool:
        """Whether one of ``spans`` touches one of ``phrases``."""
        spots = self.at(*phrases)
        return any(touch(span, spot) for span in spans for spot in spots)

    def is_named(self, entity: str | None, name: str) -> bool:
        """Whether the entity of this id goes by ``name``, or by a part of it that is long enough."""
        if entity not in self.entities:
            return False
        known = self.entities[entity]
        names = {known["name"], *map(self.words, known["mentions"])}
        return any(name in other or (len(other) >= SHORTEST and other in name) for other in names)

    def is_part(self, participant: Row, name: str) -> bool:
        """Whether an actor or recipient is ``name``, by its entity or by its words."""
        span = participant.get("span")
        return self.is_named(participant.get("entity"), name) or bool(span and name in self.words(span))

    def takes_part(self, participants: Iterable[Row], *names: str) -> int:
        """How many of ``names`` are among ``participants``."""
        given = list(participants)
        return sum(any(self.is_part(participant, name) for participant in given) for name in names)


def right_days(wanted: Row, start: str | None, end: str | None) -> bool:
    """Whether a start and an end (ISO, or None) are those wanted: exactly, or within the days the gold allows."""
    exact = all(not wanted.get(key) or (got or "")[:10] == wanted[key] for key, got in (("start", start), ("end", end)))
    return exact and all(
        f"{key}_within" not in wanted or within(got, wanted[f"{key}_within"])
        for key, got in (("start", start), ("end", end))
    )


def within(moment: str | None, days: tuple[str, str]) -> bool:
    """Whether an ISO moment falls on one of ``days``, both ends included; None does not."""
    if not moment:
        return False
    first, last = map(date.fromisoformat, days)
    return first <= date.fromisoformat(moment[:10]) <= last
