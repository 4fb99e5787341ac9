"""What became of a page after it was first seen: looks at it, edits of it, the statements these changed."""

from datetime import datetime
from typing import Literal

from reportedly.records.kinds import Certainty, FetchState, Polarity, Record
from reportedly.text import Span

Aspect = Literal["certainty", "polarity", "source", "wording"]
PageEventKind = Literal["seen", "edited", "laid_out_anew", "put_back", "part", "gone", "closed", "no_article", "back"]


class Rewording(Record, frozen=True):
    """Words of one revision and those that stand for them in another; an empty span where there are none."""

    before: Span
    after: Span


class Claim(Record, frozen=True):
    """A statement as an edit tells of it: its id in the reading, from its first to its last word, and its words."""

    statement: str
    span: Span
    source: str
    content: str
    certainty: Certainty
    polarity: Polarity


class StatementChange(Record, frozen=True):
    """A statement that an edit took out (``after`` is None), brought in (``before`` is None) or put differently."""

    kind: Literal["vanished", "appeared", "changed"]
    before: Claim | None
    after: Claim | None
    what: tuple[Aspect, ...] = ()


class Edit(Record, frozen=True):
    """Two revisions of an article (by their ids) told apart; ``struck`` and ``added`` count words.

    Without ``rewordings`` only furniture, spacing or typography differ. ``read`` says whether one reader read both, so
    that their statements could be compared; where ``same_extractor`` is False, a difference may be the extractor's.
    Where one of the two is only a part of its article, or two parts differ only in how far they reach, ``partial`` is
    True: what the other has more was not struck or added, and no statements are compared. Two parts are else compared
    as far as both reach, and what follows there in one of them is in no rewording.
    """

    before: str
    after: str
    rewordings: tuple[Rewording, ...] = ()
    statements: tuple[StatementChange, ...] = ()
    struck: int = 0
    added: int = 0
    read: bool = False
    same_extractor: bool = True
    partial: bool = False


class Look(Record, frozen=True):
    """One look at a page and what came of it; ``article`` is the revision it showed, where it showed one.

    ``at`` is None for an article that was handed in: nobody knows when its page showed it.
    """

    at: datetime | None
    state: FetchState
    message: str = ""
    article: str | None = None
    capture: str | None = None


class PageEvent(Record, frozen=True):
    """Something that became of a page: from ``at`` (None: not known) to the last look that found it so, ``until``.

    ``article`` is the revision that the page shows from then on, or showed last; ``edit`` is what was changed.
    """

    kind: PageEventKind
    at: datetime | None
    until: datetime | None
    looks: int
    message: str
    article: str | None = None
    edit: Edit | None = None
