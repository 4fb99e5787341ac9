"""Persons named in several scripts are one entity, whatever order their articles came in; people's decisions win."""

import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Article, ArticleHead, Entity, Filters, Gist, Judgement, Reading, content_id

Hand = tuple[Callable[..., Article], Callable[..., Reading], Callable[[Reading], Gist]]
AT = datetime(2031, 5, 20, tzinfo=UTC)
LATIN, PERSIAN, ARABIC, RUSSIAN = "Tarek Velani", "طارق ولانی", "طارق فيلاني", "Тарек Велани"
VARIANT, BROTHER, OTHER = "Tareq Velani", "Hassan Velani", "حسین ولانی"
NAMES = (LATIN, PERSIAN, ARABIC, RUSSIAN, VARIANT, BROTHER, OTHER, "Velani", "ولانی", "Тара Велани", "Tara Velani")

LANGUAGES = {PERSIAN: "fa", ARABIC: "ar", RUSSIAN: "ru", OTHER: "fa", "ولانی": "fa"}


def own(name: str) -> str:
    return content_id("e", "person", name.casefold())


def article_of(hand: Hand, name: str, language: str = "en") -> tuple[Article, Reading, Gist]:
    """An article that names one person, who is public."""
    write, _, _ = hand
    text = f"News\n\n{name} spoke."
    article = write(url=f"https://a.example/{own(name)}", text=text, language=language)
    start = text.index(name)
    person = Entity(own(name), "person", name, ("Minister",), mentions=((start, start + len(name)),))  # type: ignore[arg-type]  # a span is two numbers
    return article, _reading(article, (person,)), _gist(article)


def _reading(article: Article, entities: tuple[Entity, ...]) -> Reading:
    return Reading(reader="hand/1", article=ArticleHead.of(article), entities=entities)


def _gist(article: Article) -> Gist:
    return Gist(article.id, article.url, article.outlet, None, None, article.headline, b"", (), (), ())


def file(ledger: Ledger, hand: Hand, *names: str, language: str = "en") -> None:
    for name in names:
        article, reading, gist = article_of(hand, name, language)
        ledger.articles.file(article)
        ledger.readings.file(reading, gist, ())


def ones(ledger: Ledger, names: Sequence[str] = NAMES) -> set[frozenset[str]]:
    """The names that are one, in sets."""
    name_of = {own(name): name for name in names}
    lines = filter(None, (ledger.entities.get(one) for one in name_of))
    return {frozenset(name_of[one] for one in line.members) for line in lines if len(line.members) > 1}


def decide(ledger: Ledger, kind: str, about: str, value: str | None = None, undoes: str | None = None) -> str:
    made = content_id("j", kind, about, value, undoes)
    ledger.judgements.put(Judgement(made, "Ilse", AT, kind, own(about), value and own(value), undoes))  # type: ignore[arg-type]  # words of a test
    return made


def test_one_person_in_four_scripts_is_one(ledger: Ledger, hand: Hand) -> None:
    file(ledger, hand, LATIN, BROTHER)
    file(ledger, hand, PERSIAN, language="fa")
    file(ledger, hand, ARABIC, language="ar")
    file(ledger, hand, RUSSIAN, language="ru")
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


def test_articles_are_found_by_any_of_its_names(ledger: Ledger, hand: Hand) -> None:
    file(ledger, hand, LATIN, PERSIAN, BROTHER)
    for name in (LATIN, PERSIAN):
        assert len(ledger.articles.naming(own(name))) == 2
        assert len(ledger.articles.search("", replace(Filters(), entity=own(name))).hits) == 2
    assert len(ledger.articles.naming(own(BROTHER))) == 1


def test_spellings_in_one_script_are_one_by_the_name_in_another(ledger: Ledger, hand: Hand) -> None:
    file(ledger, hand, LATIN, VARIANT)
    assert ones(ledger) == set()
    file(ledger, hand, PERSIAN)
    assert ones(ledger) == {frozenset({LATIN, VARIANT, PERSIAN})}


def test_where_two_are_as_like_nobody_is_one(ledger: Ledger, hand: Hand) -> None:
    near = ("Zara Velbi", "Zora Velb", "زارا ولبی")
    file(ledger, hand, near[0], near[2])
    assert ones(ledger, near) == {frozenset({near[0], near[2]})}
    file(ledger, hand, near[1])
    assert frozenset(near) not in ones(ledger, near)


def test_a_name_that_nobody_holds_any_more_is_let_go(ledger: Ledger, hand: Hand) -> None:
    file(ledger, hand, LATIN, PERSIAN)
    article, reading, gist = article_of(hand, PERSIAN)
    ledger.readings.file(replace(reading, entities=()), gist, ())
    assert ones(ledger) == set()
    assert len(ledger.articles.naming(own(LATIN))) == 1
    ledger.readings.file(reading, gist, ())
    assert ones(ledger) == {frozenset({LATIN, PERSIAN})}
    assert ledger.articles.get(article.id)


def test_a_decision_stands_above_what_is_alike(ledger: Ledger, hand: Hand) -> None:
    file(ledger, hand, LATIN, PERSIAN, BROTHER)
    parted = decide(ledger, "split", PERSIAN, LATIN)
    assert ones(ledger) == set()
    assert len(ledger.articles.naming(own(LATIN))) == 1
    decide(ledger, "merge", PERSIAN, BROTHER)
    assert ones(ledger) == {frozenset({PERSIAN, BROTHER})}
    file(ledger, hand, RUSSIAN)
    assert frozenset({LATIN, RUSSIAN}) in ones(ledger)
    decide(ledger, "undo", PERSIAN, undoes=parted)
    assert ones(ledger) == {frozenset({LATIN, PERSIAN, RUSSIAN, BROTHER})}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(NAMES), when=st.integers(0, len(NAMES)))
def test_no_order_makes_a_difference(
    order: list[str], when: int, empty: Path, tmp_path_factory: pytest.TempPathFactory, hand: Hand
) -> None:
    found = []
    for names, decided in ((NAMES, 0), (order, when)):
        place = tmp_path_factory.mktemp("desk") / "ledger.db"
        shutil.copy(empty, place)
        with open_ledger(f"sqlite:///{place}") as ledger:
            for name in names[:decided]:
                file(ledger, hand, name, language=LANGUAGES.get(name, "en"))
            decide(ledger, "split", RUSSIAN, LATIN)
            for name in names[decided:]:
                file(ledger, hand, name, language=LANGUAGES.get(name, "en"))
            found.append(ones(ledger))
    assert found[0] == found[1]
    assert frozenset({LATIN, VARIANT, PERSIAN, ARABIC}) in found[0]
