"""Two revisions of an article told apart, with the statements that an edit changed."""

from typing import Literal

from reportedly.records.kinds import Certainty, Polarity, Record
from reportedly.text import Span

Aspect = Literal["certainty", "polarity", "source", "wording"]


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
