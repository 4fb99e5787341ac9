"""An endless stream of news of invented worlds, quick to make: each is the sample world under other names.

The sample world's English articles are read once, with the reader. A world is these, on days of its own, with names,
words, ids and letters of its own: so within a world articles tell one happening, copy each other, announce, move and
tell outcomes as those of the sample do, and between worlds they share what news at large shares. A name is one of many,
a few of which stand in many worlds, and a word that news at large knows becomes another about as common. Worlds begin
every day, some weeks before the stream too, so that every day has as many articles, of every kind, as any other.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import cache
from multiprocessing import get_context
from typing import Any, Final, NamedTuple

import msgspec
import numpy as np
from msgspec.structs import replace

from reportedly.crew.jobs import DueArticle, Found
from reportedly.crew.stages import read
from reportedly.extract import plain
from reportedly.ledger import Filing
from reportedly.likeness import commonness
from reportedly.records import Article, Gist, Reading, Sighting, article_id
from reportedly.sample import DAYS, world

FIRST: Final = date(2031, 1, 1)
LATE: Final = 0.03  # some days late, at most so many:
SOME_DAYS: Final = 6
YEAR_LATE: Final = 0.01
EDITED: Final = 0.01  # once more, some days later, with other words
NAMES: Final = 3_000  # that a name of the sample world may become; of the commonest one world in fourteen has some
_LETTERS: Final = 12  # alphabets, so that the words of all texts are as many as a language's
_WORDS: Final = frozenset({"words", "headline_words", "names", "topic", "about", "lemma"})
_SLOT: Final = re.compile("\ue000(.)([^\ue001]*)\ue001")
_ID: Final = re.compile(r"[a-z][0-9a-f]{16}")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?=$|T)")
_ALL: Final = (1 << 64) - 1


class Piece(NamedTuple):
    """An article to come: of which world, by its number in that, as which revision, and days before its own."""

    world: int
    number: int
    revision: int = 1
    before: int = 0


class Stream:
    """Days of news from the first, with so many articles ``a_day``."""

    def __init__(self, a_day: float, patterns: Sequence["Pattern"]) -> None:
        self._share, self._patterns = a_day / len(patterns), patterns
        self._by_day: dict[int, list[int]] = defaultdict(list)
        for number, pattern in enumerate(patterns):
            self._by_day[pattern.day].append(number)

    def pieces(self) -> Iterator[tuple[int, Piece]]:
        """What comes, with the number of the day on which it comes."""
        chance = random.Random(1)  # noqa: S311  no secret
        later: dict[int, list[Piece]] = defaultdict(list)
        day = 0
        while True:
            for piece in self._written(day):
                drawn = chance.random()
                on, late = day, piece
                if drawn < LATE:
                    on += chance.randint(1, SOME_DAYS)
                elif drawn < LATE + YEAR_LATE:
                    late = piece._replace(before=365)
                elif drawn < LATE + YEAR_LATE + EDITED:
                    later[day + chance.randint(0, SOME_DAYS)].append(piece._replace(revision=2))
                later[on].append(late)
            coming = later.pop(day, [])
            chance.shuffle(coming)
            coming.sort(key=lambda piece: piece.revision)
            yield from ((day, piece) for piece in coming)
            day += 1

    def _written(self, day: int) -> Iterator[Piece]:
        """What is written on a day, world by world."""
        for behind, numbers in self._by_day.items():
            for own in range(self._begun(day - behind), self._begun(day - behind + 1)):
                yield from (Piece(own, number) for number in numbers)

    def _begun(self, day: int) -> int:
        """How many worlds began before a day, those before the stream counted from nought backwards."""
        return int(day * self._share // 1)

    def day_of(self, piece: Piece) -> int:
        """The day on which its world began."""
        return next(day for day in _around(int((piece.world + 1) / self._share)) if self._holds(day, piece.world))

    def _holds(self, day: int, own: int) -> bool:
        return self._begun(day) <= own < self._begun(day + 1)

    def filings(self) -> Iterator[tuple[int, Article, Filing]]:
        """What comes, as articles with what was found in them."""
        for day, piece in self.pieces():
            began = FIRST + timedelta(self.day_of(piece) - piece.before)
            yield day, *self._patterns[piece.number].filled(piece, began - DAYS[0])


def _around(day: int) -> Iterator[int]:
    yield day
    for away in range(1, 4):
        yield from (day - away, day + away)


class Pattern:
    """An article of the sample world with what was found in it, parted into what stays and what each world has own."""

    def __init__(self, article: Article, found: Found) -> None:
        reading, gist, sightings = found
        plain_head = replace(reading.article, text="", headline=None)
        self._gist = gist.shingles
        given = replace(reading, article=plain_head), replace(gist, shingles=b"", first=None), sightings
        marked = msgspec.json.encode(_marked(msgspec.json.decode(msgspec.json.encode(given)))).decode()
        parts = _SLOT.split(marked)
        self._literals, slots = parts[::3], list(zip(parts[1::3], parts[2::3], strict=True))
        self._slots = {slot: n for n, slot in enumerate(dict.fromkeys(slots))}
        self._order = [self._slots[slot] for slot in slots]
        self._made = [_Slot(kind, value) for kind, value in self._slots]
        self._article = article
        self.day = (article.published.start - DAYS[0]).days if article.published else 0

    def filled(self, piece: Piece, shift: timedelta) -> tuple[Article, Filing]:
        """The article of a world, with what was found in it."""
        article = self._of_world(piece, shift)
        own = _mixed(piece.world, piece.number * 4 + piece.revision)
        values = _Values(piece.world, own, shift, article)
        made = [values.of(slot) for slot in self._made]
        parts = [*self._literals]
        filled = "".join([part + made[n] for part, n in zip(parts, self._order, strict=False)]) + parts[-1]
        reading, gist, sightings = _decoder().decode(filled)
        head = replace(reading.article, text=article.text, headline=article.headline)
        gist = replace(gist, shingles=_shingles(self._gist, piece))
        told = sightings if piece.revision == 1 else sightings[:-1]
        return article, Filing(replace(reading, article=head), gist, told)

    def _of_world(self, piece: Piece, shift: timedelta) -> Article:
        one, letters = self._article, _alphabet((piece.world + piece.revision - 1) % _LETTERS)
        url, text = f"{one.url}-{piece.world}", one.text.translate(letters)
        outlet = f"{one.outlet}-{piece.world % 30}"
        published = one.published and replace(
            one.published, start=one.published.start + shift, end=one.published.end + shift
        )
        return replace(
            one,
            id=article_id(url, text, one.extractor),
            url=url,
            outlet=outlet,
            text=text,
            headline=one.headline and one.headline.translate(letters),
            published=published,
        )


class _Slot:
    """What each world has own in a pattern, with what does not change about it."""

    def __init__(self, kind: str, value: str) -> None:
        self.kind, self.value, self.code = kind, value, _code(value)
        self.number = int(value[1:], 16) if kind in "EL" else 0
        self.day = date.fromisoformat(value[:10]) if kind == "D" else date.min
        self.rest = value[10:]
        self.rank = _ranks()[value] if kind == "K" else 0


class _Values:
    """What stands in the slots in one article of a world."""

    def __init__(self, own: int, article: int, shift: timedelta, made: Article) -> None:
        self._world, self._article, self._shift = own, article, shift
        self._of_article = {"A": made.id, "U": made.url, "O": made.outlet, "W": f" {own}"}

    def of(self, slot: _Slot) -> str:
        """The value of a slot."""
        match slot.kind:
            case "K":
                return self._word(slot)
            case "N":
                return f"{slot.value}{self._name(slot)}"
            case "E":
                return f"e{(slot.number + self._name(slot) * 0x9E3779B97F4A7C15) & _ALL:016x}"
            case "L":
                return f"{slot.value[0]}{slot.number ^ self._article:016x}"
            case "D":
                return (slot.day + self._shift).isoformat() + slot.rest
            case other:
                return self._of_article[other]

    def _word(self, slot: _Slot) -> str:
        """For a word that news at large knows another of about its rank."""
        drawn = _mixed(self._world, slot.code) % (slot.rank + 16)
        return _common()[min(len(_common()) - 1, slot.rank // 2 + drawn)]

    def _name(self, slot: _Slot) -> int:
        """Which of the names that it may become, the first far oftener than the last."""
        return int(NAMES * (_mixed(self._world, slot.code) / (1 << 64)) ** 3)


def patterns() -> list[Pattern]:
    """The English articles of the sample world; they are read in a process of its own, which leaves no reader here."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return [Pattern(article, found) for article, found in other.submit(_read).result()]


