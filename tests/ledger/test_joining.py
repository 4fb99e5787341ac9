"""Persons named in several scripts are one entity, whatever order their articles came in; people's decisions win."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Filters, Judgement, content_id
from tests.ledger.conftest import Another
from tests.persons_of_news import ARABIC, BROTHER, LATIN, PERSIAN, RUSSIAN, file, gist_of, own, reading_of
from tests.postgres import LARGE

pytestmark = pytest.mark.slow

AT = datetime(2031, 5, 20, tzinfo=UTC)
VARIANT, OTHER = "Tareq Velani", "حسین ولانی"
NAMES = (LATIN, PERSIAN, ARABIC, RUSSIAN, VARIANT, BROTHER, OTHER, "Velani", "ولانی", "Тара Велани", "Tara Velani")


def ones(ledger: Ledger, names: Sequence[str] = NAMES) -> set[frozenset[str]]:
    """The names that are one, in sets."""
    name_of = {own(name): name for name in names}
    lines = filter(None, (ledger.entities.get(one) for one in name_of))
    return {frozenset(name_of[one] for one in line.members) for line in lines if len(line.members) > 1}


def decide(ledger: Ledger, kind: str, about: str, value: str | None = None, undoes: str | None = None) -> str:
    made = content_id("j", kind, about, value, undoes)
    ledger.judgements.put(Judgement(made, "Ilse", AT, kind, own(about), value and own(value), undoes))  # type: ignore[arg-type]  # words of a test
    return made


def test_one_person_in_four_scripts_is_one(ledger: Ledger) -> None:
    file(ledger, LATIN, BROTHER)
    file(ledger, PERSIAN, ARABIC, RUSSIAN)
    assert ones(ledger) == {frozenset({LATIN, PERSIAN, ARABIC, RUSSIAN})}
    line = ledger.entities.get(own(PERSIAN))
    assert line
    assert (line.name, line.articles) == (LATIN, 4)
    assert {one.language: one.words for one in line.languages} == {
        "en": (LATIN,),
        "fa": (PERSIAN,),
        "ar": (ARABIC,),
        "ru": (RUSSIAN,),
    }
    assert ledger.entities.names([own(RUSSIAN)]) == {own(RUSSIAN): LATIN}
    listed = ledger.entities.after("", limit=9)
    assert {one.name: one.articles for one in listed} == {LATIN: 4, BROTHER: 1}


def test_articles_are_found_by_any_of_its_names(ledger: Ledger) -> None:
    file(ledger, LATIN, PERSIAN, BROTHER)
    for name in (LATIN, PERSIAN):
        assert len(ledger.articles.naming(own(name))) == 2
        assert len(ledger.articles.search("", replace(Filters(), entity=own(name))).hits) == 2
    assert len(ledger.articles.naming(own(BROTHER))) == 1


def test_spellings_in_one_script_are_one_by_the_name_in_another(ledger: Ledger) -> None:
    file(ledger, LATIN, VARIANT)
    assert ones(ledger) == set()
    file(ledger, PERSIAN)
    assert ones(ledger) == {frozenset({LATIN, VARIANT, PERSIAN})}


def test_where_two_are_as_like_nobody_is_one(ledger: Ledger) -> None:
    near = ("Zara Velbi", "Zora Velb", "زارا ولبی")
    file(ledger, near[0], near[2])
    assert ones(ledger, near) == {frozenset({near[0], near[2]})}
    file(ledger, near[1])
    assert frozenset(near) not in ones(ledger, near)


def test_a_name_that_nobody_holds_any_more_is_let_go(ledger: Ledger) -> None:
    file(ledger, LATIN, PERSIAN)
    article, reading = reading_of(PERSIAN, "fa")
    gist = gist_of(article)
    ledger.readings.file(replace(reading, entities=()), gist, ())
    assert ones(ledger) == set()
    assert len(ledger.articles.naming(own(LATIN))) == 1
    ledger.readings.file(reading, gist, ())
    assert ones(ledger) == {frozenset({LATIN, PERSIAN})}
    assert ledger.articles.get(article.id)


def test_a_decision_stands_above_what_is_alike(ledger: Ledger) -> None:
    file(ledger, LATIN, PERSIAN, BROTHER)
    parted = decide(ledger, "split", PERSIAN, LATIN)
    assert ones(ledger) == set()
    assert len(ledger.articles.naming(own(LATIN))) == 1
    decide(ledger, "merge", PERSIAN, BROTHER)
    assert ones(ledger) == {frozenset({PERSIAN, BROTHER})}
    file(ledger, RUSSIAN)
    assert frozenset({LATIN, RUSSIAN}) in ones(ledger)
    decide(ledger, "undo", PERSIAN, undoes=parted)
    assert ones(ledger) == {frozenset({LATIN, PERSIAN, RUSSIAN, BROTHER})}


@settings(max_examples=6 if LARGE else 15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(NAMES), when=st.integers(0, len(NAMES)))
def test_no_order_makes_a_difference(order: list[str], when: int, another: Another) -> None:
    found = []
    for names, decided in ((NAMES, 0), (order, when)):
        with another() as url, open_ledger(url) as ledger:
            file(ledger, *names[:decided])
            decide(ledger, "split", RUSSIAN, LATIN)
            file(ledger, *names[decided:])
            found.append(ones(ledger))
    assert found[0] == found[1]
    assert frozenset({LATIN, VARIANT, PERSIAN, ARABIC}) in found[0]
