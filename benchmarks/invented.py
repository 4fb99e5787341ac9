"""A ledger of invented articles in four languages, as large as is asked for, to measure the desk's own questions.

Words are as frequent as Zipf's law has it: a language's commonest stand in nearly all its articles, most in hardly any.
Of each article some entities, two statements and an event are known, and four in a row are a story; one in four
announces something, of which the last of its story may tell what became of it. A tenth of the articles of Arabic
letters write yeh and kaf as the neighbouring language does. Rows are put in by the tables, not one article after the
other, for that would take the desk's own time for filing; the index of words and the marks are what
``reportedly.ledger.search`` keeps.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate, islice
from typing import Final, NamedTuple, get_args

from sqlalchemy import Connection

from reportedly.ledger import Ledger, followups, open_ledger, schema, tuples, unread
from reportedly.ledger.database import connect
from reportedly.ledger.news import note_stories
from reportedly.ledger.search import fulltext
from reportedly.ledger.search.marks import SHELVED, claim, mark
from reportedly.ledger.search.places import place_of
from reportedly.ledger.tuples import Values
from reportedly.records import (
    READER,
    SCHEMA,
    Certainty,
    Change,
    DevelopmentState,
    Evidence,
    FollowUp,
    SourceKind,
    Story,
    StoryArticle,
    Window,
    content_id,
    page_id,
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
ODDLY_SPELT: Final = 0.1  # of articles of Arabic letters
DAYS: Final = 365
DENIED: Final = 20  # one article in so many denies something
WINDOWED: Final = 0.7  # of announcements; the others name no day
LAST: Final = date(2031, 6, 30)
TYPES: Final = ("CONSULT", "PROTEST", "ASSAULT", "AID", "SANCTION", "COERCE", "AGREE", "OTHER")
_OTHERWISE: Final = str.maketrans("یکيك", "يكیک")
_AT_ONCE: Final = 4_000
_READ: Final = datetime(2031, 7, 1, tzinfo=UTC)
_HERE: Final = (Span(0, 3),)
_NOON: Final = time(12, tzinfo=UTC)


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


def ledger(url: str, many: int) -> Ledger:
    """The ledger at an address, filled with so many articles where nothing is in it."""
    opened = open_ledger(url)
    if not opened.counts().articles:
        database, given = connect(url), invented(many)
        while some := [*islice(given, _AT_ONCE)]:
            with database.writing() as connection:
                _put(connection, some)
        unread.make_for(database, READER)
        database.close()
    return opened


class Invented(NamedTuple):
    """An article, and what is known of it."""

    seq: int
    text: str
    language: str
    outlet: str
    day: date | None
    entities: list[int]
    claims: list[tuple[str, str]]
    event: str

    @property
    def id(self) -> str:
        """The article's id."""
        return content_id("a", self.seq)

    @property
    def url(self) -> str:
        """Where its page is."""
        return f"https://invented.example/{self.language}/{self.seq}"

    @property
    def headline(self) -> str:
        """Its first line."""
        return self.text.partition("\n")[0]

    @property
    def place(self) -> int:
        """Its place in all lists."""
        return place_of(self.day, self.seq)

    def marks(self) -> set[str]:
        """All it is marked with."""
        kinds = (("outlet", self.outlet), ("language", self.language), ("event", self.event))
        claims = {claim(*pair) for kind, how in self.claims for pair in ((kind, how), (kind, None), (None, how))}
        named = {mark("entity", entity(rank)) for rank in self.entities}
        return {SHELVED, *(mark(*kind) for kind in kinds), *claims, *named}


