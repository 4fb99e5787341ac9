"""Who takes part: crowds are kept whole."""

from tests.read.countries import COUNTRIES
from tests.read.reading_of import event, reading


def test_fifty_countries_that_sign_are_all_actors() -> None:
    got = reading(f"{', '.join(COUNTRIES[:-1])} and {COUNTRIES[-1]} signed a treaty in Lima on Monday.")
    assert len({actor.entity for actor in event(got, "signed").actors if actor.entity}) == len(COUNTRIES)
