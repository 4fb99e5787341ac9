from collections.abc import Callable
from datetime import date

import pytest

from reportedly.ledger import Ledger
from reportedly.ledger.search import fulltext
from reportedly.records import Article

Write = Callable[..., Article]

RIVER = "River talks\n\nThe ministers of Varn and Ostrel visited the dam AND signed nothing, NOT even a note."
PERSIAN = "گفتگو درباره رود\n\nوزیر گفت مذاکرات مي‌شود در شهر وارن ادامه يابد و كتاب امضا شود."


@pytest.fixture
def stocked(ledger: Ledger, article: Write) -> Ledger:
    ledger.articles.file(article(url="https://herald.example/river", text=RIVER))
    ledger.articles.file(article(url="https://payam.example/rud", text=PERSIAN, language="fa", outlet="payam"))
    ledger.articles.file(article())
    return ledger


def found(ledger: Ledger, words: str) -> list[str]:
    return [hit.url.rpartition("/")[2] for hit in ledger.articles.search(words).hits]


def test_a_hit_shows_its_passage_with_the_words_marked(stocked: Ledger) -> None:
    (hit,) = stocked.articles.search("ministers dam").hits
    assert (hit.outlet, hit.headline) == ("herald", "River talks")
    assert [words for words, sought in hit.snippet if sought] == ["ministers", "dam"]
    assert "".join(words for words, _ in hit.snippet).replace(" … ", "") in RIVER


def test_words_are_found_in_all_their_forms(stocked: Ledger) -> None:
    assert found(stocked, "visit minister") == ["river"]


def test_every_word_must_occur(stocked: Ledger) -> None:
    assert found(stocked, "dam Oda") == []
    assert sorted(found(stocked, "talks Varn")) == ["river", "talks"]


def test_quotes_hold_words_together(stocked: Ledger) -> None:
    assert found(stocked, '"signed nothing"') == ["river"]
    assert found(stocked, '"nothing signed"') == []


def test_a_star_stands_for_an_ending(stocked: Ledger) -> None:
    assert found(stocked, "ostr*") == ["river"]


ODD = (
    *("AND", "NOT", "OR", "NEAR(", '"', '"dam', 'dam"', "dam AND", "(dam", "dam)", "text:dam", "^dam", "-dam", "dam +"),
    *(
        "* *",
        "'",
        "dam;--",
        '""',
        "{dam}",
        "a\x00b",
        "—",
        "",
        "   ",
        "dam OR NOT",
        '"dam AND "signed',
        "%",
        "\\",
        "*dam*",
    ),
)


@pytest.mark.parametrize("typed", ODD)
def test_nothing_a_person_types_is_an_error(stocked: Ledger, typed: str) -> None:
    assert all(hit.url.startswith("https://") for hit in stocked.articles.search(typed).hits)


def test_operators_are_words(stocked: Ledger) -> None:
    assert found(stocked, "AND NOT") == ["river"]
    assert found(stocked, "dam OR Oda") == []
    assert found(stocked, '"dam') == ["river"]


def test_nothing_typed_finds_nothing(stocked: Ledger) -> None:
    assert stocked.articles.search(" — ").hits == ()


@pytest.mark.parametrize("typed", ["مذاکرات", "می‌شود", "کتاب", "كتاب", '"شهر وارن"', "يابد"])
def test_persian_words_are_found_in_either_spelling(stocked: Ledger, typed: str) -> None:
    (hit,) = stocked.articles.search(typed).hits
    assert hit.outlet == "payam"
    assert any(sought for _, sought in hit.snippet)
    assert "".join(words for words, _ in hit.snippet).replace(" … ", "") in PERSIAN


def test_newest_come_first_and_undated_last(ledger: Ledger, article: Write) -> None:
    for name, day in (("old", 2), ("undated", None), ("new", 9), ("older", 1), ("newer", 9)):
        ledger.articles.file(article(url=f"https://herald.example/{name}", day=day and date(2031, 5, day)))
    assert found(ledger, "talks") == ["newer", "new", "old", "older", "undated"]


def test_the_headline_weighs_more_where_the_best_come_first(ledger: Ledger, article: Write) -> None:
    top = article(url="https://herald.example/top", text="Harbour shut\n\nRain fell on the town for a day.")
    low = article(url="https://herald.example/low", text="Rain\n\nThe harbour was shut for the harbour.")
    ledger.articles.file_all([top, low])
    assert found(ledger, "harbour") == ["low", "top"]
    best = ledger.articles.search("harbour", best=True).hits
    assert [hit.article for hit in best] == [top.id, low.id]


def test_a_beginning_is_of_words_as_they_stand(ledger: Ledger, article: Write) -> None:
    ledger.articles.file(article(text="Terrorism on the quay"))
    assert found(ledger, "terrorism") == found(ledger, "terroris*") == found(ledger, "t*") == ["talks"]
    assert found(ledger, "terrorist*") == found(ledger, "terrorisms*") == []


def test_of_too_many_words_with_one_beginning_the_shortest_are_sought(ledger: Ledger, article: Write) -> None:
    words = [f"q{'a' * (n // 25)}{chr(97 + n % 25)}" for n in range(300)]
    ledger.articles.file(article(text=" ".join(words)))
    ledger.articles.file(article(url="https://herald.example/long", text=max(words, key=len)))
    found_ = ledger.articles.search("q*")
    assert [hit.url.rpartition("/")[2] for hit in found_.hits] == ["talks"]
    assert found_.notes == (f"more than {fulltext.BEGINNINGS} words begin with “q”",)


def test_a_spelling_with_a_joiner_finds_the_one_with_a_space(ledger: Ledger, article: Write) -> None:
    for name, text in (("apart", "می شود"), ("joined", "میشود"), ("joiner", "مي\u200cشود")):
        ledger.articles.file(article(url=f"https://payam.example/{name}", text=text))
    assert sorted(found(ledger, "می\u200cشود")) == ["apart", "joined", "joiner"]
    assert sorted(found(ledger, "میشود")) == ["joined", "joiner"]


def test_only_the_last_revision_is_found(ledger: Ledger, article: Write) -> None:
    ledger.articles.file(article(text="Three hurt in Varn."))
    ledger.articles.file(article(text="Five hurt in Varn."))
    assert [hit.article for hit in ledger.articles.search("hurt").hits] == [article(text="Five hurt in Varn.").id]
    assert ledger.articles.search("three").hits == ()


def test_results_come_in_pages(ledger: Ledger, article: Write) -> None:
    for n in range(7):
        ledger.articles.file(article(url=f"https://herald.example/{n}"))
    pages = [hit.url for start in (0, 3, 6) for hit in ledger.articles.search("talks", limit=3, offset=start).hits]
    assert len(pages) == len(set(pages)) == 7


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u200e", "\u2067"])
def test_characters_that_nobody_sees_part_no_word(ledger: Ledger, article: Write, mark: str) -> None:
    text = f"Quarry shut\n\nThe pits near Ost{mark}rel were pumped dry, {mark}Veldt{mark} said on Monday."
    ledger.articles.file(article(url="https://herald.example/pits", text=text))
    for words in ("Ostrel", f"Os{mark}trel", "Veldt", '"Veldt said"', "Ostr*"):
        assert found(ledger, words) == ["pits"]
    (hit,) = ledger.articles.search("Ostrel").hits
    assert "Ost" in "".join(words for words, _ in hit.snippet)
