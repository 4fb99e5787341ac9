"""Follow-ups from sightings: announcements gather, outcomes close them, and doubt leaves them open."""

import random
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from reportedly import followups
from reportedly.followups import Verdicts, verdicts
from reportedly.followups.verdicts import NOTHING
from reportedly.likeness import telling
from reportedly.read.comparer import compare
from reportedly.records import FollowUp, Judgement, Sighting, Window, content_id
from reportedly.text import Span

ENVOY, VELL, ESKERIA = (content_id("e", name) for name in ("Orla Fenn", "Vell", "Eskeria"))
JUNE = date(2031, 6, 1)


def on(day: int, month: int = 6) -> date:
    return date(2031, month, day)


def window(first: date, last: date | None = None, *, vague: bool = False) -> Window:
    return Window(first, last or first, vague)


def sighting(name: str, sentence: str, published: date | None, **fields: Any) -> Sighting:
    values: dict[str, Any] = {
        "event": f"v-{name}",
        "article": f"a-{name}",
        "article_url": f"https://{name}.example/1",
        "outlet": name,
        "published": published,
        "span": Span(0, 5),
        "sentence": sentence,
        "type": "CONSULT",
        "status": "occurred",
        "certainty": "certain",
        "polarity": "affirmed",
        "lemma": "visit",
        "actors": (ENVOY,),
        "recipients": (),
        "place": VELL,
        "start": None,
        "end": None,
        "words": telling(sentence),
    }
    return Sighting(**{**values, **fields})


def announced(name: str, sentence: str, published: date | None, due: Window | None, **fields: Any) -> Sighting:
    return sighting(name, sentence, published, status="planned", expectation=f"x-{name}", window=due, **fields)


VISIT = announced("harbour", "Envoy Orla Fenn will visit Vell on June 12 to open the mole.", on(1), window(on(12)))
OTHERS = [
    sighting(
        f"other{i}", f"Councillor {i} praised the lantern{i} parade in town{i}.", on(1 + i % 20), actors=(), place=None
    )
    for i in range(40)
]


def follow(sightings: Iterable[Sighting], judged: Verdicts = NOTHING) -> tuple[FollowUp, ...]:
    return followups.follow(sightings, compare, judged)


def only(*sightings: Sighting) -> FollowUp:
    (found,) = follow([*sightings, *OTHERS])
    return found


def test_an_announcement_that_nothing_answers_stays_open() -> None:
    found = only(VISIT)
    assert (found.state, found.window, found.announced) == ("open", window(on(12)), on(1))
    assert found.as_of(on(12)).state == "due"
    assert found.as_of(on(13)).state == "silent"


def test_one_event_announced_twice_is_one_followup_with_two_supports() -> None:
    again = announced(
        "daily", "Orla Fenn, the envoy, is to visit Vell and open the mole on June 12.", on(3), window(on(12))
    )
    found = only(again, VISIT)
    assert [e.article for e in found.supports] == ["a-harbour", "a-daily"]
    assert found.id == content_id("f", "x-harbour")


def test_another_capital_or_another_week_is_another_followup() -> None:
    elsewhere = announced(
        "daily", "Envoy Orla Fenn will visit Low Tarn on June 12 for the miners.", on(3), window(on(12)), place=ESKERIA
    )
    other_act = announced(
        "gazette",
        "A court in Vell will hear the ferry case on June 12.",
        on(3),
        window(on(12)),
        actors=(),
        lemma="hear",
    )
    assert len(follow([VISIT, elsewhere, other_act, *OTHERS])) == 3


def test_a_later_report_of_the_event_inside_the_window_closes_it() -> None:
    came = sighting(
        "daily", "Envoy Orla Fenn arrived in Vell on Thursday and opened the mole.", on(12), start=on(12), end=on(12)
    )
    found = only(VISIT, came)
    (change,) = found.history
    assert (change.state, change.on) == ("happened", on(12))
    assert change.evidence[0].sentence == came.sentence


def test_reports_before_the_window_of_other_people_or_of_plans_close_nothing() -> None:
    early = sighting("daily", "Envoy Orla Fenn visited Vell and saw the mole.", on(5), start=on(4), end=on(4))
    other = sighting("gazette", "Ade Bor arrived in Low Tarn on Thursday.", on(12), actors=(ESKERIA,), place=None)
    plan = sighting("mirror", "Envoy Orla Fenn could visit Vell to open the mole.", on(12), status="hypothetical")
    assert only(VISIT, early, other, plan).state == "open"


def test_the_announcing_article_is_no_evidence_for_itself() -> None:
    same = sighting("harbour", "Envoy Orla Fenn visited Vell to open the mole.", on(12), start=on(12), end=on(12))
    assert only(VISIT, same).history == ()


def change(name: str, state: str, sentence: str, published: date, new: Window | None = None) -> Sighting:
    told = {"type": "OTHER", "lemma": "", "change": state, "window": new, "actors": (ENVOY, VELL), "place": None}
    return sighting(name, sentence, published, **told)


def test_a_postponed_visit_is_moved_and_then_happens_in_the_new_window() -> None:
    put_off = change(
        "daily", "moved", "The visit of envoy Orla Fenn to Vell has been postponed to June 20.", on(9), window(on(20))
    )
    came = sighting(
        "mirror", "Envoy Orla Fenn arrived in Vell on Friday to open the mole.", on(20), start=on(20), end=on(20)
    )
    found = only(VISIT, put_off, came)
    assert [(c.on, c.state) for c in found.history] == [(on(9), "moved"), (on(20), "happened")]
    assert found.as_of(on(15)).window == window(on(20))


