"""The dates of announced articles: each read and believed as any date is; and what must be said of them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time

from reportedly.dates import Dated, told


@dataclass
class Dating:
    """Reads the dates of one announcement that was ``seen`` then, and remembers which stayed unknown."""

    seen: datetime
    _unknown: list[str] = field(default_factory=list)
    _converted: list[str] = field(default_factory=list)

    def moment(self, given: object) -> datetime | None:
        """The moment given, as aware UTC; midnight for a day without a time of day, None where none is certain.

        Without a zone it is taken as UTC: feeds speak in it.
        """
        when = told(given, self.seen)
        if when.note:
            (self._converted if when.dated else self._unknown).append(when.note)
        return _in_utc(when.dated) if when.dated else None

    @property
    def note(self) -> str | None:
        """What must be said of the dates, with the first of each kind; None where all were read and are meant."""
        told_of = (("date stays unknown", "dates stay unknown", self._unknown), ("date", "dates", self._converted))
        words = (f"{len(held):,} {one if len(held) == 1 else many}: {held[0]}" for one, many, held in told_of if held)
        return "; ".join(words) or None


def _in_utc(dated: Dated) -> datetime:
    if dated.at:
        return dated.at
    return dated.clock.replace(tzinfo=UTC) if dated.clock else datetime.combine(dated.day, time(), UTC)
