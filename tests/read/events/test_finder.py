"""What is said to happen: type, who, to whom, where, when, and where it stands."""

import pytest

from tests.read.reading_of import event, people, reading, words


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Peru and Chile signed a border treaty on Sunday.", "signed", "AGREE"),
        ("Peru and Chile agreed on a border treaty on Sunday.", "agreed", "AGREE"),
        ("Peru and Chile held talks in Lima.", "talks", "CONSULT"),
        ("Peru imposed sanctions on Chile.", "imposed", "SANCTION"),
        ("Peru lifted the blockade of Chile.", "lifted", "CONCEDE"),
        ("Peru and Chile exchanged intelligence.", "exchanged", "COOPERATE"),
        ("Police arrested three miners in Lima.", "arrested", "COERCE"),
        ("Gunmen attacked a convoy in Lima.", "attacked", "ASSAULT"),
        ("Peru accused Chile of spying.", "accused", "ACCUSE"),
        ("Peru withdrew its troops from Chile.", "withdrew", "RETREAT"),
        ("Peru deployed troops at the border.", "deployed", "MOBILIZE"),
        ("Peru sent food and tents to Chile.", "sent", "AID"),
    ],
)
def test_type(text: str, trigger: str, kind: str) -> None:
    assert event(reading(text), trigger).type == kind


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Peru signed the treaty.", "signed", "occurred"),
        ("Peru is negotiating with Chile.", "negotiating", "ongoing"),
        ("Peru will sign the treaty.", "sign", "planned"),
        ("Peru has decided to deploy troops.", "deploy", "planned"),
        ("Peru is expected to sign the treaty.", "sign", "expected"),
        ("Peru might sign the treaty.", "sign", "expected"),
        ("Chile urged Peru to sign the treaty.", "sign", "called_for"),
        ("Peru did not sign the treaty.", "sign", "denied"),
        ("Peru refused to sign the treaty.", "sign", "denied"),
        ("The treaty fails if Peru attacks Chile.", "attacks", "hypothetical"),
        ("Talks between Peru and Chile will begin in Lima.", "Talks", "planned"),
        ("The visit of President Ana Ruiz to Chile was postponed.", "visit", "planned"),
    ],
)
def test_status(text: str, trigger: str, status: str) -> None:
    assert event(reading(text), trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Talks between Peru, Chile and Bolivia were held in Lima.", "Talks", ["Peru", "Chile", "Bolivia"]),
        ("Peru-Chile talks will be held soon.", "talks", ["Peru", "Chile"]),
        ("The road closed after the visit of President Ana Ruiz to Chile.", "visit", ["Ana Ruiz"]),
        ("The treaty was signed by Peru.", "signed", ["Peru"]),
        ("Peru and Chile have met. Both countries will sign a treaty.", "sign", ["Peru", "Chile"]),
        ("Peruvian and Chilean officials signed the treaty.", "signed", ["Peru", "Chile"]),
    ],
)
def test_actors(text: str, trigger: str, actors: list[str]) -> None:
    got = reading(text)
    assert people(got, event(got, trigger)) == actors


def test_place_time_and_recipient() -> None:
    got = reading("President Ana Ruiz held talks with Chile in Vienna on 20 May 2025.")
    talks = event(got, "talks")
    names = {entity.id: entity.name for entity in got.entities}
    assert [names[one.entity] for one in talks.recipients if one.entity] == ["Chile"]
    assert names[talks.place or ""] == "Vienna"
    assert [words(got, time.span) for time in got.times if time.id == talks.time] == ["20 May 2025"]


def test_a_time_of_speaking_is_not_the_time_of_what_is_told() -> None:
    got = reading("Police said on Sunday that gunmen attacked a convoy.")
    assert event(got, "attacked").time is None


def test_an_event_knows_the_statement_that_tells_it() -> None:
    got = reading("Sources said that Peru would sign the treaty.")
    sign = event(got, "sign")
    assert (sign.statement, sign.certainty) == (got.statements[0].id, "probable")


def test_what_is_denied_is_a_denied_event() -> None:
    got = reading("The army denied that it attacked the village.")
    assert (event(got, "attacked").status, event(got, "attacked").polarity) == ("denied", "denied")


def test_ordinary_verbs_make_no_event() -> None:
    assert reading("The lake is blue, and the miners like the view. They went home.").events == ()


def test_an_event_with_two_hundred_actors_keeps_them_each_once() -> None:
    names = [f"Ana {first}{last}" for first in ("Bel", "Cor", "Dun", "Fen") for last in ("a", "e", "i", "o", "u")]
    crowd = ", ".join(f"{name} {family}" for name in names for family in ("Ruiz", "Soto", "Vega", "Lara", "Mora") * 2)
    got = reading(f"{crowd} and Juan Paz met in Lima on Sunday.")
    for one in got.events:
        assert len({actor.span for actor in one.actors}) == len(one.actors) <= 201


def test_adjectives_of_nations_before_an_office_are_the_actors() -> None:
    got = reading("Chilean and Peruvian ministers met in Lima on Sunday.")
    assert people(got, event(got, "met"))[:2] == ["Chile", "Peru"]


def test_respectively_gives_each_event_its_actors() -> None:
    got = reading("Chile and Peru recalled their envoys from Quito and Bogota, respectively, on Sunday.")
    assert all({"Chile", "Peru"} >= {name for name in people(got, one) if "their" not in name} for one in got.events)
