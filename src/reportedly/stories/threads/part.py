"""A story ready to be compared with others of other days: its headlines and leads as its first day had them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

import msgspec

from reportedly.likeness import skeletons, stem, tokens
from reportedly.records import Gist
from reportedly.stories.order import day
from reportedly.stories.pairs.round_ups import is_round_up

ARTICLES: Final = 6  # originators of its first day by which a story is known
_WORD: Final = re.compile(r"[^\W_]+(?:['’]\w+)?")
_TITLE_CASE: Final = 0.6  # of a headline's words with a capital: they tell no names
_OPENING: Final = 2  # words of a headline by which a series is known: "Reservoir holds ..." every day
_AHEAD: Final = frozenset({"planned", "expected"})
_HELD: Final = frozenset({"occurred", "ongoing"})

Meeting = tuple[str, date, str]
"""What is done, the day, and the id of one who takes part."""


class Part(msgspec.Struct, frozen=True, array_like=True):
    """A story as a part of a running one: stems, skeletons of names, meetings; ``key`` is whatever it is known by.

    ``words`` are those of headlines and leads; ``joining`` those of headlines that are no names and can be none, and
    ``plain`` of these the ones written small somewhere; ``headed`` are the names in headlines, ``openings`` how the
    headlines of each outlet begin; ``ahead`` are meetings announced, ``held`` those told.
    """

    key: str
    words: frozenset[str]
    joining: frozenset[str]
    plain: frozenset[str]
    names: frozenset[str]
    headed: frozenset[str]
    openings: frozenset[tuple[str, ...]]
    ahead: frozenset[Meeting]
    held: frozenset[Meeting]


def part(key: str, gists: Iterable[Gist]) -> Part | None:
    """The part that a story is, by its originators of one day, in order of rank; None where they tell too little.

    Too little tell round-ups, undated articles and those that nobody read: there all words may be names.
    """
    few = [gist for gist in gists if day(gist) and (gist.places or gist.people) and not is_round_up(gist)][:ARTICLES]
    if not few:
        return None
    written = [_WORD.findall(gist.headline or "") for gist in few]
    naming = {word for gist, words in zip(few, written, strict=True) for word in _naming(gist, words)}
    joining = frozenset(word for gist in few for word in gist.headline_words if not word.isdigit()) - naming
    return Part(
        key=key,
        words=frozenset(word for gist in few for word in (*gist.words, *gist.headline_words)),
        joining=joining,
        plain=joining & {stem(word) for words in written for word in words if word[0].islower()},
        names=frozenset(name for gist in few for name in gist.names),
        headed=frozenset(name for gist in few for name in _headed(gist)),
        openings=frozenset((gist.outlet, *gist.headline_words[:_OPENING]) for gist in few),
        ahead=frozenset(meeting for gist in few for meeting in _meetings(gist, _AHEAD)),
        held=frozenset(meeting for gist in few for meeting in _meetings(gist, _HELD)),
    )


def _meetings(gist: Gist, standing: frozenset[str]) -> Iterator[Meeting]:
    """Visits and talks of people and bodies. Strikes are announced too, and then everybody tells of strikes."""
    people = set(gist.people)
    for deed in gist.deeds:
        if deed.type == "CONSULT" and deed.day and deed.status in standing:
            yield from ((deed.lemma, deed.day, who) for who in {*deed.actors, *deed.recipients} & people)


def _naming(gist: Gist, written: Sequence[str]) -> Iterator[str]:
    """Stems of headline words that are names, or may be: with a capital amid small words, or all in capitals."""
    names = set(gist.names)
    yield from (stem(word) for word in tokens(gist.headline or "") if not names.isdisjoint(skeletons(word)))
    capitals = [word for word in written if word[0].isupper()]
    if len(capitals) <= _TITLE_CASE * len(written):
        yield from (stem(word.casefold()) for word in written[1:] if word[0].isupper())
    if not all(map(str.isupper, written)):
        yield from (stem(word.casefold()) for word in written if len(word) > 1 and word.isupper())


def _headed(gist: Gist) -> set[str]:
    return {name for word in tokens(gist.headline or "") for name in skeletons(word)} & set(gist.names)
