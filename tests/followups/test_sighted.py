"""Sightings from a reading: events, developments and other sentences, with their names and days."""

from datetime import date, datetime

from msgspec import structs

from reportedly.followups import sightings
from reportedly.records import (
    ArticleHead,
    Development,
    Entity,
    Event,
    Expectation,
    Participant,
    Published,
    Reading,
    Time,
    Window,
    content_id,
)
from reportedly.text import Span

TEXT = "Envoy Orla Fenn will visit Vell on June 12. The fair has been postponed from May to July 3. He rested."
FENN, VELL = content_id("e", "person", "orla fenn"), content_id("e", "place", "vell")


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def time(name: str, words: str, day: date, last: date) -> Time:
    start, end = datetime(day.year, day.month, day.day), datetime(last.year, last.month, last.day, 23, 59, 59)  # noqa: DTZ001
    return Time(id=name, span=span(words), kind="point", start=start, end=end, grain="day")


def reading(published: date | None = date(2031, 5, 4)) -> Reading:
    visit = Event(
        id="v1",
        trigger=span("visit"),
        type="CONSULT",
        lemma="visit",
        actors=(Participant(span("Orla Fenn"), FENN), Participant(span("He"), None)),
        place=VELL,
        time="t1",
        status="planned",
    )
    due = Window(date(2031, 6, 12), date(2031, 6, 12), span=span("June 12"))
    return Reading(
        reader="english/1",
        article=ArticleHead(
            id="a1",
            url="https://harbour.example/1",
            outlet="harbour",
            headline=None,
            title=None,
            credit=None,
            byline=None,
            dateline=None,
            published=Published(published, published, "given") if published else None,
            language="en",
            text=TEXT,
            furniture=(),
        ),
        sentences=tuple(span(s) for s in (TEXT[:43], TEXT[44:91], "He rested.")),
        entities=(Entity(id=FENN, kind="person", name="Orla Fenn", mentions=(span("Orla Fenn"),)),),
        times=(
            time("t1", "June 12", date(2031, 6, 12), date(2031, 6, 12)),
            time("t2", "May", date(2031, 5, 1), date(2031, 5, 31)),
            time("t3", "July 3", date(2031, 7, 3), date(2031, 7, 3)),
        ),
        events=(visit,),
        expectations=(Expectation(id="x1", event="v1", window=due, span=span("visit Vell")),),
        developments=(
            Development(id="d1", trigger=span("postponed"), state="moved", time="t3"),
            Development(id="d2", trigger=span("rested"), state="happened", acts=("rest",), event="v1", time="t1"),
        ),
    )


def test_an_event_is_sighted_with_its_sentence_names_days_and_expectation() -> None:
    seen = sightings(reading())[0]
    assert seen.sentence == "Envoy Orla Fenn will visit Vell on June 12."
    assert (seen.actors, seen.place) == ((FENN,), VELL)
    assert (seen.start, seen.end, seen.expectation) == (date(2031, 6, 12), date(2031, 6, 12), "x1")
    assert (seen.published, seen.span, seen.change) == (date(2031, 5, 4), span("visit Vell"), None)


def test_an_event_whose_expectation_names_no_words_is_sighted_by_its_trigger() -> None:
    old = structs.replace(reading(), expectations=(Expectation(id="x1", event="v1"),), developments=())
    assert [seen.span for seen in sightings(old)] == [span("visit")]


def test_a_move_is_sighted_with_its_new_window_and_without_an_event() -> None:
    told = sightings(reading())[1]
    assert (told.change, told.event, told.expectation) == ("moved", None, None)
    assert told.span.of(TEXT) == "postponed"
    assert told.sentence == "The fair has been postponed from May to July 3."
    assert told.window == Window(date(2031, 7, 3), date(2031, 7, 3), span=span("July 3"))


def test_what_was_done_is_sighted_with_its_days_and_acts() -> None:
    told = sightings(reading())[2]
    assert (told.change, told.event, told.acts) == ("happened", "v1", ("rest",))
    assert (told.start, told.end, told.window) == (date(2031, 6, 12), date(2031, 6, 12), None)


def test_a_sighting_tells_where_in_its_sentence_it_is_told_and_under_which_headline() -> None:
    base = reading()
    titled = structs.replace(base, article=structs.replace(base.article, headline="Fenn  to visit Vell"))
    visit, moved = sightings(titled)[:2]
    assert [seen.at.of(seen.sentence) for seen in (visit, moved) if seen.at] == ["visit", "postponed"]
    assert {seen.headline for seen in (visit, moved)} == {"Fenn to visit Vell"}


def test_a_sentence_of_neither_is_sighted_where_it_names_somebody_and_tells_enough() -> None:
    plain = structs.replace(reading(), events=(), expectations=(), developments=())
    (seen,) = sightings(plain)
    assert (seen.sentence, seen.event, seen.change, seen.named) == (TEXT[:43], None, None, (FENN,))
    nobody = structs.replace(plain, entities=())
    assert sightings(nobody) == ()
