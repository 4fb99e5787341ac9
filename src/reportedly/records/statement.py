"""Who says what in an article."""

from reportedly.records.kinds import Certainty, Mode, Polarity, Record, SourceKind
from reportedly.text import Span


class Statement(Record, frozen=True):
    """A claim: who says what, with which words. ``via`` is the outer statement in a chain of attribution."""

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    source_entity: str | None = None
    source_kind: SourceKind = "unknown"
    via: str | None = None
    mode: Mode = "indirect"
    certainty: Certainty = "certain"
    polarity: Polarity = "affirmed"

    @property
    def envelope(self) -> Span:
        """From the first to the last word of it, source and cue included."""
        spans = (*self.content, *self.cue, *self.source)
        return Span(min(span.start for span in spans), max(span.end for span in spans))
