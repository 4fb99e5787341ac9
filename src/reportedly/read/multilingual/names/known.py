"""What is known beforehand in another language: nations and their people, well-known bodies, contested places.

Each is the same thing as in English (``read/names/known.py``), with the same id.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from reportedly import languages
from reportedly.read.multilingual.marked import NameMark
from reportedly.read.multilingual.names.roll import Roll
from reportedly.read.multilingual.names.tables import Phrase, phrase
from reportedly.read.names import known
from reportedly.read.names.known import Known
from reportedly.read.names.sheet import Mention

_SHORT = 3  # words of a name that may be written as one
Index = Mapping[str, tuple[tuple[Phrase, Known], ...]]
"""By the key of the first word the names that begin so, the longest first."""


def find(roll: Roll) -> None:
    """Claim what is known, the longest first at each word; nothing that the model takes for part of a longer name."""
    for i in range(len(roll)):
        if roll.owner[i] is None:
            found = match(roll, i)
            named = found and (roll.is_capital(i) or found[1].sense != "name")  # peoples go without capitals
            if found and named and not _is_within(roll, i, found[0]) and not _is_doubted(roll, i, found[0]):
                start = i + (roll.is_beside(i) and found[0] - i > 1)
                roll.claim(mention(start, *found))


def mention(start: int, end: int, what: Known) -> Mention:
    """The mention of something known."""
    kind, name, country, number, precision, sense, trait = what
    return Mention(
        start,
        end,
        kind,
        name,
        country=country,
        geonames=number,
        precision=precision,
        adjective=sense == "adjective",
        trait=trait,
    )


def match(roll: Roll, i: int) -> tuple[int, Known] | None:
    """The end of the longest known name that begins with a word, and what it stands for."""
    index = _index(roll.language)
    found = ((words, what) for form in roll.forms(i) for words, what in index.get(form, ()))
    fitting = [(len(words), what) for words, what in found if _goes_on(roll, i, words)]
    most = max(fitting, key=lambda pair: pair[0], default=None)
    return (i + most[0], most[1]) if most else None


def _goes_on(roll: Roll, i: int, words: Phrase) -> bool:
    return all(roll.beside(i + n - 1) and word in roll.forms(i + n) for n, word in enumerate(words[1:], 1))


def _is_within(roll: Roll, start: int, end: int) -> bool:
    """Whether the model takes more than these words for one body or person: the Iran in Iran's ministry."""
    mark = roll.marked(start, end)
    if mark is None or mark.kind == "place":
        return False
    first, last = roll.words[start].span.start, roll.words[end - 1].span.end
    if mark.span.end > last:
        return True
    return roll.words[max(start - 1, 0)].span.end > mark.span.start < first and not _is_field_of(roll, start, mark)


def _is_field_of(roll: Roll, start: int, mark: NameMark) -> bool:
    """Whether the model takes no more for a body than the fields of an office before: foreign minister | of Iran."""
    before = start - 1
    while before >= 0 and roll.words[before].span.end > mark.span.start and roll.key(before) in roll.tables.fields:
        before -= 1
    return before < 0 or roll.words[before].span.end <= mark.span.start


def _is_doubted(roll: Roll, start: int, end: int) -> bool:
    """Whether the words are also others, and nothing says that they are a name."""
    words = tuple(roll.key(i) for i in range(start, end))
    forms = {words, *((form, *words[1:]) for form in roll.forms(start))}
    return not forms.isdisjoint(roll.tables.doubtful) and roll.marked(start, end) is None


# -- the index --------------------------------------------------------------------------------------------------------


@cache
def _index(language: str) -> Index:
    names: dict[Phrase, Known] = {}
    for spelling, what in _all(language):
        for words in _ways(spelling):
            names.setdefault(words, what)
    index: dict[str, list[tuple[Phrase, Known]]] = {}
    for words, what in names.items():
        index.setdefault(words[0], []).append((words, what))
    return {first: tuple(sorted(each, key=lambda pair: -len(pair[0]))) for first, each in index.items()}


def _all(language: str) -> Iterator[tuple[str, Known]]:
    """Spellings with what they stand for; what comes first wins."""
    named, nations = languages.table(language, "names"), languages.table(language, "nations")
    for room in ("places", "organisations", "peoples"):
        for name, spellings in named[room].items():
            what = known.exactly(name) or Known("place", name)  # Europe: a name, and no more is known of it
            yield from ((spelling, what) for spelling in spellings)
    for code, spellings in nations["names"].items():
        nation = known.nation(code)
        yield from ((spelling, nation) for spelling in spellings if nation)
    for code, spellings in nations["adjectives"].items():
        nation = known.nation(code)
        yield from ((spelling, nation._replace(sense="adjective")) for spelling in spellings if nation)


def _ways(spelling: str) -> Iterator[Phrase]:
    """The words of a name, with what is joined by signs taken apart, and, of a short one, all in one."""
    for way in (spelling, spelling.replace("\u200c", " ").replace("-", " ").replace(".", " ")):
        if words := phrase(way):
            yield words
            if 1 < len(words) <= _SHORT and "\u0600" <= words[0][0] <= "\u06ff":
                yield ("".join(words),)
