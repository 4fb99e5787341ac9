"""What articles can be narrowed down to, with words that are sought or without."""

from datetime import date

from reportedly.records.kinds import Certainty, Record, SourceKind


class Filters(Record, frozen=True):
    """What an article must be or have; None leaves it open.

    ``since`` and ``until`` are days it came out, both inclusive; ``entity`` is the id of somebody or something that it
    names, ``event`` the type of an event in it. ``certainty`` and ``source`` are of a statement in it, both of one.
    ``language`` are codes of languages, joined by commas, in one of which it must be.
    """

    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    language: str | None = None
    entity: str | None = None
    certainty: Certainty | None = None
    source: SourceKind | None = None
    event: str | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages, in one of which it must be; none where that is left open."""
        return tuple(self.language.split(",")) if self.language else ()
