"""What stands nearest to a trigger in its clause or sentence."""

from datetime import datetime

from reportedly.read.multilingual import clauses, sheet
from reportedly.read.multilingual.events import beside
from reportedly.records import Entity, Time
from reportedly.text import Span
from tests.read.reading_of import bare

TEXT = "В среду прибудет посол, а в пятницу начнутся учения."


def _time(start: int, end: int) -> Time:
    moment = datetime(2026, 3, 10)  # noqa: DTZ001 - local to the outlet
    return Time(f"t{start}", Span(start, end), "point", moment, moment, "day")


def test_the_time_of_the_own_clause_comes_before_a_nearer_one() -> None:
    page = sheet.lay_out(bare(TEXT, "ru"))
    trigger = Span(TEXT.index("учения"), TEXT.index("учения") + 6)
    own = clauses.clause(page, page.sentences[0], trigger.start)
    wednesday, friday = _time(0, 7), _time(TEXT.index("пятницу"), TEXT.index("пятницу") + 7)
    assert beside.time_of([wednesday, friday], own, trigger) == friday
    assert beside.time_of([], own, trigger) is None
    assert own.of(TEXT) == " а в пятницу начнутся учения"


def test_somebody_takes_part_before_a_country_does() -> None:
    land = Entity("e1", "place", "Dovrania", precision="country")
    envoy = Entity("e2", "person", "Rima Feld")
    town = Entity("e3", "place", "Lingen", precision="city")
    names = [(Span(0, 5), land), (Span(20, 25), envoy), (Span(30, 35), town)]
    assert [one.entity for one in beside.actors_of(names, Span(6, 9))] == ["e2"]
    assert [one.entity for one in beside.actors_of(names[:1], Span(6, 9))] == ["e1"]
    assert beside.place_of(names, Span(6, 9)) == "e3"
    assert beside.place_of(names[:2], Span(6, 9)) is None


def test_a_person_takes_part_and_not_the_body_beside() -> None:
    names = [(Span(0, 9), Entity("e1", "person", "Rima Feld")), (Span(15, 24), Entity("e2", "organisation", "Works"))]
    assert [one.entity for one in beside.actors_of(names, Span(30, 35))] == ["e1"]
