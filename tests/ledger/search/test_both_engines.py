"""SQLite and PostgreSQL find the same articles for the same words, in the same order, in four languages."""

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta

import pytest
import sqlalchemy as sa

from reportedly.ledger import Ledger, open_ledger
from reportedly.ledger.database import connect
from reportedly.ledger.search import tsvector
from reportedly.records import Article, Filters, Published, article_id
from tests.ledger.search.invented_news import FIRST
from tests.postgres import Postgres

Write = Callable[..., Article]

WORDS = {
    "en": "the minister of Varn said that dams on a river were opened, closing quays; harbours' masters saw Ostrel's",
    "fa": "وزير وارن گفت سدهای رودخانه باز می‌شود و كتاب‌ها در بندر امضا خواهند شد ۱۴ نفر رفته‌اند مسئول",
    "ur": "وزیر نے کہا کہ دریا کے بند کھولے جائیں گے اور بندرگاہ میں کتابیں ہوں گی ۱۴ افراد گئے مسئلہ",
    "ar": "قال الوزير إنّ سدود النهر ستُفتح والميناء يُغلق والكتب في المدينة ١٤ شخصاً ذهبوا إلى مسؤول",
}
OUTLETS = ("herald", "payam")
LONG = "https://herald.example/long"


def written(chance: random.Random, n: int) -> Article:
    language = chance.choice([*WORDS])
    own = WORDS[language].split()
    text = " ".join(chance.choices(own, k=chance.randrange(4, 60)))
    if n == 7:  # longer, and with one word more often, than a tsvector remembers places
        text = " ".join(chance.choices(WORDS["en"].split(), k=20_000)) + " the quays of Ostrel sank, " + "x" * 2_500
    url = LONG if n == 7 else f"https://x.example/{n}"
    day = FIRST + timedelta(days=chance.randrange(5)) if n % 9 else None
    return Article(
        article_id(url, text, "hand/1"),
        url,
        chance.choice(OUTLETS),
        text,
        language,
        "hand/1",
        headline=" ".join(chance.choices(own, k=3)) if n % 4 else None,
        published=Published(day, day, "given") if day else None,
    )


@pytest.fixture(scope="module")
def both(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, Ledger]]:
    chance = random.Random(11)
    articles = [written(chance, n) for n in range(160)]
    file = tmp_path_factory.mktemp("both") / "ledger.db"
    with open_ledger(f"sqlite:///{file}") as small, postgres.lent() as url, open_ledger(url) as large:
        for ledger in (small, large):
            ledger.articles.file_all(articles)
        yield small, large


def asked(chance: random.Random, language: str) -> tuple[str, Filters]:
    """Something that a person might type in a language, and what it is narrowed down by."""
    own = WORDS[language].split()

    def one() -> str:
        word, other, third = chance.sample(own, 3)
        forms = [word, word, f"{word[: chance.randrange(1, 4)]}*", f'"{word} {other}"']
        forms += [f'"{word} {other}"~{chance.randrange(4)}', f'"{word} {other} {third}"~5']
        return ("-" if chance.random() < 0.2 else "") + chance.choice(forms)

    words = " ".join(one() for _ in range(chance.randrange(1, 4)))
    return words, Filters(outlet=chance.choice((None, None, *OUTLETS)))


@pytest.mark.parametrize("language", WORDS)
def test_the_same_is_found_in_the_same_order(both: tuple[Ledger, Ledger], language: str) -> None:
    chance, some = random.Random(language), 0
    for _ in range(50):
        words, filters = asked(chance, language)
        for best in (False, True):
            small, large = (
                [hit.url for hit in ledger.articles.search(words, filters, limit=200, best=best).hits]
                for ledger in both
            )
            assert large == small, (words, filters, best)
            some += bool(small)
    assert some > 50


@pytest.mark.parametrize("words", ['"quays of ostrel sank"', '"sank ostrel"~3', "x" * 2_500, f"-{'x' * 2_500} the"])
def test_texts_and_words_of_any_length_are_found_alike(both: tuple[Ledger, Ledger], words: str) -> None:
    small, large = ([hit.url for hit in ledger.articles.search(words, limit=200).hits] for ledger in both)
    assert small == large
    assert (LONG in small) == (not words.startswith("-"))


def test_more_different_words_than_a_row_takes_are_kept_as_far_as_it_goes(
    database: str, article: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tsvector, "MOST", 200)
    words = [f"{n:09}w" for n in range(100)]
    with open_ledger(database) as ledger:
        ledger.articles.file(article(text=" ".join(words)))
        assert len(ledger.articles.search(words[0]).hits) == 1
        assert ledger.articles.search(words[-1]).hits == ()
        assert len(ledger.articles.search(f'"{words[8]} {words[9]}"').hits) == 1


def test_postgresql_takes_as_many_words_as_are_kept(database: str) -> None:
    words = [f"{n:09}w" for n in range(120_000)]
    with closing(connect(database)) as own, own.looking() as connection:
        query = sa.text("SELECT length(CAST(:words AS tsvector))")
        kept = connection.scalar(query, {"words": tsvector.vector([], words)})
    assert kept == tsvector.MOST // len(f"'{words[0]}'")
