"""Stories: who tells one happening, how many voices that are, where they disagree and how words changed on the way."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from reportedly.records.kinds import Certainty, Record, content_id
from reportedly.text import Span


class Share(Record, frozen=True):
    """Text that an article has in common with another without being its copy: a block, or much of it edited.

    ``of`` is the URL of who had it first, ``share`` how much of this article's own text it makes up, from 0 to 1.
    """

    of: str
    share: float


class StoryArticle(Record, frozen=True):
    """An article's place in a story: ``originator`` is its own URL unless it repeats another's text."""

    article: str
    url: str
    copy_of: str | None
    originator: str
    shares: tuple[Share, ...] = ()


class Placing(Record, frozen=True):
    """Where a page stands among those that were linked, before what people decided; pages by their ids.

    ``happening`` is the first of the pages that tell what it tells, ``original`` the one whose text it repeats. Where
    people parted a happening, ``part`` is a page of those that stay together with it; one that left names in ``host``
    the part that it left, with a minus where nobody is left there.
    """

    page: str
    url: str
    article: str
    day: date | None
    happening: str
    original: str | None = None
    shares: tuple[Share, ...] = ()
    part: str | None = None
    host: str | None = None


class Fold(Record, frozen=True):
    """Why an article is no voice of its own: ``into`` is the URL of the one it is counted with, perhaps folded itself.

    ``words`` names what the reason rests on: the owner (of one outlet without a known owner, the outlet), the medium on
    which both accounts lean; None for a copy, and where that medium is the one it is counted with.
    """

    url: str
    into: str
    reason: Literal["copy", "owner", "source"]
    words: str | None = None


class Side(Record, frozen=True):
    """The voices of outlets of one country; None where the country is unknown."""

    country: str | None
    sources: int


class StoryClaim(Record, frozen=True):
    """What one source says in several articles, in like words: one statement, however often it is printed.

    ``statements`` are ids of statements, in order of their articles. ``voices`` are URLs of the voices that report it
    themselves, ``media`` names others from whom alone articles have it; together they are its independent reports.
    """

    statements: tuple[str, ...]
    voices: tuple[str, ...]
    media: tuple[str, ...] = ()

    @property
    def reports(self) -> int:
        """How many report it independently of each other: one at least, for somebody did."""
        return max(1, len(self.voices) + len(self.media))


class Told(Record, frozen=True):
    """What one article says of something on which others differ: its words, and the value they give."""

    article: str
    url: str
    span: Span
    value: str
    day: date | None = None


class Disagreement(Record, frozen=True):
    """Where articles of a story differ on one ``thing``, oldest telling first.

    An ``update`` is a figure that rose or was put right as time went by; a ``conflict`` stands side by side; a
    ``denial`` is a claim and who denies it. ``cautious`` is the place in ``told`` of the most conservative figure.
    """

    kind: Literal["conflict", "update", "denial"]
    thing: str
    told: tuple[Told, ...]
    cautious: int | None = None


class DriftStep(Record, frozen=True):
    """A form of a statement in one article; ``lost`` and ``changed`` say what differs from the form before it."""

    article: str
    url: str
    span: Span
    certainty: Certainty
    source: str
    day: date | None = None
    lost: tuple[Literal["hedge", "source"], ...] = ()
    changed: tuple[str, ...] = ()


class Drift(Record, frozen=True):
    """A statement traced from its first form through those who repeated it, where something was lost or changed."""

    steps: tuple[DriftStep, ...]


class Story(Record, frozen=True):
    """Articles about one happening. ``independent_sources`` counts voices: articles that no fold counts with another.

    ``thread`` is the id of the running story it is a part of: that of the thread's first story.
    """

    id: str
    title: str
    articles: tuple[StoryArticle, ...]
    independent_sources: int
    folds: tuple[Fold, ...] = ()
    sides: tuple[Side, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    drifts: tuple[Drift, ...] = ()
    thread: str | None = None
    claims: tuple[StoryClaim, ...] = ()

    @property
    def voices(self) -> dict[str, str]:
        """For each article's URL the URL of the voice it is counted with: its own where it is a voice."""
        into = {fold.url: fold.into for fold in self.folds}
        return {place.url: end_of(place.url, into) for place in self.articles}


def story_id(url: str) -> str:
    """The id of the story whose first article has this URL."""
    return content_id("s", url)


def end_of(own: str, leads: Mapping[str, str]) -> str:
    """Where being led from one to the next ends: an article at its voice, a part at the first of its running story."""
    while own in leads:
        own = leads[own]
    return own
