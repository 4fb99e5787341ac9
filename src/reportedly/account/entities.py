"""One person, body, place, group or agreement over the articles that name it: roles, words by and about it, events.

Persons who neither speak nor hold office nor act in public are no entities of the ledger, so nothing is told of them.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.account.attributions import Attribution, attributions
from reportedly.account.telling import Telling
from reportedly.records import Citation, Entity, Event, FollowUp, Judgement, Reading, StoryArticle
from reportedly.text import squeezed

if TYPE_CHECKING:
    from reportedly.ledger import ArticleLine, EntityLine, Ledger

ARTICLES: Final = 40  # the newest, which are opened
_PARTS: Final = ("sentences", "entities", "times", "statements", "events", "participants")


@dataclass(frozen=True, slots=True)
class Role:
    """Words for what somebody is, with the first and the newest article that use them."""

    words: str
    first: Citation
    newest: Citation
    articles: int


@dataclass(frozen=True, slots=True)
class Part:
    """An event in which it takes part, ``how`` it does, with the sentence that tells it."""

    event: Event
    how: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Called:
    """A name of it, and in how many of the opened articles each outlet uses it, the oftenest first."""

    words: str
    outlets: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class EntityTold:
    """What the newest articles tell of an entity; what it says and what is said of it stay apart.

    ``spelt`` are the names of the others that are one with it, by their ids; ``decisions`` those in force about who is.
    """

    line: "EntityLine"
    spelt: Mapping[str, str]
    articles: "tuple[ArticleLine, ...]"
    roles: tuple[Role, ...]
    called: tuple[Called, ...]
    said: tuple[Attribution, ...]
    about: tuple[Attribution, ...]
    parts: tuple[Part, ...]
    ahead: tuple[FollowUp, ...]
    decisions: tuple[Judgement, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """Its other names, each once however it is spaced and capitalised."""
        names = {squeezed(name).casefold(): squeezed(name) for name in reversed((self.line.name, *self.line.names))}
        return tuple(reversed([name for key, name in names.items() if key != squeezed(self.line.name).casefold()]))


def told(ledger: "Ledger", entity: str, names: Mapping[str, str], today: date) -> EntityTold | None:
    """What is told of an entity, newest first; None where no article names it. ``names`` are outlets' by their ids."""
    line = ledger.entities.get(entity)
    if line is None:
        return None
    articles = ledger.articles.naming(entity, limit=ARTICLES)
    readings = ledger.readings.by_article((one.article for one in articles), _PARTS)
    opened = [_telling(readings[one.article], one, names) for one in articles if one.article in readings]
    members = frozenset(line.members)
    own = [(telling, _own(telling, members)) for telling in opened]
    claims = [(claim, held) for telling, held in own for claim in attributions(telling)]
    return EntityTold(
        line,
        ledger.entities.spelt(line.members[1:]),
        tuple(articles),
        tuple(_roles(own)),
        tuple(_called(own)) if line.kind != "person" else (),
        tuple(claim for claim, _ in claims if claim.statement.source_entity in members),
        tuple(
            claim for claim, held in claims if claim.statement.source_entity not in members and _is_about(claim, held)
        ),
        tuple(part for telling in opened for part in _parts(telling, members)),
        tuple(_ahead(ledger, members, line.names, articles, today)),
        tuple(ledger.judgements.in_force_about(line.members)),
    )


def _telling(reading: Reading, line: "ArticleLine", names: Mapping[str, str]) -> Telling:
    place = StoryArticle(line.article, line.url, line.url if line.is_copy else None, line.url)
    return Telling(place, reading.article, reading, names.get(line.outlet, line.outlet))


def _own(telling: Telling, members: Collection[str]) -> Entity | None:
    held = telling.reading.entities if telling.reading else ()
    return next((one for one in held if one.id in members), None)


def _roles(own: Iterable[tuple[Telling, Entity | None]]) -> Iterator[Role]:
    """The roles in the order in which they were last used."""
    used: dict[str, list[Citation]] = {}
    for telling, entity in own:
        if entity and entity.mentions:
            for role in entity.roles:
                used.setdefault(role, []).append(telling.cite(entity.mentions[0]))
    for role, cited in used.items():
        yield Role(role, min(cited, key=_day), max(cited, key=_day), len(cited))


def _called(own: Iterable[tuple[Telling, Entity | None]]) -> Iterator[Called]:
    """The names in the order of how many articles use them."""
    uses: dict[str, Counter[str]] = {}
    for telling, entity in own:
        text = telling.article.text
        for words in {squeezed(mention.of(text)) for mention in (entity.mentions if entity else ())}:
            uses.setdefault(words, Counter())[telling.outlet] += 1
    for words, outlets in sorted(uses.items(), key=lambda pair: (-pair[1].total(), pair[0])):
        yield Called(words, tuple(sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))))


def _day(citation: Citation) -> date:
    return citation.published or date.min


def _is_about(claim: Attribution, entity: Entity | None) -> bool:
    """Whether the words that are said name it."""
    mentions = entity.mentions if entity else ()
    return any(words.holds(mention) for words in claim.statement.content for mention in mentions)


def _parts(telling: Telling, members: Collection[str]) -> Iterator[Part]:
    reading = telling.reading
    for event in reading.events if reading and not telling.is_copy else ():
        how = _how(event, members)
        sentence = (
            next((one for one in reading.sentences if one.holds(event.trigger)), event.trigger) if reading else None
        )
        if how and sentence:
            yield Part(event, how, telling.cite(sentence))


def _how(event: Event, members: Collection[str]) -> str | None:
    if any(one.entity in members for one in event.actors):
        return "acts"
    if any(one.entity in members for one in event.recipients):
        return "is acted upon"
    return "is where" if event.place in members else None


def _ahead(
    ledger: "Ledger", members: Iterable[str], names: Iterable[str], articles: "Iterable[ArticleLine]", today: date
) -> Iterator[FollowUp]:
    """Expectations that rest on these articles and in which it takes part."""
    own = {*members, *names}
    for followup in ledger.followups.resting_on(one.article for one in articles):
        if own.intersection(followup.who):
            yield followup.as_of(today)