def invented(many: int) -> Iterator[Invented]:
    """So many articles, in the order of their days; one in a hundred has none."""
    chance, known = random.Random(1), languages()  # noqa: S311  as above
    codes = [code for code, share in SHARES.items() for _ in range(share)]
    for n in range(many):
        code = chance.choice(codes)
        day = LAST - timedelta(days=DAYS - DAYS * n // many) if n % 100 else None
        text = _text(known[code].drawn(chance, WORDS))
        if code != "en" and chance.random() < ODDLY_SPELT:
            text = text.translate(_OTHERWISE)
        named = sorted({min(ENTITIES, int(chance.paretovariate(0.7))) for _ in range(5)})
        claims = [(_skewed(chance, SourceKind), _skewed(chance, Certainty)) for _ in range(2)]
        event = min(chance.choices(TYPES, k=2))
        yield Invented(n + 1, text, code, chance.choice(OUTLETS), day, named, claims, event)


def _text(words: list[str]) -> str:
    lines = [" ".join(words[:8]), *(" ".join(words[at : at + 20]) + "." for at in range(8, len(words), 20))]
    return lines[0] + "\n\n" + "\n".join(lines[1:])


def entity(rank: int) -> str:
    """The id of an entity; the first are named in most articles."""
    return f"e{rank:016x}"


def _skewed(chance: random.Random, kinds: object) -> str:
    """One of some kinds, the first far oftener than the last."""
    values = get_args(kinds)
    return str(values[min(len(values) - 1, int(chance.paretovariate(1.0)) - 1)])


_ARTICLE: Final = (
    *("seq", "id", "page", "url", "revision", "turn", "outlet", "language", "extractor", "headline", "published"),
    *("published_end", "published_basis", "furniture", "text"),
)
_READING: Final = ("article", "reader", "schema", "filed", "digest", "distanced")
_ENTITY: Final = (
    *("article", "n", "reader", "id", "kind", "name", "roles", "precision", "mentions", "public", "words", "distanced"),
    *("outlet", "published"),
)
_STATEMENT: Final = (
    *("article", "n", "reader", "id", "content", "cue", "source", "source_kind", "mode", "certainty", "polarity"),
)
_EVENT: Final = (
    *("article", "n", "reader", "id", "start", "end", "type", "lemma", "status", "certainty", "polarity", "acts"),
)
_STORY: Final = (
    *("id", "title", "independent_sources", "first", "last", "articles", "outlets", "folds", "sides"),
    *("disagreements", "drifts", "claims"),
)
_PLACING: Final = ("page", "own", "url", "article", "day", "happening", "shares", "story", "settled")
_TOLD: Final = ("story", "n", "article", "url", "originator", "shares")
_BY: Final = READER


def _put(connection: Connection, some: Sequence[Invented]) -> None:
    tuples.insert(connection, schema.articles, _ARTICLE, map(_article, some))
    tuples.insert(connection, schema.readings, _READING, ((own.id, _BY, SCHEMA, _READ, "", ()) for own in some))
    tuples.insert(connection, schema.entities, _ENTITY, (row for own in some for row in _entities(own)))
    tuples.insert(connection, schema.statements, _STATEMENT, (row for own in some for row in _statements(own)))
    events = (
        (own.id, 0, _BY, content_id("v", own.seq), 0, 3, own.event, "do", "occurred", "certain", "affirmed", ())
        for own in some
    )
    tuples.insert(connection, schema.events, _EVENT, events)
    placed = sorted(some, key=lambda own: own.place)
    fulltext.index(connection, (fulltext.Words(own.place, own.headline, own.text) for own in placed))
    marks = sorted((held, own.place) for own in some for held in own.marks())
    tuples.insert(connection, schema.article_marks, ("mark", "place"), marks)
    told = [some[at : at + 4] for at in range(0, len(some), 4)]
    tuples.insert(connection, schema.stories, _STORY, map(_story, told))
    tuples.insert(connection, schema.story_articles, _TOLD, (row for story in told for row in _members(story)))
    tuples.insert(connection, schema.placings, _PLACING, (row for story in told for row in _placings(story)))
    at = datetime.combine(max((own.day for own in some if own.day), default=LAST), _NOON)
    stories = [*map(_told, told)]
    note_stories(connection, stories, stories, at)
    for story in told:
        followups.put(connection, _followup(story[0], story[-1]), at)


def _article(own: Invented) -> Values:
    came_out = (own.day, own.day, "given" if own.day else None)
    return (
        own.seq,
        own.id,
        page_id(own.url),
        own.url,
        1,
        1,
        own.outlet,
        own.language,
        _BY,
        own.headline,
        *came_out,
        (),
        own.text,
    )


def _entities(own: Invented) -> Iterator[Values]:
    for n, rank in enumerate(own.entities):
        name = f"Place {rank}"
        what = entity(rank), "place", name, (), "city", _HERE, True, (name,), ()
        yield own.id, n, _BY, *what, own.outlet, own.day


def _statements(own: Invented) -> Iterator[Values]:
    for n, (source, certainty) in enumerate(own.claims):
        yield (
            own.id,
            n,
            _BY,
            content_id("s", own.seq, n),
            _HERE,
            _HERE,
            _HERE,
            source,
            "indirect",
            certainty,
            _polarity(own),
        )


def _polarity(own: Invented) -> str:
    return "denied" if own.seq % DENIED == 0 else "affirmed"


def _story(some: Sequence[Invented]) -> Values:
    days = [own.day for own in some if own.day]
    outlets = tuple(sorted({own.outlet for own in some}))
    told = some[0].id, some[0].headline, len(some), min(days), max(days), len(some), outlets
    return *told, (), (), (), (), ()


def _placings(some: Sequence[Invented]) -> Iterator[Values]:
    happening = page_id(some[0].url)
    for own in some:
        page = page_id(own.url)
        yield page, page, own.url, own.id, own.day, happening, (), some[0].id, True


def _told(some: Sequence[Invented]) -> Story:
    places = tuple(StoryArticle(own.id, own.url, None, own.url) for own in some)
    return Story(some[0].id, some[0].headline, places, len(some))


def _members(some: Sequence[Invented]) -> Iterator[Values]:
    yield from ((some[0].id, n, own.id, own.url, own.url, ()) for n, own in enumerate(some))


_TOLD_LATER: Final[tuple[tuple[DevelopmentState, ...], ...]] = (
    (),
    (),
    ("happened",),
    ("cancelled",),
    ("moved",),
    ("moved", "happened"),
)


def _followup(own: Invented, later: Invented) -> FollowUp:
    """What an article announces, and in half of all cases what another tells of it."""
    chance = random.Random(own.seq)  # noqa: S311  as above
    announced = own.day or LAST
    opens = announced + timedelta(days=int(chance.paretovariate(0.8)))
    window = Window(opens, opens + timedelta(days=chance.choice((0, 0, 1, 6, 30))), vague=False)
    told = chance.choice(_TOLD_LATER)
    moved = Window(opens + timedelta(days=20), opens + timedelta(days=21))
    history = tuple(
        Change(opens + timedelta(days=n), state, (_evidence(later),), moved if state == "moved" else None)
        for n, state in enumerate(told)
    )
    who = tuple(entity(rank) for rank in own.entities[:1])
    return FollowUp(
        content_id("f", own.seq),
        own.event,
        (_evidence(own),),
        announced,
        window if chance.random() < WINDOWED else None,
        "certain",
        who,
        history,
    )


def _evidence(own: Invented) -> Evidence:
    start = len(own.headline) + 2
    end = own.text.index("\n", start)
    return Evidence(own.id, own.url, Span(start, end), own.text[start:end])
