"""Who takes part: crowds are kept whole."""

from tests.read.countries import COUNTRIES
from tests.read.reading_of import event, reading


def test_fifty_countries_that_sign_are_all_actors() -> None:
    got = reading(f"{', '.join(COUNTRIES[:-1])} and {COUNTRIES[-1]} signed a treaty in Lima on Monday.")
    signed = event(got, "signed")
    assert len({actor.entity for actor in signed.actors if actor.entity}) == len(COUNTRIES)
    assert signed.type == "AGREE"  # as where two sign


def test_brackets_at_the_end_of_a_teaser_are_nobody() -> None:
    teasers = (
        "They handed a letter to the store manager calling on […]",
        "In southern Varland, a Tarnish drone carried out a strike with a guided […]",
    )
    for text in teasers:
        found = reading(text)
        words = [who.span.of(text) for told in found.events for who in (*told.actors, *told.recipients)]
        assert all(any(map(str.isalnum, word)) for word in words)
