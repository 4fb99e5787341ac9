"""What outlets call one happening: the act, who did it, whom it befell and where, in the words of each.

The happening of a story is what most of its outlets tell in headline and lead: an act of one root. So no list of loaded
words is needed: "operation" and "aggression" stand beside each other because they name the same act.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final, NamedTuple

from reportedly.account.attributions import PRONOUNS
from reportedly.account.named import Name, Named, by_use, cite, commonest, uses
from reportedly.account.telling import body_of
from reportedly.english import NUMBERS
from reportedly.records import Citation, Event, Reading, Story
from reportedly.text import Span, squeezed

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

ARTICLES: Final = 60  # of a story, the first in its order, that are opened
LEAD: Final = 3  # sentences: what follows tells of the background, of other acts of the same root
KINDS: Final = ("act", "who did it", "whom it befell", "where")
_HEAD: Final = re.compile(
    r"\b(?:of|at|in|on|from|who|that|which|near|along|with|by|for|to|after|including|between|under|over)\b.*", re.DOTALL
)
_NOUN: Final = re.compile(r"[a-z][a-z-]+")
_PLAIN: Final = re.compile(r"\b[a-z][a-z-]+")  # words that stand somewhere in small letters, so that they are no name
_NOBODY: Final = PRONOUNS | NUMBERS.keys() | {"its", "his", "her", "their", "others", "dozens", "hundreds", "thousands"}


class _Said(NamedTuple):
    """A word for something: what is counted as one, and where it stands."""

    kind: str
    name: str
    words: Span
    reading: Reading


def happening(ledger: "Ledger", story: Story, names: Mapping[str, str]) -> list[Named]:
    """What a story's outlets call its happening, for each of ``KINDS`` that they name; ``names`` are the outlets'.

    Empty where only one outlet tells of it. Of who took part only common nouns are told, so nobody is named here.
    """
    ids = [place.article for place in story.articles[:ARTICLES]]
    readings = [*ledger.readings.by_article(ids, ("sentences", "entities", "events", "participants")).values()]
    told = [(reading, event) for reading in readings for event in _leading(reading)]
    root = _root(told)
    own = [(reading, event) for reading, event in told if event.type == root]
    if len({reading.article.outlet for reading, _ in own}) <= 1:
        return []
    plain = frozenset(word for reading in readings for word in _PLAIN.findall(reading.article.text))
    acts = {squeezed(event.trigger.of(reading.article.text)).casefold() for reading, event in told}
    said = [
        word
        for reading, event in own
        for word in _said(reading, event, plain)
        if word.kind == "act" or word.name not in acts
    ]
    return [
        Named(story.id, story.title, kind, _names([word for word in said if word.kind == kind], names))
        for kind in KINDS
        if any(word.kind == kind for word in said)
    ]


def _leading(reading: Reading) -> Iterator[Event]:
    """What is said to have happened in headline and lead."""
    title = reading.article.title
    lead = [*body_of(reading)[:LEAD], *([title] if title else [])]
    for event in reading.events:
        happened = event.status in {"occurred", "ongoing"} and event.polarity == "affirmed" and event.type != "OTHER"
        if happened and any(span.holds(event.trigger) for span in lead):
            yield event


def _root(told: Iterable[tuple[Reading, Event]]) -> str | None:
    """The root of an act that most outlets tell of."""
    outlets, often = defaultdict[str, set[str]](set), Counter[str]()
    for reading, event in told:
        outlets[event.type].add(reading.article.outlet)
        often[event.type] += 1
    return min(outlets, key=lambda root: (-len(outlets[root]), -often[root], root), default=None)


def _said(reading: Reading, event: Event, plain: AbstractSet[str]) -> Iterator[_Said]:
    text = reading.article.text
    yield _Said("act", event.lemma.partition("_")[0] or event.trigger.of(text).casefold(), event.trigger, reading)
    for kind, participants in (("who did it", event.actors), ("whom it befell", event.recipients)):
        for who in participants:
            noun = _noun(who.span, text)
            if noun and (word := noun.of(text).casefold()) in plain - _NOBODY:
                yield _Said(kind, word, noun, reading)
    place = next((own for own in reading.entities if own.id == event.place and own.mentions), None)
    if place:
        yield _Said("where", place.name, place.mentions[0], reading)


def _noun(who: Span, text: str) -> Span | None:
    """The last word at the head of the words for somebody, with a capital only where it is their first."""
    head = _HEAD.sub("", who.of(text)).rstrip(" ,.;:’'\"”")
    words = head.split()
    if not words or not _NOUN.fullmatch(words[-1] if words[1:] else words[-1].casefold()):
        return None
    return Span(who.start + len(head) - len(words[-1]), who.start + len(head))


def _names(said: Sequence[_Said], outlets: Mapping[str, str]) -> tuple[Name, ...]:
    """The names with who uses them, in the spelling used most."""
    of_name = defaultdict[str, list[_Said]](list)
    for word in said:
        of_name[word.name].append(word)
    return by_use(_name(words, outlets) for words in of_name.values())


def _name(words: Sequence[_Said], outlets: Mapping[str, str]) -> Name:
    spellings = Counter(squeezed(word.words.of(word.reading.article.text)) for word in words)
    low = Counter({spelling.casefold(): 0 for spelling in spellings})
    for spelling, many in spellings.items():
        low[spelling.casefold()] += many
    off = [word for word in words if word.reading.keeps_off(word.words)]
    shown = commonest(spellings) if words[0].kind == "where" else commonest(low)
    return Name(shown, uses(_by_outlet(words), _by_outlet(off)), _cited(words, outlets), _cited(off, outlets))


def _by_outlet(words: Iterable[_Said]) -> Counter[str]:
    return Counter(outlet for outlet, _ in {(word.reading.article.outlet, word.reading.article.id) for word in words})


def _cited(words: Sequence[_Said], outlets: Mapping[str, str]) -> Citation | None:
    if not words:
        return None
    first = words[0]
    outlet = first.reading.article.outlet
    return cite(first.reading, first.words, outlets.get(outlet, outlet))
