from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.search.places import between, day_of, place_of, seq_of

DAYS = st.none() | st.dates()
SEQS = st.integers(1, 2**40 - 1)


@given(DAYS, SEQS)
def test_a_place_tells_its_day_and_its_article(day: date | None, seq: int) -> None:
    place = place_of(day, seq)
    assert (day_of(place), seq_of(place)) == (day, seq)
    assert 0 < place < 2**63


@given(st.lists(st.tuples(DAYS, SEQS), max_size=9))
def test_later_days_stand_higher_then_what_was_filed_later(given_: list[tuple[date | None, int]]) -> None:
    places = sorted(place_of(day, seq) for day, seq in given_)
    order = sorted(given_, key=lambda one: (one[0] is not None, one[0] or date.min, one[1]))
    assert [(day_of(place), seq_of(place)) for place in places] == order


@given(DAYS, SEQS, DAYS, DAYS)
def test_days_are_from_one_place_to_another(day: date | None, seq: int, since: date | None, until: date | None) -> None:
    low, high = between(since, until)
    every = since is None and until is None
    held = every or (day is not None and (since or day) <= day <= (until or day))
    assert (low <= place_of(day, seq) < high) == held
