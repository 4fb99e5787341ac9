"""Drifts as a page tells them."""

from msgspec.structs import replace

from reportedly.account.drifts import drifted, drifts
from reportedly.account.telling import Telling
from reportedly.records import Drift
from tests.newsroom import COPY, ORIGINAL, STORY, Written

PLACES = {place.article: place for place in STORY.articles}


def telling(one: Written) -> Telling:
    return Telling(PLACES[one.id], one.article, one.reading, one.article.outlet)


def test_each_form_is_quoted_with_what_it_lost() -> None:
    ((first, later),) = drifts(STORY, [telling(ORIGINAL), telling(COPY)])
    assert (first.lost, later.lost) == ((), ("source not named",))
    assert "Mara Dovic, told" in first.words(240)
    assert "Twelve dead" in later.words(240)


def test_a_number_that_changed_and_a_hedge_that_fell_away_are_put_in_words() -> None:
    first, later = STORY.drifts[0].steps
    changed = replace(STORY, drifts=(Drift((first, replace(later, lost=("hedge",), changed=("14 > 9",)))),))
    ((_, form),) = drifts(changed, [telling(ORIGINAL), telling(COPY)])
    assert form.lost == ("no longer in doubt", "14 became 9")


def test_half_a_drift_is_not_told() -> None:
    assert drifts(STORY, [telling(ORIGINAL)]) == ()


def test_copies_are_asked_for_too() -> None:
    assert [place.article for place in drifted(STORY)] == [ORIGINAL.id, COPY.id]
