"""Matching stays small whatever it is given, and asks nothing twice."""

from collections.abc import Iterable
from datetime import date, timedelta

from reportedly.followups import Recalled, follow
from reportedly.followups.near import PER_ARTICLE
from reportedly.likeness import telling
from reportedly.records import Comparison, Question, Sighting, Window, content_id
from reportedly.text import Span

DAY = date(2031, 6, 1)
NOTHING = Comparison(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)


class Counting:
    """A comparer that finds nothing and counts what it is asked."""

    def __init__(self) -> None:
        self.questions: list[Question] = []

    def __call__(self, questions: Iterable[Question]) -> list[Comparison]:
        asked = [*questions]
        self.questions += asked
        return [NOTHING for _ in asked]


def sighting(n: int, sentence: str, published: date | None, **fields: object) -> Sighting:
    values: dict[str, object] = {
        "event": f"v{n}",
        "article": f"a{n}",
        "article_url": f"https://a.example/{n}",
        "outlet": "a",
        "published": published,
        "span": Span(0, 5),
        "sentence": sentence,
        "type": "CONSULT",
        "status": "occurred",
        "certainty": "certain",
        "polarity": "affirmed",
        "lemma": "visit",
        "actors": (content_id("e", "Orla Fenn"),),
        "recipients": (),
        "place": content_id("e", "Vell"),
        "start": None,
        "end": None,
        "words": telling(sentence),
        "headline": "Fenn in Vell",
        "at": Span(0, 5),
    }
    return Sighting(**{**values, **fields})  # type: ignore[arg-type]


def ahead(n: int, published: date | None, **fields: object) -> Sighting:
    due = DAY + timedelta(days=20 + 3 * n % 900)
    told = f"Envoy Orla Fenn will visit Vell on day {n} to open the mole."
    planned = {"status": "planned", "expectation": f"x{n}", "window": Window(DAY, due)}
    return sighting(n, told, published, **{**planned, **fields})


def test_of_two_thousand_visits_an_article_is_asked_about_a_few() -> None:
    asked = Counting()
    visits = [ahead(n, DAY) for n in range(2000)]
    came = [
        sighting(9000, f"Envoy Orla Fenn came to Vell on day {n} to open the mole.", DAY, event=f"w{n}")
        for n in range(980, 1000)  # the last by address
    ]
    found = follow([*visits, *came], asked)
    assert all(each.state == "open" for each in found)
    of_visit = [each for each in asked.questions if each.later_sentence.startswith("Envoy Orla Fenn came")]
    assert 0 < len(of_visit) <= PER_ARTICLE


def test_an_event_of_two_hundred_actors_and_unknown_days_are_matched_or_left() -> None:
    crowd = tuple(content_id("e", f"Envoy {n}") for n in range(200))
    asked = Counting()
    every = [
        ahead(1, DAY, actors=crowd),
        ahead(2, None, actors=crowd),
        sighting(3, "Two hundred envoys came to Vell to open the mole.", None, actors=crowd),
        sighting(4, "Envoys came to Vell to open the mole.", DAY, actors=crowd, start=date.max, end=date.max),
        ahead(5, DAY, window=Window(date.max, date.max)),
    ]
    assert {each.state for each in follow(every, asked)} == {"open"}
    assert all(question.later == DAY for question in asked.questions)


def test_what_was_answered_is_not_asked_again() -> None:
    first, second = Counting(), Counting()
    every = [ahead(1, DAY), sighting(2, "Envoy Orla Fenn came to Vell and opened the mole.", DAY + timedelta(days=3))]
    told = Recalled(first, lambda _: {})
    follow(every, told)
    follow(every, Recalled(second, lambda ids: {own: told.given[own] for own in ids if own in told.given}))
    assert first.questions
    assert not second.questions