def _read() -> list[tuple[Article, Found]]:
    sites = [(site, piece) for site, piece in world.pieces() if "en" in site.outlet.languages]
    due = [DueArticle(_article(site, piece), site.outlet) for site, piece in sites]
    found = zip(due, read(due), strict=True)
    return [(one.article, of) for one, of in found if isinstance(of, Found)]


def _article(site: world.Site, piece: world.Piece) -> Article:
    url, day = site.url(piece), piece.published.date()
    return plain.article(piece.text, url=url, outlet=piece.outlet, published=day, headline=piece.headline)


# -- what differs between worlds --------------------------------------------------------------------------------------


def _marked(value: Any, key: str = "") -> Any:
    """The same as JSON has it, with marks around what each world has own."""
    if isinstance(value, dict):
        return {name: _marked(held, name) for name, held in value.items()}
    if isinstance(value, list):
        return [_marked(held, key) for held in value]
    return _slot(value, key) if isinstance(value, str) else value


def _slot(value: str, key: str) -> str:
    if key in {"article", "article_url", "url", "outlet"} or (key == "id" and value[:1] == "a"):
        kind = "O" if key == "outlet" else "U" if "url" in key else "A"
    elif _ID.fullmatch(value):
        kind = "E" if value[0] == "e" else "L"
    elif _DAY.match(value):
        kind = "D"
    elif key in _WORDS:
        kind = "K" if value in _ranks() else "N"
    elif key == "sentence":
        return f"{value}\ue000W\ue001"
    else:
        return value
    return f"\ue000{kind}{value}\ue001"


