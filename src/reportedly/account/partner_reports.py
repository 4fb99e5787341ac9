"""A partner's report read for the words in it: what each statement says, who says it, how surely, and what may be done.

It stays the partner's: nothing of it becomes a reading here. Its words stand one below the other in ``text``, the
headline first, so that any of them is cited by its place there. What came is taken for hostile, so nothing is expected
of it but what was checked when it came.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import msgspec

from reportedly.records import (
    LABELS,
    REPORT_FORMAT,
    Certainty,
    Citation,
    Label,
    PactStanding,
    Polarity,
    Received,
    Reported,
    ReportState,
)
from reportedly.text import Span, squeezed

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

KIND: Final = "report"
NO_DAY: Final = date(1970, 1, 1)
"""The day of what came out nobody knows when: a report of STIX has to name one."""
LONGEST: Final = 2_000  # letters of one statement that are cited; the longest known has 1,100


class _Statement(msgspec.Struct):
    words: list[str] = []
    source: str = ""
    certainty: Certainty = "unknown"
    polarity: Polarity = "affirmed"


class _Own(msgspec.Struct):
    """What our extension holds of a report, as far as it is read here."""

    format: str
    headline: str = ""
    language: str = "und"
    statements: list[_Statement] = []


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report: where they stand in its text, who says so, how surely."""

    span: Span
    words: str
    source: str = ""
    certainty: Certainty = "certain"
    denied: bool = False


@dataclass(frozen=True, slots=True)
class PartnerReport:
    """A report as it stands now. ``by`` is the desk that made it, ``through`` the one that passed it on.

    ``called`` is how it may be called before others: empty where the pact forbids naming it. ``pact`` is that under
    which it came. ``name`` and ``lines`` are all its words as whoever imports it reads them.
    """

    id: str
    version: datetime
    by: str
    through: str | None
    called: str
    outlet: str
    day: date | None
    language: str
    url: str
    headline: str
    statements: tuple[Words, ...]
    label: Label
    pact: PactStanding | None
    at: datetime
    state: ReportState
    reason: str
    name: str = ""
    lines: tuple[str, ...] = ()

    @property
    def said(self) -> Iterator[Words]:
        """All words of it that can be cited, the headline first."""
        if self.headline:
            yield Words(Span(0, len(self.headline)), self.headline)
        yield from self.statements

    @property
    def text(self) -> str:
        """Its words, one below the other."""
        return "\n".join((self.headline, *(one.words for one in self.statements)))

    def use(self, at: datetime) -> str:
        """What speaks against using it, in words; empty where nothing does."""
        if self.pact is None:
            return "It came under a pact that this desk does not have."
        terms, title = self.pact.pact.terms, self.pact.pact.title
        if terms.use in _RESERVED:
            return f"Under the pact “{title}” {_RESERVED[terms.use]}."
        if terms.at_end != "keep" and not self.pact.holds(at) and terms.starts <= at:
            return f"The pact “{title}” is over: what came under it is used no more."
        return ""

    def cite(self, words: Words) -> Citation:
        """These words of it, as a brief cites them."""
        reported = Reported(
            version=self.version,
            desk=self.called,
            headline=self.headline,
            language=self.language,
            source=words.source,
            certainty=words.certainty,
            denied=words.denied,
            label=self.label,
        )
        return Citation(self.outlet, self.day, self.id, self.url, words.span, words.words, reported)


_RESERVED: Final = {
    "look": "it may be looked at, and nothing done with it",
    "ask": "whoever gave it is asked before anything is done with it",
}


def by_id(ledger: "Ledger", ids: Iterable[str]) -> dict[str, PartnerReport]:
    """The reports of these ids; those that never came are left out."""
    return read(ledger, ledger.received.current(KIND, ids=ids))


def read(ledger: "Ledger", received: Iterable[Received]) -> dict[str, PartnerReport]:
    """By id what these reports say."""
    names = {one.desk: one.name for one in ledger.partners.all()}
    pacts = {one.pact.id: one for one in ledger.pacts.all()}
    return {one.id: _read(one, names, pacts.get(one.pact)) for one in received}


def _read(one: Received, names: Mapping[str, str], pact: PactStanding | None) -> PartnerReport:
    body: dict[str, Any] = msgspec.json.decode(one.body)
    own, by = _own(body), names.get(one.originator, one.originator[:16])
    references = body.get("external_references")
    named: list[Any] = references if isinstance(references, list) else []
    outlets = [
        str(reference["source_name"])
        for reference in named
        if isinstance(reference, dict) and "source_name" in reference
    ]
    unnamed = pact is not None and (pact.pact.terms.naming == "must-not" or pact.pact.terms.use == "unnamed")
    headline = squeezed(own.headline)[:LONGEST]
    return PartnerReport(
        id=one.id,
        version=one.modified,
        by=by,
        through=None if one.sender == one.originator else names.get(one.sender, one.sender[:16]),
        called="" if unnamed else by,
        outlet=squeezed(outlets[0])[:200] if outlets else "An outlet",
        day=_day(body.get("published")),
        language=own.language[:20] or "und",
        url=one.url,
        headline=headline,
        statements=tuple(_placed(own.statements, len(headline) + 1)),
        label=_label(body),
        pact=pact,
        at=one.at,
        state=one.state,
        reason=one.reason,
        name=str(body.get("name", "")),
        lines=tuple(str(body.get("description", "")).splitlines()),
    )


def _own(body: Mapping[str, Any]) -> _Own:
    extensions = body.get("extensions")
    for one in extensions.values() if isinstance(extensions, dict) else ():
        if isinstance(one, dict) and one.get("format") == REPORT_FORMAT:
            try:
                return msgspec.convert(one, _Own)
            except msgspec.ValidationError:
                break
    return _Own(REPORT_FORMAT)


def _placed(statements: Iterable[_Statement], start: int) -> Iterator[Words]:
    for one in statements:
        words = squeezed(" … ".join(one.words))[:LONGEST]
        if words:
            span = Span(start, start + len(words))
            yield Words(span, words, squeezed(one.source)[:200], one.certainty, one.polarity == "denied")
            start = span.end + 1


def _day(published: object) -> date | None:
    """The day it came out; none where it was not known, which is written as ``NO_DAY``."""
    try:
        day = date.fromisoformat(str(published)[:10])
    except ValueError:
        return None
    return day if day.year > NO_DAY.year else None


def _label(body: Mapping[str, Any]) -> Label:
    """The strictest label it has; with one that nobody knows, besides its pact's marking, the strictest there is."""
    refs = body.get("object_marking_refs")
    named = {str(ref) for ref in refs} if isinstance(refs, list) else set()
    found = [label for label, marking in LABELS.items() if marking in named]
    return found[-1] if found and len(named) <= len(found) + 1 else "RED"
