"""A small invented newsroom: two countries, a bridge between them, and what their outlets make of it.

Readings are written by hand, word by word, so that what brief and web desk show does not hang on any reader.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, Literal

from reportedly.ledger import Ledger
from reportedly.records import (
    Article,
    ArticleHead,
    Capture,
    Certainty,
    Change,
    Disagreement,
    Drift,
    DriftStep,
    Entity,
    Event,
    Evidence,
    Expectation,
    Fold,
    FollowUp,
    Gist,
    Outcome,
    Outlet,
    Participant,
    Polarity,
    Published,
    Reading,
    Share,
    Side,
    SourceKind,
    Statement,
    Story,
    StoryArticle,
    Time,
    Told,
    Window,
    article_id,
    content_id,
)
from reportedly.text import Span
from tests.telling import tell

TODAY: Final = date(2024, 6, 6)

VAREN: Final = Outlet(
    "varen", "Varen News Agency", "https://varen.example/", ("https://varen.example/feed",), "XV", ("en",)
)
COURIER: Final = Outlet("courier", "Sel Courier", "https://courier.example/", (), "XS", ("en",))
HERALD: Final = Outlet("herald", "River Herald", "https://herald.example/", (), "XV", ("en",), "Varen State Press")
PAYAM: Final = Outlet("payam", "Payam-e Rud", "https://payam.example/", (), "XS", ("fa",))

SHELLING: Final = (
    "Twelve people killed as shells hit Teral Bridge\n\n"
    "Shells hit the eastern end of Teral Bridge before dawn on Monday, and traffic over the river stopped. "
    "Twelve people were killed, the governor of Teral, Mara Dovic, told reporters at the hospital.\n"
    "Army spokesman Ivo Marsh said on Monday that “the so-called river guard” could have fired from the Sel bank. "
    "An official who asked not to be named said the bridge would stay closed for days.\n"
    "Local radio, citing a railway worker, reported that two trains were turned back.\n"
    "Ministers of both countries are to meet in Ostra on 9 June, the foreign ministry announced."
)
ANSWER: Final = (
    "Sel denies firing on bridge, counts four dead\n\n"
    "Defence Minister Anka Reut denied that Sel troops had fired on Teral Bridge. "
    "“Nobody on our side fired a shot. We mourn with the families,” she said.\n"
    "Hospitals on the Sel bank reported that four people were killed and nine were wounded."
)
CLOSING: Final = (
    "Teral Bridge closes for repairs\n\n"
    "Varen closed Teral Bridge to lorries on Monday, the governor of Teral, Mara Dovic, said."
)
PERSIAN: Final = "پل ترال بسته شد\n\nپل ترال روز دوشنبه بسته شد و رفت و آمد متوقف شد."


@dataclass(frozen=True)
class Written:
    """An article with what a careful editor filed from it."""

    article: Article
    reading: Reading | None

    @property
    def id(self) -> str:
        return self.article.id


def at(text: str, words: str, nth: int = 0) -> Span:
    """The span of the ``nth`` place where ``words`` stand in ``text``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def claim(
    text: str,
    content: str,
    cue: str = "",
    source: str = "",
    *,
    kind: SourceKind = "unknown",
    entity: str | None = None,
    via: str | None = None,
    certainty: Certainty = "certain",
    polarity: Polarity = "affirmed",
    mode: Literal["direct", "indirect", "mixed"] = "indirect",
) -> Statement:
    """A statement found by its words."""
    return Statement(
        content_id("s", text, content, cue, source),
        (at(text, content),),
        (at(text, cue),) if cue else (),
        (at(text, source),) if source else (),
        entity,
        kind,
        via,
        mode,
        certainty,
        polarity,
    )


def sentences(text: str) -> tuple[Span, ...]:
    """Lines cut at full stops."""
    found, start = [], 0
    for i, c in enumerate(text):
        ends = c == "\n" or (c in ".”" and (i + 1 == len(text) or text[i + 1] in " \n") and text[i - 1] != ",")
        if ends:
            span = Span(start, i if c == "\n" else i + 1)
            found.extend([span] if span.of(text).strip() else [])
            start = i + 1 + (text[i + 1 : i + 2] == " ")
    return (*found, Span(start, len(text))) if text[start:].strip() else tuple(found)


