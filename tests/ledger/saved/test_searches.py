"""A saved search is filled backwards, kept, changed, taken away, and read by each person for themselves."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from reportedly.errors import BadInput, NotInLedger
from reportedly.ledger import Ledger
from reportedly.ledger.saved import Unread, filling
from reportedly.records import Article, Capture, Filters, SavedSearch

Write = Callable[..., Article]
NOW = datetime(2031, 5, 20, 6, tzinfo=UTC)
NONE = Filters()


def saved(ledger: Ledger, words: str, **more: object) -> SavedSearch:
    asked = {"owner": "ada", "at": NOW, "filters": NONE, **more}
    return ledger.searches.save(words, words, **asked)  # type: ignore[arg-type]


def ids(ledger: Ledger, search: SavedSearch, person: str = "ada", *, unread: bool = False) -> list[str]:
    return [one.line.article for one in ledger.searches.matches(search.id, person, unread=unread)]


def page(article: Write, n: int, text: str = "Rain over Varn.") -> Article:
    return article(url=f"https://herald.example/{n}", text=f"{text} {n}")


def many(ledger: Ledger, search: SavedSearch, person: str = "ada") -> Unread:
    return ledger.searches.unread(person, [search.id])[search.id]


def test_what_was_there_before_is_matched_and_counts_as_read(ledger: Ledger, article: Write) -> None:
    ledger.articles.file_all([page(article, n) for n in range(3)])
    rain = saved(ledger, "rain")
    assert (len(ids(ledger, rain)), many(ledger, rain), rain.whole) == (3, Unread(0), True)
    late = page(article, 3)
    ledger.articles.file(late)
    assert ids(ledger, rain, unread=True) == [late.id]
    assert many(ledger, rain) == Unread(1)


def test_a_search_is_filled_back_over_its_newest_matches_and_says_so(
    ledger: Ledger, article: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.articles.file_all([page(article, n) for n in range(5)])
    monkeypatch.setattr(filling, "WINDOW", 2)
    rain = saved(ledger, "rain")
    assert (len(ids(ledger, rain)), rain.whole, rain.reached) == (2, False, date(2031, 5, 20))


def test_an_edited_page_stays_read_where_it_still_matches(ledger: Ledger, article: Write) -> None:
    rain = saved(ledger, "rain")
    for n, text in enumerate(("Rain over Varn.", "Rain and wind over Varn.", "Sun over Varn.", "Rain again.")):
        ledger.captures.put(Capture(f"c{n}", article().url, NOW, 200, "text/html", "0", 9, "a.warc", n))
        own = article(text=text, capture=f"c{n}")
        ledger.articles.file(own)
        if n == 0:
            ledger.searches.mark_all("ada", rain.id, ledger.searches.last(rain.id))
        assert ids(ledger, rain) == ([own.id] if "Rain" in text else [])
        assert many(ledger, rain) == Unread(1 if n == 3 else 0)


def test_each_person_reads_for_themselves(ledger: Ledger, article: Write) -> None:
    rain = saved(ledger, "rain", shared=True)
    ledger.articles.file_all([page(article, n) for n in range(3)])
    first, second, third = (one.seq for one in reversed(ledger.searches.matches(rain.id, "ada")))
    ledger.searches.mark("ada", rain.id, [second])
    assert (many(ledger, rain), many(ledger, rain, "bo")) == (Unread(2), Unread(3))
    ledger.searches.mark_all("ada", rain.id, third)
    ledger.searches.mark("ada", rain.id, [first], unread=True)
    assert (many(ledger, rain), many(ledger, rain, "bo")) == (Unread(1), Unread(3))
    ledger.searches.mark_all("ada", rain.id, third)
    assert many(ledger, rain) == Unread(0)
    ledger.searches.undo_all("ada", rain.id)
    assert [one.seq for one in ledger.searches.matches(rain.id, "ada", unread=True)] == [first]


def test_undoing_to_have_read_all_gives_back_what_was_unread(ledger: Ledger, article: Write) -> None:
    rain = saved(ledger, "rain")
    ledger.articles.file_all([page(article, n) for n in range(3)])
    ledger.searches.mark("ada", rain.id, [ledger.searches.matches(rain.id, "ada")[0].seq])
    before = ids(ledger, rain, unread=True)
    ledger.searches.mark_all("ada", rain.id, ledger.searches.last(rain.id))
    assert ids(ledger, rain, unread=True) == []
    ledger.searches.undo_all("ada", rain.id)
    assert ids(ledger, rain, unread=True) == before
    assert len(before) == 2


def test_what_comes_after_marking_all_is_unread(ledger: Ledger, article: Write) -> None:
    rain = saved(ledger, "rain")
    ledger.articles.file(page(article, 1))
    seen = ledger.searches.last(rain.id)
    ledger.articles.file(page(article, 2))
    ledger.searches.mark_all("ada", rain.id, seen)
    assert many(ledger, rain) == Unread(1)


def test_only_its_owner_and_whom_it_is_shared_with_see_a_search(ledger: Ledger) -> None:
    own, shared = saved(ledger, "rain"), saved(ledger, "wind", shared=True)
    assert ledger.searches.all("ada") == [own, shared]
    assert ledger.searches.all("bo") == [shared]
    assert ledger.searches.all() == [own, shared]


def test_another_question_is_answered_anew(ledger: Ledger, article: Write) -> None:
    wet, dry = page(article, 1), page(article, 2, "Sun over Varn.")
    rain = saved(ledger, "rain")
    ledger.articles.file_all([wet, dry])
    changed = ledger.searches.change(rain.id, "Sun", "sun", NONE, shared=False)
    assert (changed.name, ids(ledger, changed), many(ledger, changed)) == ("Sun", [dry.id], Unread(0))
    renamed = ledger.searches.change(rain.id, "Sunshine", "sun", NONE, shared=True)
    assert (renamed.name, renamed.shared, ids(ledger, renamed)) == ("Sunshine", True, [dry.id])


def test_a_search_that_was_taken_away_comes_back_with_what_was_filed_meanwhile(ledger: Ledger, article: Write) -> None:
    rain = saved(ledger, "rain")
    ledger.searches.remove(rain.id, NOW)
    own = page(article, 1)
    ledger.articles.file(own)
    assert (ledger.searches.all(), ledger.searches.get(rain.id).removed) == ([], NOW)
    ledger.searches.restore(rain.id)
    assert (ids(ledger, rain), many(ledger, rain), ledger.searches.all()) == ([own.id], Unread(0), [rain])


def test_an_article_in_a_language_that_nobody_reads_is_matched(ledger: Ledger, article: Write) -> None:
    rain = saved(ledger, "باران", filters=Filters(language="fa"))
    own = replace(page(article, 1, "باران در ورن"), language="fa")
    ledger.articles.file(own)
    assert ids(ledger, rain) == [own.id]


def test_what_asks_for_nothing_is_not_saved(ledger: Ledger) -> None:
    for words in ("", "  ", "—"):
        with pytest.raises(BadInput, match="asks for nothing"):
            ledger.searches.save("Name", words, NONE, owner="ada", at=NOW)
    with pytest.raises(BadInput, match="needs a name"):
        ledger.searches.save(" ", "rain", NONE, owner="ada", at=NOW)
    with pytest.raises(NotInLedger):
        ledger.searches.get("q0")
