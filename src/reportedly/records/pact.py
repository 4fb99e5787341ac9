"""What desks agree on in writing when they exchange reports: who, what, under which marking, until when."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final, Literal

from reportedly.records.filters import Filters
from reportedly.records.judgement import MARKS
from reportedly.records.kinds import Record

Label = Literal["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]
"""A label of the Traffic Light Protocol 2.0."""

LABELS: Final[Mapping[Label, str]] = MappingProxyType(
    {
        "CLEAR": "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
        "GREEN": "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
        "AMBER": "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
        "AMBER+STRICT": "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
        "RED": "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
    }
)
"""The labels, the most open first, under the ids that OASIS gave them as markings in STIX."""

ReportKind = Literal["articles", "statements", "expectations", "stories"]
"""What a report may tell: that an article was seen, what is said in it, what it announces, what tells the same."""

REPORT_KINDS: Final[tuple[ReportKind, ...]] = ("articles", "statements", "expectations", "stories")

Wording = Literal["quotes", "texts"]
"""What of an article's own words goes along: those of its statements alone, or its whole text."""

Use = Literal["look", "ask", "inside", "unnamed", "publish"]
"""What the receiver may do: only look, ask before anything is done, use it inside the house, publish without naming
whence it comes, publish."""

Naming = Literal["may", "must", "must-not"]
"""Whether the giver is named by whoever uses a report."""

Onward = Literal["nobody", "named", "marking"]
"""To whom the receiver may pass reports on: nobody, the desks named, whoever the report's own marking allows."""

AtEnd = Literal["keep", "stop", "delete"]
"""What becomes of what was received once the pact is over."""

SKEW: Final = timedelta(hours=1)
"""By how much the clocks of two desks may differ before one takes the other's moments for wrong."""


class Liaison(Record, frozen=True):
    """A person whom a desk names to speak for it: how they are reached, and for how long they are named."""

    name: str
    contact: str
    role: str = "liaison"
    since: datetime | None = None
    until: datetime | None = None

    def serves(self, at: datetime) -> bool:
        """Whether they are named at a moment."""
        return (self.since is None or self.since <= at) and (self.until is None or at < self.until)


class Shared(Record, frozen=True):
    """What a desk gives of what it holds: the articles that a saved search finds, as it stood when the pact was made.

    Without words and with filters that leave all open it is everything.
    """

    words: str = ""
    filters: Filters = Filters()


class PactParty(Record, frozen=True):
    """A desk that is bound by a pact: ``desk`` is the fingerprint of its key. One that ``gives`` None only receives."""

    desk: str
    name: str
    gives: Shared | None = Shared()
    liaisons: tuple[Liaison, ...] = ()


class PactTerms(Record, frozen=True):
    """What holds for whatever is exchanged under a pact.

    ``most`` is the strictest label under which anything leaves; what has none counts as ``unmarked``. Reports wait for
    ``delay_hours`` from when the desk first saw their article. A withdrawal is answered within ``answer_hours``.
    """

    starts: datetime
    ends: datetime
    kinds: tuple[ReportKind, ...] = REPORT_KINDS
    wording: Wording = "quotes"
    most: Label = "AMBER"
    unmarked: Label = "AMBER"
    use: Use = "inside"
    naming: Naming = "must"
    onward: Onward = "nobody"
    onward_to: tuple[str, ...] = ()
    passes_on: bool = False
    delay_hours: int = 0
    answer_hours: int = 48
    at_end: AtEnd = "stop"

    @property
    def plain(self) -> Label:
        """The label of what tells nothing of an article: never stricter than what may leave."""
        return min(self.most, self.unmarked, key=MARKS.index)


class Pact(Record, frozen=True):
    """The agreement as it is signed: whoever changes a letter has made another one, with another ``id``.

    ``words`` is what the parties add in their own.
    """

    id: str
    title: str
    parties: tuple[PactParty, ...]
    terms: PactTerms
    words: str = ""

    def party(self, desk: str) -> PactParty | None:
        """A party by its desk's fingerprint."""
        return next((one for one in self.parties if one.desk == desk), None)

    def others(self, desk: str) -> tuple[PactParty, ...]:
        """All parties but one."""
        return tuple(one for one in self.parties if one.desk != desk)


class PactSignature(Record, frozen=True):
    """That a desk signed a pact: ``key`` its public key and ``signature`` its bytes, both base64."""

    desk: str
    key: str
    at: datetime
    signature: str


class PactStanding(Record, frozen=True):
    """A pact as a desk holds it: who signed, and whether somebody ended it before its time, who, when and why."""

    pact: Pact
    signatures: tuple[PactSignature, ...] = ()
    ended: datetime | None = None
    ended_by: str = ""
    ended_why: str = ""

    @property
    def missing(self) -> tuple[PactParty, ...]:
        """The parties that have not signed."""
        signed = {one.desk for one in self.signatures}
        return tuple(one for one in self.pact.parties if one.desk not in signed)

    def holds(self, at: datetime) -> bool:
        """Whether it binds at a moment: signed by all, begun, neither over nor ended."""
        terms = self.pact.terms
        over = terms.ends if self.ended is None else min(terms.ends, self.ended)
        return not self.missing and terms.starts <= at < over


def stricter(*labels: Label) -> Label:
    """The strictest of these."""
    return max(labels, key=MARKS.index)
