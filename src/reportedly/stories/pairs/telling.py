"""A telling: an article made ready to be compared, so that no clue is drawn twice."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from reportedly.english import BELOW_TWENTY
from reportedly.likeness import skeletons, stem, stop_words, tokens
from reportedly.records import Deed, Gist
from reportedly.stories.names import SHORTEST
from reportedly.stories.pairs.accounts import account, met, own_names
from reportedly.stories.pairs.glossary import meanings, tongue
from reportedly.stories.pairs.inflections import bare
from reportedly.stories.pairs.round_ups import is_round_up

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SHORT = 2  # letters: capitals of so short a word name nothing
_SHOUTED = 0.6  # of a headline's letters in capitals: they tell no names
_YEAR = re.compile(r"20[0-3]\d")
_ROUND = {"dozen": "12", "hundred": "100s", "thousand": "1000s"}
_NUMBERS = {stem(word): str(n) for n, word in enumerate(BELOW_TWENTY)} | _ROUND
_SAYS = "says said tells told calls urges warns vows condemns rejects denies claims announces"
_SPEAKER = re.compile(rf"^(.{{2,60}}?)(?::|\s(?:{'|'.join(_SAYS.split())})\b)", re.IGNORECASE)


class Telling(NamedTuple):
    """``capitals`` are stems of the headline's words in capitals, ``names`` skeletons, ``numbers`` those of its words.

    ``speaker`` are the stems of who speaks by the headline (``X says``, ``X:``), empty where nobody does; ``meanings``
    what articles of other tongues have in common with it, ``named`` the skeletons by which they may name the same.
    ``others`` are people but for the outlet itself, ``met`` whom it quotes and what it counts, ``account`` all that it
    says, which is told of quiet days alone.
    """

    day: date
    outlet: str
    words: tuple[str, ...]
    headline: tuple[str, ...]
    held: frozenset[str]
    capitals: frozenset[str]
    names: tuple[str, ...]
    numbers: frozenset[str]
    headline_numbers: frozenset[str]
    places: frozenset[str]
    people: frozenset[str]
    others: frozenset[str]
    deeds: tuple[Deed, ...]
    speaker: frozenset[str]
    round_up: bool
    tongue: str
    meanings: tuple[str, ...]
    headline_meanings: tuple[str, ...]
    named: frozenset[str]
    met: frozenset[str]
    account: frozenset[str]


def telling(gist: Gist, day: date, *, whole: bool = False) -> Telling:
    """A gist, published on that day, made ready; ``whole``: with what it says below headline and lead."""
    title = gist.headline or ""
    words, headline = _bare(gist.words), _bare(gist.headline_words)
    held = frozenset(words)
    speaker = _SPEAKER.match(title)
    return Telling(
        day=day,
        outlet=gist.outlet,
        words=words,
        headline=headline,
        held=held,
        capitals=_capitals(title) & held,
        names=gist.names,
        numbers=numbers(gist.words),
        headline_numbers=numbers(gist.headline_words),
        places=frozenset(gist.places),
        people=frozenset(gist.people),
        others=frozenset(gist.people) - own_names(gist),
        deeds=gist.deeds,
        speaker=frozenset(map(stem, tokens(speaker[1]))) - stop_words() if speaker else frozenset(),
        round_up=is_round_up(gist),
        tongue=tongue(title),
        meanings=tuple(dict.fromkeys((*meanings(gist.headline_words), *meanings(gist.words)))),
        headline_meanings=meanings(gist.headline_words),
        named=frozenset(gist.names) | _named(title),
        met=met(gist),
        account=account(gist) if whole else frozenset(),
    )


def _named(headline: str) -> frozenset[str]:
    """Skeletons of the words in capitals, of which the reading of a short text knows few to be names."""
    capitals = (word for word in _WORD.findall(headline) if word[0].isupper() and word.isascii() and len(word) > _SHORT)
    return frozenset(name for word in capitals for name in skeletons(word) if len(name) >= SHORTEST)


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(bare, words)))


def numbers(words: Sequence[str]) -> frozenset[str]:
    """The numbers among words; years tell nothing."""
    found = (_NUMBERS.get(word, word) for word in words)
    return frozenset(word for word in found if word[0].isdigit() and not _YEAR.fullmatch(word))


def _capitals(headline: str) -> frozenset[str]:
    letters = [letter for letter in headline if letter.isalpha()]
    if sum(map(str.isupper, letters)) > _SHOUTED * len(letters):
        return frozenset()
    capitals = (word for word in _WORD.findall(headline) if word[0].isupper() and len(word) > _SHORT)
    return frozenset(stem(word.casefold()) for word in capitals)
