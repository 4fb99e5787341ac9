"""One statement for a reader: its words in place, through whom they came, and who else carries them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from reportedly.account.attributions import Attribution, attributions
from reportedly.account.telling import Telling, tellings
from reportedly.records import Statement, Story, StoryArticle
from reportedly.text import Span

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

CARRYING: Final = 20  # articles of the story that are opened
_PARTS: Final = ("sentences", "entities", "times", "statements")

Kind = Literal["content", "source", "cue", ""]


class Piece(NamedTuple):
    """Words of the sentences in which a statement stands, and what of it they are."""

    words: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class StatementTold:
    """A statement: ``pieces`` are its sentences with its own words told apart, ``chain`` whom it came through.

    ``also`` are the same words of the same source elsewhere in its story, ``copies`` the articles of the story that
    repeat the whole text, ``reports`` how many heard it themselves.
    """

    claim: Attribution
    pieces: tuple[Piece, ...]
    chain: tuple[Attribution, ...]
    also: tuple[Attribution, ...]
    copies: tuple[StoryArticle, ...]
    reports: int
    story: Story | None


def told(ledger: "Ledger", article: str, statement: str, names: Mapping[str, str]) -> StatementTold | None:
    """A statement of an article by its id; None where there is none. ``names`` are outlets' by their ids."""
    reading = ledger.readings.by_article([article], _PARTS).get(article)
    if reading is None or all(one.id != statement for one in reading.statements):
        return None
    name = names.get(reading.article.outlet, reading.article.outlet)
    url = reading.article.url
    telling = Telling(StoryArticle(article, url, None, url), reading.article, reading, name)
    own = {claim.statement.id: claim for claim in attributions(telling)}
    claim = own.get(statement)
    if claim is None:
        return None
    held = ledger.stories.of_article(article)
    story = ledger.stories.get(held) if held else None
    also, reports = _elsewhere(ledger, story, claim, names) if story else ((), 1)
    copies = tuple(place for place in story.articles if place.copy_of == url) if story else ()
    return StatementTold(claim, tuple(_pieces(claim)), tuple(_chain(claim, own)), also, copies, reports, story)


def _elsewhere(
    ledger: "Ledger", story: Story, claim: Attribution, names: Mapping[str, str]
) -> tuple[tuple[Attribution, ...], int]:
    """The same statement in other articles of its story, and how many heard it independently."""
    known = next((one for one in story.claims if claim.statement.id in one.statements), None)
    if known is None:
        return (), 1
    (opened,) = tellings(ledger, (story,), names, CARRYING)
    claims = (other for one in opened for other in attributions(one))
    own = claim.telling.article.id
    return tuple(
        other for other in claims if other.statement.id in known.statements and other.telling.article.id != own
    ), known.reports


def _chain(claim: Attribution, own: Mapping[str, Attribution]) -> Iterator[Attribution]:
    """Through whom the words came, the outermost last."""
    seen = {claim.statement.id}
    outer = claim.statement.via
    while outer and outer in own and outer not in seen:
        seen.add(outer)
        yield own[outer]
        outer = own[outer].statement.via


def _pieces(claim: Attribution) -> Iterator[Piece]:
    """The sentences that it stands in, cut where its words begin and end."""
    text = claim.telling.article.text
    sentences = [one for one in claim.telling.body if one.touches(claim.span)] or [claim.span]
    place, end = sentences[0].start, sentences[-1].end
    for kind, span in sorted(_marked(claim.statement), key=lambda pair: pair[1]):
        if span.start >= place and span.end <= end:
            yield from (Piece(text[place : span.start], ""), Piece(span.of(text), kind))
            place = span.end
    yield Piece(text[place:end], "")


def _marked(statement: Statement) -> Iterator[tuple[Kind, Span]]:
    kinds: tuple[tuple[Kind, tuple[Span, ...]], ...] = (
        ("content", statement.content),
        ("source", statement.source),
        ("cue", statement.cue),
    )
    for kind, spans in kinds:
        yield from ((kind, span) for span in spans)