def written(
    outlet: Outlet,
    slug: str,
    text: str,
    day: date | None,
    *,
    statements: tuple[Statement, ...] = (),
    events: tuple[Event, ...] = (),
    entities: tuple[Entity, ...] = (),
    times: tuple[Time, ...] = (),
    expectations: tuple[Expectation, ...] = (),
    language: str = "en",
    capture: str | None = None,
) -> Written:
    """An article whose first line is its title, and its reading."""
    url = f"{outlet.home}{slug}"
    title = Span(0, text.index("\n"))
    published = Published(day, day, "feed") if day else None
    article = Article(
        article_id(url, text, "hand/1"),
        url,
        outlet.id,
        text,
        language,
        "hand/1",
        title.of(text),
        title,
        published=published,
        capture=capture,
    )
    head = ArticleHead(
        article.id, url, outlet.id, article.headline, title, None, None, None, published, language, text, ()
    )
    reading = Reading(
        reader="hand/1" if language == "en" else "none/1",
        article=head,
        sentences=sentences(text) if language == "en" else (),
        entities=entities,
        times=times,
        statements=statements,
        events=events,
        expectations=expectations,
    )
    return Written(article, reading)


BRIDGE: Final = content_id("e", "place", "teral bridge")
DOVIC: Final = content_id("e", "person", "mara dovic")
MARSH: Final = content_id("e", "person", "ivo marsh")
REUT: Final = content_id("e", "person", "anka reut")


def _shelling() -> Written:
    text = SHELLING
    radio = claim(text, "citing a railway worker, reported that two trains", "reported", "Local radio", kind="media")
    meeting = Event(
        content_id("v", text, "meet"),
        at(text, "meet"),
        "CONSULT",
        "meet",
        actors=(Participant(at(text, "Ministers of both countries")),),
        time=content_id("t", text, "9 June"),
        status="planned",
    )
    shelled = Event(content_id("v", text, "hit"), at(text, "hit", 1), "ASSAULT", "hit", place=BRIDGE)
    return written(
        VAREN,
        "shelling",
        text,
        date(2024, 6, 3),
        statements=(
            claim(
                text,
                "Twelve people were killed",
                "told",
                "the governor of Teral, Mara Dovic",
                kind="named",
                entity=DOVIC,
            ),
            claim(
                text,
                "“the so-called river guard” could have fired from the Sel bank",
                "said",
                "Army spokesman Ivo Marsh",
                kind="named",
                entity=MARSH,
                certainty="possible",
                mode="mixed",
            ),
            Statement(
                content_id("s", "official"),
                (at(text, "the bridge would stay closed for days"),),
                (at(text, "said", 1),),
                (at(text, "An official who asked not to be named"),),
                source_kind="anonymous",
                certainty="probable",
            ),
            radio,
            claim(text, "two trains were turned back", "citing", "a railway worker", kind="anonymous", via=radio.id),
        ),
        events=(shelled, meeting),
        entities=(
            Entity(BRIDGE, "place", "Teral Bridge", mentions=(at(text, "Teral Bridge"), at(text, "Teral Bridge", 1))),
            Entity(DOVIC, "person", "Mara Dovic", ("governor of Teral",), mentions=(at(text, "Mara Dovic"),)),
            Entity(MARSH, "person", "Ivo Marsh", ("Army spokesman",), mentions=(at(text, "Ivo Marsh"),)),
        ),
        times=(
            Time(
                content_id("t", text, "9 June"),
                at(text, "9 June"),
                "point",
                datetime.fromisoformat("2024-06-09"),
                datetime.fromisoformat("2024-06-09"),
                "day",
            ),
        ),
        expectations=(
            Expectation(
                content_id("x", meeting.id),
                meeting.id,
                Window(date(2024, 6, 9), date(2024, 6, 9), span=at(text, "9 June")),
            ),
        ),
        capture=CAPTURE.id,
    )


