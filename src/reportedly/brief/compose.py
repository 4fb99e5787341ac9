"""From the ledger's stories of some days to a brief in which every sentence rests on cited words.

The same ledger, days and ``today`` give the same brief, byte for byte. Stories stand by independent sources, then by
how recent they are. Nothing published after the last day is told, and no state later than ``today`` is known.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.account import wording
from reportedly.account.attributions import attributions
from reportedly.account.disagreements import Account, Difference, differences
from reportedly.account.telling import Telling, tellings
from reportedly.account.voices import voices
from reportedly.brief.background import background
from reportedly.brief.became import became
from reportedly.brief.choosing import Pick, choose
from reportedly.brief.expected import expected
from reportedly.brief.sentences import sentence
from reportedly.errors import BadDate
from reportedly.records import Brief, BriefStory, Citation, Sentence, Story, content_id, heading
from reportedly.text import Span

if TYPE_CHECKING:
    from reportedly.ledger import Ledger, StoryLine

MOST: Final = 20  # stories told; how many more there were is said
ARTICLES: Final = 12  # articles of one story that are looked at, so that one giant story cannot stall a page


def compose(  # noqa: PLR0913  all but the ledger and the days are named
    ledger: "Ledger",
    start: date,
    end: date,
    *,
    today: date,
    most: int = MOST,
    articles: int = ARTICLES,
    languages: Collection[str] = (),
) -> Brief:
    """The brief of the stories with articles from ``start`` to ``end``; raises ``BadDate`` where they are swapped.

    ``most`` stories are told, from up to ``articles`` articles each, originators first; with ``languages`` only stories
    that are told in one of them.
    """
    if end < start:
        raise BadDate(f"a brief from {start} to {end} has no days: give the earlier day first")
    every = ledger.stories.lines(limit=1_000_000, since=start, until=end, languages=languages)
    lines = sorted((line for line in every if line.independent_sources), key=_rank)  # else copies of others alone
    names = ledger.outlets.names()
    asked = _Asked(names, end, today, articles)
    parts = _stories(ledger, [line.id for line in lines[:most]], asked)
    title = f"Brief for {wording.days(start, end)}"
    identity = content_id("b", start, end, today, *(line.text for part in parts for line in part.reported), len(lines))
    changed = became(ledger, start, min(end, today), names)
    return Brief(identity, title, start, end, parts, today, max(0, len(lines) - most), changed)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What every story of a brief is told by: outlets' names by id, the last day, the day of writing, articles read."""

    names: dict[str, str]
    end: date
    today: date
    articles: int


def _rank(line: "StoryLine") -> tuple[int, int, str]:
    return (-line.independent_sources, -(line.last.toordinal() if line.last else 0), line.id)


def compose_stories(
    ledger: "Ledger", ids: Sequence[str], *, today: date, articles: int = ARTICLES
) -> tuple[BriefStory, ...]:
    """The parts of a brief of these stories, in their order; those that are not there are left out."""
    names = ledger.outlets.names()
    return _stories(ledger, ids, _Asked(names, today, today, articles))


def _stories(ledger: "Ledger", ids: Sequence[str], asked: _Asked) -> tuple[BriefStory, ...]:
    """The parts of a brief; what the ledger knows of all of them is asked for at once."""
    stories = ledger.stories.by_id(ids)
    articles = tellings(ledger, stories, asked.names, asked.articles)
    known_by_then = [
        [telling for telling in few if telling.day is None or telling.day <= asked.end] for few in articles
    ]
    ahead = expected(ledger, known_by_then, asked.names, asked.today)
    before = background(ledger, known_by_then, asked.names, [story.id for story in stories])
    each = zip(stories, articles, known_by_then, ahead, before, strict=True)
    return tuple(
        BriefStory(
            story=story.id,
            headline=story.title,
            independent_sources=story.independent_sources,
            reported=reported(few, differences(story, few)),
            expected=later,
            background=earlier,
            voices=named(story, every),
        )
        for story, every, few, later, earlier in each
    )


def named(story: Story, articles: Sequence[Telling]) -> tuple[str, ...]:
    """The outlets of those of its voices that are among these articles."""
    return tuple(voice.telling.outlet for voice in voices(story, articles) if not voice.outside)


def reported(tellings: Sequence[Telling], apart: Sequence[Difference] = ()) -> tuple[Sentence, ...]:
    """What is reported by whom: the outlets' own leads, the telling statements, and where they differ."""
    own = [telling for telling in tellings if not telling.is_copy]
    picks = choose(attribution for telling in own for attribution in attributions(telling))
    spoken = [Sentence(sentence(pick.attribution), _cited(pick)) for pick in picks]
    leads = [lead(telling) for telling in own[:1]] if spoken else [lead(telling) for telling in own[:3]]
    first = [opening for opening in leads if not any(_repeats(opening, other) for other in spoken)]
    return (*first, *spoken, *map(_difference, apart[:2]))


def _cited(pick: Pick) -> tuple[Citation, ...]:
    carried = (pick.attribution, *pick.also[:3])
    return tuple(attribution.telling.cite(attribution.span) for attribution in carried)


def _repeats(sentence: Sentence, other: Sentence) -> bool:
    """Whether the two cite some of the same words."""
    ours, theirs = sentence.citations, other.citations
    return any(a.article == b.article and a.span.touches(b.span) for a in ours for b in theirs)


def lead(telling: Telling) -> Sentence:
    """What the outlet itself reports first; for an article nobody could read, its title and a note."""
    span = _lead_span(telling)
    unread = telling.reading is None or not telling.reading.sentences
    spoken, note = wording.spoken_in(telling.article.language), " (not read by the desk)" if unread else ""
    return Sentence(
        f"{telling.outlet} reported{spoken}: {wording.quoted(span.of(telling.article.text))}{note}.",
        (telling.cite(span),),
    )


def _lead_span(telling: Telling) -> Span:
    article, reading = telling.article, telling.reading
    if reading is None or not reading.sentences:
        return heading(article)
    own = [event.trigger for event in reading.events if event.statement is None and event.status != "hypothetical"]
    body = telling.body
    return next((span for span in body if any(span.holds(trigger) for trigger in own)), body[0])


def _difference(difference: Difference) -> Sentence:
    """Both sides, side by side; the desk does not say who is right."""
    told = difference.accounts[:3]
    sides = [f"{_reported(account)} {account.words(200)}{_cautious(account)}" for account in told]
    cited = tuple(account.telling.cite(account.sentence) for account in told)
    return Sentence(f"{difference.heading}: {'; '.join(sides)}.", cited)


def _reported(account: Account) -> str:
    return f"{account.telling.outlet} reported{wording.spoken_in(account.telling.article.language)}"


def _cautious(account: Account) -> str:
    return " (the most cautious figure)" if account.cautious else ""
