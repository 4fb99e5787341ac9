"""Sightings from a reading: events with their sentence and names, and sentences that tell a change."""

from datetime import date, datetime

import pytest

from reportedly.followups import sightings
from reportedly.followups.changes import CHANGE, cue
from reportedly.records import (
    ArticleHead,
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
        expectations=(Expectation(id="x1", event="v1", window=due),),
    )


def test_an_event_is_sighted_with_its_sentence_names_days_and_expectation() -> None:
    seen = sightings(reading())[0]
    assert seen.sentence == "Envoy Orla Fenn will visit Vell on June 12."
    assert (seen.actors, seen.place) == ((FENN,), VELL)
    assert (seen.start, seen.end, seen.expectation) == (date(2031, 6, 12), date(2031, 6, 12), "x1")
    assert (seen.published, seen.span) == (date(2031, 5, 4), span("visit"))


def test_a_sentence_that_tells_a_change_is_sighted_with_the_new_window() -> None:
    told = sightings(reading())[1]
    assert (told.type, told.lemma, told.expectation) == (CHANGE, "moved", None)
    assert told.span.of(TEXT) == "postponed"
    assert told.window == Window(date(2031, 7, 3), date(2031, 7, 3), span=span("July 3"))


def test_without_a_publication_date_a_change_has_no_window() -> None:
    assert sightings(reading(None))[1].window is None


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("The summit was put off.", "moved"),
        ("The council extended the deadline.", "moved"),
        ("The match has been called off.", "cancelled"),
        ("She scrapped plans to attend the fair.", "cancelled"),
        ("There are no plans to meet the guild.", "cancelled"),
        ("The ministry said no such visit was planned.", "denied"),
        ("The march could not take place.", "denied"),
        ("The fair may be postponed.", None),
        ("He urged the council to be cancelled.", None),
        ("The court extended an invitation to the guild.", None),
        ("They met on Monday.", None),
    ],
)
def test_only_changes_told_as_facts_count(sentence: str, state: str | None) -> None:
    told = cue(sentence)
    assert (told.state if told else None) == state