@cache
def _common() -> list[str]:
    """The words that news at large knows, the commonest first, in letters that need no care."""
    known = commonness()
    return sorted((word for word in known if word.isascii() and word.isalpha()), key=lambda word: (-known[word], word))


@cache
def _ranks() -> dict[str, int]:
    return {word: rank for rank, word in enumerate(_common())}


@cache
def _alphabet(number: int) -> dict[int, int]:
    """Small letters for small letters, vowels for vowels."""
    chance, table = random.Random(number), dict[int, int]()  # noqa: S311  no secret
    for letters in ("aeiou", "bcdfghjklmnpqrstvwxyz"):
        table |= zip(map(ord, letters), map(ord, chance.sample(letters, len(letters))), strict=True)
    return table


def _shingles(given: bytes, piece: Piece) -> bytes:
    """The hashes of the text in a world's words; a later revision has half of them."""
    hashes = np.frombuffer(given, "<u8") ^ np.uint64(_mixed(piece.world, 1) >> 1)
    return hashes[: len(hashes) // piece.revision].tobytes()


@cache
def _decoder() -> msgspec.json.Decoder[tuple[Reading, Gist, tuple[Sighting, ...]]]:
    return msgspec.json.Decoder(tuple[Reading, Gist, tuple[Sighting, ...]])


def _code(value: str) -> int:
    return int.from_bytes(value.encode()[-16:].rjust(16, b"."), "big") % ((1 << 61) - 1)


def _mixed(one: int, other: int) -> int:
    """A number of 64 bits that looks drawn, the same for equal numbers."""
    mixed = (one * 0x9E3779B97F4A7C15 ^ other * 0xBF58476D1CE4E5B9) & _ALL
    mixed = ((mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9) & _ALL
    mixed = ((mixed ^ mixed >> 27) * 0x94D049BB133111EB) & _ALL
    return mixed ^ mixed >> 31
