"""A ledger of invented articles in four languages, as large as is asked for, to measure the desk's own questions.

Words are as frequent as Zipf's law has it: a language's commonest stand in nearly all its articles, most in hardly any.
Each article has a small reading: five entities, two statements, an event. A tenth of the pages of Arabic letters write
yeh and kaf as the neighbouring language does; one page in fifty was edited.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path
from typing import Final, NamedTuple, get_args

from reportedly.ledger import Filing, Ledger, open_ledger
from reportedly.records import (
    Article,
    ArticleHead,
    Certainty,
    Entity,
    Event,
    Gist,
    Published,
    Reading,
    SourceKind,
    Statement,
    Story,
    StoryArticle,
    article_id,
    story_id,
)
from reportedly.text import Span

LETTERS: Final = {
    "en": "aeiouaeioubcdfghjklmnprstvwyz",
    "fa": "ابپتثجچحخدذرزژسشصطعغفقکگلمنوهی",
    "ur": "ابپتٹجچحخدڈرڑزسشصطعغفقکگلمنںوہھیے",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأؤئ",
}
SHARES: Final = {"en": 10, "fa": 4, "ur": 3, "ar": 3}
VOCABULARY: Final = 20_000
WORDS: Final = 160  # of an article
OUTLETS: Final = [f"outlet-{n:02}" for n in range(80)]
ENTITIES: Final = 5_000
DAYS: Final = 365
EDITED: Final = 50  # pages, of which one is
LAST: Final = date(2031, 6, 30)
TYPES: Final = ("CONSULT", "PROTEST", "ASSAULT", "AID", "SANCTION", "COERCE", "AGREE", "OTHER")
_OTHERWISE: Final = str.maketrans("یکيك", "يكیک")
_AT_ONCE: Final = 200


class Language(NamedTuple):
    """The invented words of a language, the commonest first, with the sums of their frequencies."""

    words: list[str]
    sums: list[float]

    def drawn(self, chance: random.Random, many: int) -> list[str]:
        """So many words, each as often as it is used."""
        return chance.choices(self.words, cum_weights=self.sums, k=many)


def languages() -> dict[str, Language]:
    """The languages by their codes, the same each time."""
    sums = [*accumulate(_frequencies(VOCABULARY))]
    return {code: Language(_words(code), sums) for code in LETTERS}


def _frequencies(many: int) -> Iterator[float]:
    return (1 / rank for rank in range(1, many + 1))


def _words(code: str) -> list[str]:
    chance, words = random.Random(code), dict[str, None]()  # noqa: S311  nothing is secret here
    while len(words) < VOCABULARY:
        length = 3 if len(words) < 60 else chance.randint(4, 9)  # noqa: PLR2004  what is said often is short
        words["".join(chance.choices(LETTERS[code], k=length))] = None
    return [*words]


def ledger(file: Path, many: int) -> Ledger:
    """The ledger in a file, filled with so many pages unless it is there."""
    there = file.exists()
    opened = open_ledger(f"sqlite:///{file}")
    if not there:
        _fill(opened, many)
    return opened


def _fill(opened: Ledger, many: int) -> None:
    given = _articles(many)
    told: list[Article] = []
    chance = random.Random(2)  # noqa: S311  as above
    while some := [*islice(given, _AT_ONCE)]:
        opened.articles.file_all(some)
        opened.readings.file_all([_filing(article, chance) for article in some])
        told += some
    opened.stories.replace(_stories({article.url: article for article in told}.values()))


def _articles(many: int) -> Iterator[Article]:
    """Pages in the order of their days; what is edited comes again at once, with another text."""
    chance, known = random.Random(1), languages()  # noqa: S311  as above
    codes = [code for code, share in SHARES.items() for _ in range(share)]
    for n in range(many):
        code = chance.choice(codes)
        day = LAST - timedelta(days=DAYS - DAYS * n // many) if chance.random() > 0.01 else None  # noqa: PLR2004  one in a hundred
        words = known[code].drawn(chance, WORDS)
        for revision in range(2 if n % EDITED == 0 else 1):
            text = _text(words[revision:])
            if code != "en" and n % 10 == 0:
                text = text.translate(_OTHERWISE)
            url, outlet = f"https://invented.example/{code}/{n}", chance.choice(OUTLETS)
            own = article_id(url, text, "invented/1")
            came_out = Published(day, day, "given") if day else None
            headline = text.partition("\n")[0]
            yield Article(own, url, outlet, text, code, "invented/1", headline=headline, published=came_out)


def _text(words: list[str]) -> str:
    lines = [" ".join(words[:8]), *(" ".join(words[at : at + 20]) + "." for at in range(8, len(words), 20))]
    return lines[0] + "\n\n" + "\n".join(lines[1:])


def _filing(article: Article, chance: random.Random) -> Filing:
    first = Span(0, 3)
    named = {min(ENTITIES, int(chance.paretovariate(0.7))) for _ in range(5)}
    entities = tuple(Entity(entity(n), "place", f"Place {n}", mentions=(first,)) for n in sorted(named))
    statements = tuple(
        Statement(
            f"s-{n}",
            (first,),
            (first,),
            (first,),
            source_kind=_skewed(chance, SourceKind),
            certainty=_skewed(chance, Certainty),
        )
        for n in (1, 2)
    )
    event = Event("v-1", first, min(chance.choices(TYPES, k=2)), "do", certainty="certain")
    head = ArticleHead.of(article)
    reading = Reading(reader="invented/1", article=head, entities=entities, statements=statements, events=(event,))
    day = article.published.start if article.published else None
    gist = Gist(article.id, article.url, article.outlet, None, day, article.headline, b"", (), (), ())
    return Filing(reading, gist, ())


def entity(rank: int) -> str:
    """The id of an entity; the first are named in most articles."""
    return f"e{rank:016x}"


def _skewed(chance: random.Random, kinds: object) -> str:
    """One of some kinds, the first far oftener than the last."""
    values = get_args(kinds)
    return str(values[min(len(values) - 1, int(chance.paretovariate(1.0)) - 1)])


def _stories(told: "Iterator[Article]") -> Iterator[Story]:
    rest = iter(told)
    while some := [*islice(rest, 4)]:
        first = some[0].url
        members = tuple(StoryArticle(own.id, own.url, None, own.url) for own in some)
        yield Story(story_id(first), some[0].headline or "", members, len(some))
