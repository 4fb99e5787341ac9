"""Who calls a place or a group by which name."""

from datetime import date

import pytest

from reportedly.account import naming
from reportedly.account.days import Days
from reportedly.account.named import Named, folded, is_form_of
from reportedly.ledger import Ledger
from tests import pass_news
from tests.pass_news import BEACON, PASS, SOUTH, TAM, named, told

NAMES = {outlet.id: outlet.name for outlet in pass_news.OUTLETS}
WEEK = Days(date(2031, 5, 14), date(2031, 5, 20))


def counts(known: Named | None) -> dict[str, dict[str, int]]:
    assert known
    return {name.words: {use.outlet: use.articles for use in name.uses} for name in known.names}


def test_each_name_is_counted_by_outlet_in_articles(ledger: Ledger) -> None:
    known = naming.called(ledger, PASS, NAMES)
    assert counts(known) == {"Orrin Pass": {"beacon": 1, "north": 1, "south": 1}, "Reed Gate": {"south": 1}}


def test_a_name_is_shown_in_the_sentence_of_its_newest_article(ledger: Ledger) -> None:
    known = naming.called(ledger, PASS, NAMES)
    assert known
    assert [(name.example.outlet, name.example.words) for name in known.names if name.example] == [
        ("Beacon", "Rain fell at Orrin Pass."),
        ("South Agency", "Fighters answer aggression at Reed Gate"),
    ]


def test_a_name_in_scare_quotes_is_counted_as_held_at_arms_length(ledger: Ledger) -> None:
    known = naming.called(ledger, PASS, NAMES)
    assert known
    first = known.names[0]
    assert {use.outlet: use.distanced for use in first.uses} == {"north": 0, "south": 1, "beacon": 0}
    assert first.distanced
    assert first.distanced.words == "The so-called Orrin Pass has another name here."


def test_only_the_days_and_the_outlet_asked_for(ledger: Ledger) -> None:
    assert counts(naming.called(ledger, PASS, NAMES, Days(date(2031, 5, 20), date.max))) == {
        "Orrin Pass": {"beacon": 1}
    }
    assert counts(naming.called(ledger, PASS, NAMES, outlet="south")) == {
        "Orrin Pass": {"south": 1},
        "Reed Gate": {"south": 1},
    }
    assert naming.called(ledger, PASS, NAMES, Days(date(2030, 1, 1), date(2030, 1, 2))) is None


def test_an_article_counts_as_its_page_showed_it_last(ledger: Ledger) -> None:
    text = "Fighters answer\n\nFighters struck at the Gate of Reeds."
    pass_news.fill(ledger, told(SOUTH, "fight", text, named(text, PASS, "place", "Orrin Pass", "Gate of Reeds")))
    assert counts(naming.called(ledger, PASS, NAMES, outlet="south")) == {"Gate of Reeds": {"south": 1}}


def test_spellings_of_one_name_are_one_name(ledger: Ledger) -> None:
    text = "Snow\n\nSnow fell at ORRIN-PASS and at the Orrin\u00ad Pass."
    pass_news.fill(
        ledger,
        told(BEACON, "snow", text, named(text, PASS, "place", "Orrin Pass", "ORRIN-PASS", "the Orrin\u00ad Pass")),
    )
    assert counts(naming.called(ledger, PASS, NAMES, outlet="beacon")) == {"Orrin Pass": {"beacon": 2}}
    assert folded("The U.S.") == folded("US")


@pytest.mark.parametrize("asked", [PASS, "Orrin Pass", "Reed Gate", "reed gate"])
def test_a_thing_is_found_by_id_by_name_and_by_what_it_is_called(ledger: Ledger, asked: str) -> None:
    assert [known.about for known in naming.asked(ledger, asked, NAMES)] == [PASS]


@pytest.mark.parametrize("asked", ["", "Nowhere", "e0000000000000000", TAM, "Tam Wick", "“"])
def test_what_is_not_there_and_persons_are_not_found(ledger: Ledger, asked: str) -> None:
    assert naming.asked(ledger, asked, NAMES) == []


def test_a_person_in_office_has_no_table_of_names_either(ledger: Ledger) -> None:
    text = "Visit\n\nMinister Oda Brell came."
    pass_news.fill(ledger, told(SOUTH, "visit", text, named(text, "e-oda", "person", "Oda Brell", "Oda Brell")))
    assert naming.asked(ledger, "e-oda", NAMES) == naming.asked(ledger, "Oda Brell", NAMES) == []


def test_what_is_named_apart_comes_first_and_what_all_call_alike_is_left_out(ledger: Ledger) -> None:
    assert [known.about for known in naming.differing(ledger, WEEK)] == [PASS]
    assert naming.differing(ledger, Days(date(2031, 5, 20), date(2031, 5, 20))) == []
    assert [known.about for known in naming.differing(ledger, WEEK, outlet="south")] == [PASS]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("varnian", "varn"),
        ("varni", "varn"),
        ("veylan", "veyla"),
        ("tessish", "tessey"),
        ("orrinese", "orrina"),
        ("reeds", "reed"),
    ],
)
def test_an_adjective_or_plural_is_a_form_of_the_name(form: str, name: str) -> None:
    assert is_form_of(form, name)


@pytest.mark.parametrize(("other", "name"), [("reed gate", "orrin pass"), ("tessiye", "tessey"), ("orish", "oran")])
def test_another_name_is_none(other: str, name: str) -> None:
    assert not is_form_of(other, name)


def test_who_speaks_by_the_adjective_does_not_name_it_apart(ledger: Ledger) -> None:
    text = "Snow\n\nSnow fell on Varn."
    other = "Hail\n\nHail fell on Varnian fields."
    one = told(BEACON, "snow", text, named(text, "e-varn", "place", "Varn", "Varn"))
    pass_news.fill(ledger, one, told(SOUTH, "hail", other, named(other, "e-varn", "place", "Varn", "Varnian")))
    assert [known.about for known in naming.differing(ledger, WEEK)] == [PASS]
    assert counts(naming.called(ledger, "e-varn", NAMES)) == {"Varn": {"beacon": 1}, "Varnian": {"south": 1}}


def test_a_choice_of_names_counts_by_how_far_it_goes_beyond_chance() -> None:
    apart = naming.apartness({"a": {"x": 9}, "b": {"y": 9}})
    mixed = naming.apartness({"a": {"x": 9, "y": 8}, "b": {"x": 8, "y": 9}})
    few = naming.apartness({"a": {"x": 1}, "b": {"y": 1}})
    assert apart > few > mixed
    assert mixed < 0