def _answer() -> Written:
    text = ANSWER
    return written(
        COURIER,
        "answer",
        text,
        date(2024, 6, 4),
        statements=(
            claim(
                text,
                "Sel troops had fired on Teral Bridge",
                "denied",
                "Defence Minister Anka Reut",
                kind="named",
                entity=REUT,
                polarity="denied",
            ),
            claim(
                text,
                "“Nobody on our side fired a shot. We mourn with the families,”",
                "said",
                "she",
                kind="named",
                entity=REUT,
                mode="direct",
            ),
            claim(
                text,
                "four people were killed and nine were wounded",
                "reported",
                "Hospitals on the Sel bank",
                kind="role",
            ),
        ),
        entities=(
            Entity(BRIDGE, "place", "Teral Bridge", mentions=(at(text, "Teral Bridge"),)),
            Entity(REUT, "person", "Anka Reut", ("Defence Minister",), mentions=(at(text, "Anka Reut"),)),
        ),
    )


PAGE: Final = b"<html><body><script>alert(1)</script><h1>Twelve people killed</h1></body></html>"
CAPTURE: Final = Capture(
    "c0000000000000001",
    "https://varen.example/shelling",
    datetime(2024, 6, 3, 6, tzinfo=UTC),
    200,
    "text/html; charset=utf-8",
    "ab" * 32,
    len(PAGE),
    "20240603.warc.gz",
    0,
)

ORIGINAL: Final = _shelling()
REPLY: Final = _answer()
COPY: Final = written(HERALD, "bridge", SHELLING.replace("Twelve people killed", "Twelve dead", 1), date(2024, 6, 3))
EARLIER: Final = written(
    VAREN,
    "closes",
    CLOSING,
    date(2024, 5, 20),
    statements=(
        claim(
            CLOSING,
            "Varen closed Teral Bridge to lorries on Monday",
            "said",
            "the governor of Teral, Mara Dovic",
            kind="named",
            entity=DOVIC,
        ),
    ),
    entities=(
        Entity(BRIDGE, "place", "Teral Bridge", mentions=(at(CLOSING, "Teral Bridge"),)),
        Entity(DOVIC, "person", "Mara Dovic", mentions=(at(CLOSING, "Mara Dovic"),)),
    ),
)
FOREIGN: Final = written(PAYAM, "pol", PERSIAN, date(2024, 6, 5), language="fa")
UNDATED: Final = written(HERALD, "undated", "Ferry runs again\n\nThe ferry at Ostra runs again.", None)
EVERYTHING: Final = (ORIGINAL, REPLY, COPY, EARLIER, FOREIGN, UNDATED)

STORY: Final = Story(
    "k00000000000000aa",
    "Shells hit Teral Bridge",
    (
        StoryArticle(ORIGINAL.id, ORIGINAL.article.url, None, ORIGINAL.article.url),
        StoryArticle(COPY.id, COPY.article.url, ORIGINAL.article.url, ORIGINAL.article.url),
        StoryArticle(REPLY.id, REPLY.article.url, None, REPLY.article.url, (Share(EARLIER.article.url, 0.4),)),
    ),
    2,
    folds=(Fold(COPY.article.url, ORIGINAL.article.url, "copy"),),
    sides=(Side("XS", 1), Side("XV", 1)),
    disagreements=(
        Disagreement(
            "conflict",
            "killed",
            (
                Told(ORIGINAL.id, ORIGINAL.article.url, at(SHELLING, "Twelve people", 1), "12", date(2024, 6, 3)),
                Told(REPLY.id, REPLY.article.url, at(ANSWER, "four people"), "4", date(2024, 6, 4)),
            ),
            cautious=1,
        ),
    ),
    drifts=(
        Drift(
            (
                DriftStep(
                    ORIGINAL.id,
                    ORIGINAL.article.url,
                    at(SHELLING, "Twelve people were killed, the governor of Teral, Mara Dovic, told"),
                    "certain",
                    "e-dovic",
                    date(2024, 6, 3),
                ),
                DriftStep(
                    COPY.id,
                    COPY.article.url,
                    at(COPY.article.text, "Twelve dead as shells hit Teral Bridge"),
                    "certain",
                    "",
                    date(2024, 6, 3),
                    ("source",),
                ),
            )
        ),
    ),
    thread="k00000000000000bb",
)


