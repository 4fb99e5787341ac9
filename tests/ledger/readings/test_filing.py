from collections.abc import Callable, Iterator
from datetime import date, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly import clock
from reportedly.ledger import Filing, Ledger, open_ledger
from reportedly.records import (
    Article,
    ArticleHead,
    Certainty,
    Dateline,
    Development,
    DevelopmentState,
    Entity,
    Event,
    Expectation,
    FirstRevision,
    Gist,
    Participant,
    Published,
    Reading,
    Relation,
    Statement,
    Time,
    Window,
    article_id,
)
from reportedly.text import Span
from tests.ledger.conftest import Another

Write = Callable[..., Article]
Read = Callable[..., Reading]
BoilDown = Callable[[Reading], Gist]

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))  # what a database keeps
_PUBLIC = st.just(value=True)
days = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.none() | st.datetimes() | st.datetimes(timezones=offsets)  # no named zones: the reader makes none
spans = st.builds(Span, st.integers(0, 50), st.integers(50, 99))
many = st.lists(spans, max_size=3).map(tuple)
windows = st.none() | st.builds(Window, days, days, st.booleans(), st.none() | spans)
published = st.none() | st.builds(Published, st.dates(), st.dates(), st.sampled_from(["given", "feed", "none"]))
kinds = st.lists(st.sampled_from(["visit", "meet"]), max_size=2).map(tuple)
states: st.SearchStrategy[DevelopmentState] = st.sampled_from(["happened", "moved", "cancelled", "denied"])
degrees = st.none() | st.floats(-180, 180)
certainties: st.SearchStrategy[Certainty] = st.sampled_from(["certain", "probable", "possible", "unknown"])


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading whose parts fit together."""

    def some(letter: str) -> list[str]:
        return [f"{letter}-{n}" for n in range(draw(st.integers(0, 3)))]

    def one_of(ids: list[str]) -> str | None:
        return draw(st.sampled_from([None, *ids]))

    named, timed, said, seen = some("e"), some("t"), some("s"), some("v")
    parts = st.lists(st.builds(Participant, spans, st.sampled_from([None, *named])), max_size=2).map(tuple)
    text = draw(words.filter(bool))
    place = draw(st.none() | st.sampled_from(named)) if named else None
    article = ArticleHead(
        id=article_id("https://herald.example/any", text, "hand/1"),
        url="https://herald.example/any",
        outlet="herald",
        headline=draw(st.none() | words),
        title=draw(st.none() | spans),
        credit=draw(st.none() | spans),
        byline=draw(st.none() | spans),
        dateline=draw(st.none() | st.builds(Dateline, spans, st.just(place), days)),
        published=draw(published),
        language=draw(st.sampled_from(["en", "fa"])),
        text=text,
        furniture=draw(many),
    )
    return Reading(
        reader=draw(st.sampled_from(["english/0.1.0", "english/0.1.1"])),
        article=article,
        sentences=draw(many),
        entities=tuple(
            draw(
                st.builds(
                    Entity,
                    st.just(own),
                    name=words,
                    lat=degrees,
                    lon=degrees,
                    mentions=many,
                    public=st.just(value=True),
                )
            )
            for own in named
        ),
        relations=tuple(
            Relation("leads", subject, draw(st.sampled_from(named)), draw(spans))
            for subject in named
            if draw(st.booleans())
        ),
        distanced=draw(many),
        times=tuple(
            Time(
                own,
                draw(spans),
                "window",
                draw(moments),
                draw(moments),
                "day",
                draw(st.booleans()),
                draw(st.none() | words),
            )
            for own in timed
        ),
        statements=tuple(
            Statement(
                own, draw(many), draw(many), draw(many), one_of(named), via=one_of(said), certainty=draw(certainties)
            )
            for own in said
        ),
        events=tuple(
            Event(
                id=own,
                trigger=draw(spans),
                type=draw(words),
                mode=draw(st.none() | words),
                actors=draw(parts),
                recipients=draw(parts),
                place=one_of(named),
                time=one_of(timed),
                statement=one_of(said),
                acts=draw(kinds),
            )
            for own in seen
        ),
        expectations=tuple(
            Expectation(f"x{own}", own, draw(windows), draw(certainties), draw(st.none() | spans)) for own in seen
        ),
        developments=tuple(
            Development(
                f"d{own}", draw(spans), draw(states), draw(kinds), one_of(seen), one_of(timed), statement=one_of(said)
            )
            for own in seen
        ),
    )


@pytest.fixture(scope="module")
def lasting(another: Another) -> Iterator[Ledger]:
    with another() as url, open_ledger(url, clock.standing_at(date(2031, 5, 20))) as ledger:
        yield ledger


@settings(max_examples=50)
@given(found=readings(), shingles=st.binary())
def test_a_reading_comes_back_equal_to_what_was_filed(lasting: Ledger, found: Reading, shingles: bytes) -> None:
    head = found.article
    plain = Article(head.id, head.url, head.outlet, head.text, head.language, "hand/1", head.headline)
    gist = Gist(head.id, head.url, head.outlet, "owner", None, head.headline, shingles, ("w",), (), (), ("Wire",))
    lasting.articles.file(plain)
    lasting.readings.file(found, gist, ())
    assert lasting.readings.get(head.id) == found
    assert lasting.articles.latest(head.url) is not None
    if lasting.articles.latest(head.url) == plain:
        assert [replace(one, first=None) for one in lasting.readings.gists()] == [gist]


def test_filing_the_same_reading_twice_writes_nothing(ledger: Ledger, article: Write, filed: Write) -> None:
    def held() -> object:
        readings = ledger.readings
        return readings.get(article().id), list(readings.gists()), list(readings.sightings()), ledger.counts()

    filed(ledger, article())
    before = held()
    filed(ledger, article())
    assert held() == before


def test_a_newer_reading_takes_the_place_of_the_old_one(
    ledger: Ledger, article: Write, reading: Read, gist: BoilDown, filed: Write
) -> None:
    filed(ledger, article())
    newer = replace(
        reading(article(), "english/0.2.0"), statements=(), events=(), expectations=(), entities=(), relations=()
    )
    ledger.readings.file(newer, gist(newer), ())
    assert ledger.readings.get(article().id) == newer
    counts = ledger.counts()
    assert (counts.entities, counts.statements, counts.events, counts.expectations) == (0, 0, 0, 0)
    assert list(ledger.readings.sightings()) == []


def test_a_private_person_leaves_no_row(ledger: Ledger, article: Write, filed: Write) -> None:
    filed(ledger, article())
    found = ledger.readings.get(article().id)
    assert found is not None
    assert [entity.name for entity in found.entities] == ["Oda Brell", "Varn"]
    assert [who.entity for who in found.events[0].actors] == ["e-oda", None]
    assert [tie.kind for tie in found.relations] == ["located_in"]
    assert [one.people for one in ledger.readings.gists()] == [("e-oda",)]
    assert [one.actors for one in ledger.readings.sightings()] == [("e-oda",)]
    assert ledger.entities.get("e-tam") is None
    assert ledger.articles.naming("e-tam") == []


def test_a_private_speaker_becomes_nobody(ledger: Ledger, article: Write, reading: Read, gist: BoilDown) -> None:
    found = reading(article())
    speaker = replace(found.statements[0], source_entity="e-tam")
    ledger.articles.file(article())
    ledger.readings.file(replace(found, statements=(speaker,)), gist(found), ())
    kept = ledger.readings.get(article().id)
    assert kept is not None
    assert kept.statements == (replace(speaker, source_entity=None),)


def test_only_the_last_revision_that_was_read_counts_for_stories(ledger: Ledger, article: Write, filed: Write) -> None:
    old, new = article(), article(text=article().text + " It rained.")
    filed(ledger, old)
    ledger.articles.file(new)
    assert [one.article for one in ledger.readings.gists()] == [old.id]
    filed(ledger, new)
    assert [one.article for one in ledger.readings.gists()] == [new.id]
    assert [one.article for one in ledger.readings.sightings()] == [new.id]


def test_a_gist_says_what_the_first_revision_of_its_page_was(ledger: Ledger, article: Write, filed: Write) -> None:
    old = article(url="https://herald.example/edited")
    newer = [
        article(url=old.url, text=f"{old.text} {more}", day=date(2031, 5, 9)) for more in ("It rained.", "And on.")
    ]
    filed(ledger, old)
    (before,) = ledger.readings.gists()
    assert before.first is None
    for one in newer:
        filed(ledger, one)
    (after,) = ledger.readings.gists()
    assert after.article == newer[-1].id
    assert after.first == FirstRevision(before.published, before.at, before.shingles)


def test_a_reading_of_an_article_not_filed_is_refused(
    ledger: Ledger, article: Write, reading: Read, gist: BoilDown
) -> None:
    found = reading(article())
    with pytest.raises(ValueError, match="file that first"):
        ledger.readings.file(found, gist(found), ())


def test_a_reading_that_points_nowhere_is_refused_whole(
    ledger: Ledger, article: Write, reading: Read, gist: BoilDown, filed: Write
) -> None:
    filed(ledger, article())
    before = ledger.readings.get(article().id)
    lost = replace(reading(article(), "english/0.2.0"), times=())
    with pytest.raises(ValueError, match=r"t-1 \(times\)"):
        ledger.readings.file(lost, gist(lost), ())
    twice = replace(lost, times=reading(article()).times * 2)
    with pytest.raises(ValueError, match="twice among its times"):
        ledger.readings.file(twice, gist(twice), ())
    assert ledger.readings.get(article().id) == before


def test_of_readings_filed_together_only_those_at_fault_are_left_out(
    ledger: Ledger, article: Write, reading: Read, gist: BoilDown
) -> None:
    given = [article(url=f"https://x.example/{n}") for n in range(4)]
    ledger.articles.file_all(given[:3])
    well, lost, foreign, nowhere = map(reading, given)
    lost = replace(lost, times=())
    filings = [Filing(one, gist(one), ()) for one in (well, lost, foreign, nowhere)]
    filings[2] = filings[2]._replace(gist=gist(well))
    refused = ledger.readings.file_all(filings)
    assert {one.article: one.url for one in refused} == {one.id: one.url for one in given[1:]}
    assert [words in one.why for one, words in zip(refused, ("(times)", "gist of", "file that"), strict=True)] == [
        True
    ] * 3
    assert ledger.readings.by_article(one.id for one in given).keys() == {given[0].id}


def test_of_two_readings_of_an_article_filed_together_the_last_stands(
    ledger: Ledger, article: Write, reading: Read, gist: BoilDown
) -> None:
    ledger.articles.file(article())
    old, new = reading(article(), "english/0.1.0"), reading(article(), "english/0.2.0")
    assert ledger.readings.file_all([Filing(old, gist(old), ()), Filing(new, gist(new), ())]) == []
    kept = ledger.readings.get(article().id)
    assert kept is not None
    assert kept.reader == "english/0.2.0"


def test_a_sighting_of_an_event_that_the_reading_does_not_hold_is_refused(
    ledger: Ledger, article: Write, reading: Read, gist: BoilDown, filed: Write
) -> None:
    filed(ledger, article())
    (seen,) = ledger.readings.sightings()
    found = reading(article(), "english/0.2.0")
    with pytest.raises(ValueError, match=r"v-7 \(events\)"):
        ledger.readings.file(found, gist(found), [replace(seen, event="v-7")])


def test_readings_are_fetched_many_at_a_time(ledger: Ledger, article: Write, filed: Write) -> None:
    given = [filed(ledger, article(url=f"https://x.example/{n}")) for n in range(3)]
    unread = article(url="https://x.example/unread")
    ledger.articles.file(unread)
    wanted = [given[2].id, unread.id, given[0].id, "a0"]
    assert ledger.readings.by_article(wanted) == {one.id: ledger.readings.get(one.id) for one in (given[0], given[2])}


def test_a_reading_in_part_holds_those_parts_and_no_others(ledger: Ledger, article: Write, filed: Write) -> None:
    given = filed(ledger, article())
    whole = ledger.readings.get(given.id)
    assert whole is not None
    assert whole.events[0].actors
    part = ledger.readings.by_article([given.id], ("statements", "events"))[given.id]
    bare = tuple(replace(event, actors=(), recipients=()) for event in whole.events)
    empty = dict.fromkeys(("sentences", "entities", "relations", "times", "expectations"), ())
    assert part == replace(whole, events=bare, **empty)