def test_a_visit_called_off_is_cancelled_and_a_denied_one_denied() -> None:
    for state in ("cancelled", "denied"):
        told = change("daily", state, "The visit of envoy Orla Fenn to open the mole at Vell was called off.", on(9))
        assert only(VISIT, told).state == state


def test_a_new_date_announced_for_the_same_act_moves_it() -> None:
    later = announced("daily", "Envoy Orla Fenn will visit Vell on June 20 to open the mole.", on(11), window(on(20)))
    first, second = follow([VISIT, later, *OTHERS])
    assert [(c.state, c.window) for c in first.history] == [("moved", window(on(20)))]
    assert second.window == window(on(20))


DUE = announced(
    "harbour",
    "The dredging committee will submit its report within three days.",
    on(4),
    window(on(4), on(7)),
    type="OTHER",
    lemma="submit",
    acts=("report",),
)


def test_more_time_granted_when_the_deadline_has_come_is_a_move_not_another_report() -> None:
    words = "The dredging committee would submit its report within two days."
    later = announced("daily", words, on(7), window(on(7), on(9)), type="OTHER", lemma="submit", acts=("report",))
    found = only(DUE, later)
    assert [(c.state, c.window) for c in found.history] == [("moved", window(on(7), on(9)))]
    assert len(found.supports) == 2


def test_the_same_deadline_told_again_in_its_time_moves_nothing() -> None:
    words = "The dredging committee would submit its report within three days."
    again = announced("daily", words, on(5), window(on(5), on(8)), type="OTHER", lemma="submit", acts=("report",))
    assert only(DUE, again).history == ()


def done(name: str, sentence: str, published: date, act: str, **fields: Any) -> Sighting:
    return sighting(name, sentence, published, type="OTHER", lemma="", change="happened", acts=(act,), **fields)


def test_an_outcome_in_other_words_closes_by_the_act_it_tells() -> None:
    told = "The dredging committee set out its views on the harbour."
    assert only(DUE, done("daily", told, on(6), "report")).state == "happened"
    assert only(DUE, done("daily", told, on(6), "visit")).state == "open"


def test_an_arrival_in_another_country_is_not_the_visit_announced() -> None:
    there = announced("harbour", VISIT.sentence, on(1), window(on(12)), acts=("visit",), lands=("KZ",))
    told = "Envoy Orla Fenn arrived to open the mole."
    assert only(there, done("daily", told, on(12), "visit", lands=("KZ",))).state == "happened"
    assert only(there, done("daily", told, on(12), "visit", lands=("PE",))).state == "open"


def test_an_article_that_tells_of_a_change_does_not_also_tell_that_it_happened() -> None:
    put_off = change("daily", "moved", "The visit of envoy Orla Fenn to open the mole at Vell was put off.", on(12))
    beside = sighting("daily", "Envoy Orla Fenn visited Vell and opened the mole before.", on(12))
    assert [c.state for c in only(VISIT, put_off, beside).history] == ["moved"]


def test_undated_articles_tell_no_outcome_and_invent_no_window() -> None:
    undated = announced("harbour", "Envoy Orla Fenn will visit Vell soon.", None, Window(None, None, vague=True))
    came = sighting("daily", "Envoy Orla Fenn visited Vell and opened the mole.", None)
    found = only(undated, came)
    assert (found.state, found.announced, found.history) == ("open", None, ())


def test_the_order_of_arrival_does_not_matter() -> None:
    again = announced(
        "daily", "Orla Fenn, the envoy, is to visit Vell and open the mole on June 12.", on(3), window(on(12))
    )
    came = sighting("mirror", "Envoy Orla Fenn arrived in Vell and opened the mole.", on(12), start=on(12), end=on(12))
    every = [VISIT, again, came, *OTHERS]
    expected = follow(every)
    for seed in range(5):
        assert follow(random.Random(seed).sample(every, len(every))) == expected


AGAIN = announced(
    "daily", "Orla Fenn, the envoy, is to visit Vell and open the mole on June 12.", on(3), window(on(12))
)
CAME = sighting("mirror", "Envoy Orla Fenn arrived in Vell and opened the mole.", on(12), start=on(12), end=on(12))
FENNS = content_id("f", "x-harbour")


def judged(kind: Any, value: str | None = None) -> Verdicts:
    at = datetime(2031, 6, 13, tzinfo=UTC)
    return verdicts([Judgement("j1", "Ilse", at, kind, FENNS, value)])


def test_a_match_that_a_person_calls_wrong_is_not_made_again() -> None:
    every = [VISIT, AGAIN, CAME, *OTHERS]
    (matched,) = follow(every)
    assert (matched.state, len(matched.supports)) == ("happened", 2)
    parted = {one.id: one for one in follow(every, judged("split", "https://mirror.example/1"))}
    assert parted[FENNS].state == "open"
    parted = {one.id: one for one in follow(every, judged("split", "https://daily.example/1"))}
    assert [len(one.supports) for one in parted.values()] == [1, 1]


def test_an_expectation_withdrawn_is_left_out() -> None:
    assert follow([VISIT, CAME, *OTHERS], judged("withdraw")) == ()