def _alone(story: str, one: Written, thread: str | None = None) -> Story:
    url = one.article.url
    return Story(story, one.article.headline or url, (StoryArticle(one.id, url, None, url),), 1, thread=thread)


STORIES: Final = (
    STORY,
    _alone("k00000000000000bb", EARLIER, "k00000000000000bb"),
    _alone("k00000000000000cc", FOREIGN),
    _alone("k00000000000000dd", UNDATED),
)


def evidence(one: Written, words: str, nth: int = 0) -> Evidence:
    """Evidence in an article: a trigger and the sentence around it."""
    text = one.article.text
    span = at(text, words, nth)
    around = next(found for found in sentences(text) if found.holds(span))
    return Evidence(one.id, one.article.url, span, around.of(text))


MEETING: Final = FollowUp(
    "f00000000000000aa",
    "CONSULT",
    (evidence(ORIGINAL, "meet"), evidence(COPY, "meet")),
    date(2024, 6, 3),
    Window(date(2024, 6, 9), date(2024, 6, 9)),
    "certain",
)
CLOSED: Final = FollowUp(
    "f00000000000000bb",
    "COERCE",
    (evidence(ORIGINAL, "closed"),),
    date(2024, 6, 3),
    Window(date(2024, 6, 3), date(2024, 6, 12), vague=True),
    "probable",
)
REPAIRS: Final = FollowUp(
    "f00000000000000cc",
    "COOPERATE",
    (evidence(EARLIER, "repairs"),),
    date(2024, 5, 20),
    Window(date(2024, 5, 21), date(2024, 5, 30)),
    "certain",
)
SOMEDAY: Final = FollowUp("f00000000000000dd", "AGREE", (evidence(REPLY, "mourn"),), date(2024, 6, 4), None, "possible")
FERRY: Final = FollowUp(
    "f00000000000000ee",
    "RETREAT",
    (evidence(EARLIER, "closed"),),
    date(2024, 5, 20),
    Window(date(2024, 5, 27), date(2024, 6, 2)),
    "certain",
    history=(Change(date(2024, 6, 3), "happened", (evidence(ORIGINAL, "stopped"),)),),
)
FOLLOWUPS: Final = (MEETING, CLOSED, REPAIRS, SOMEDAY, FERRY)


def gist(one: Written) -> Gist:
    """The bare gist of an article; its story is written by hand here."""
    article = one.article
    day = article.published.start if article.published else None
    return Gist(article.id, article.url, article.outlet, None, day, article.headline, b"", (), (), ())


def fill(ledger: Ledger) -> Ledger:
    """File the whole newsroom."""
    ledger.outlets.put((VAREN, COURIER, HERALD, PAYAM))
    ledger.captures.put(CAPTURE)
    ledger.outcomes.put(
        Outcome("https://varen.example/feed", datetime(2024, 6, 6, 5, tzinfo=UTC), "fetched", "200, 9 items")
    )
    ledger.outcomes.put(
        Outcome("https://courier.example/", datetime(2024, 6, 6, 5, tzinfo=UTC), "failed", "timed out after 30 s")
    )
    for one in EVERYTHING:
        ledger.articles.file(one.article)
        if one.reading:
            ledger.readings.file(one.reading, gist(one), ())
    tell(ledger, STORIES)
    ledger.followups.put(FOLLOWUPS)
    ledger.given.bring_up_to_date(datetime(2024, 6, 6, 5, tzinfo=UTC))
    return ledger
