from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from reportedly.ledger import Ledger
from reportedly.records import Article, Change, Evidence, FollowUp, Window
from reportedly.text import Span

Write = Callable[..., Article]


def day(n: int) -> date:
    return date(2031, 5, n)


def words(article: Article, start: int = 0) -> Evidence:
    return Evidence(article.id, article.url, Span(start, start + 5), "Talks would open.")


@pytest.fixture
def shelf(ledger: Ledger, article: Write) -> list[Article]:
    given = [article(url=f"https://x.example/{n}") for n in range(3)]
    for one in given:
        ledger.articles.file(one)
    return given


def promise(own: str, shelf: list[Article]) -> FollowUp:
    """Announced twice in the first article; moved by the second, and happened by the words of both others."""
    moved = Change(day(12), "moved", (words(shelf[1]),), Window(day(20), day(22), vague=True, span=Span(1, 9)))
    happened = Change(day(21), "happened", (words(shelf[2]), words(shelf[1], 7)))
    supports = (words(shelf[0], 9), words(shelf[0]))
    return FollowUp(
        own, "CONSULT", supports, day(9), Window(day(10), None), "probable", ("e1", "e2"), (moved, happened)
    )


def test_follow_ups_come_back_whole(ledger: Ledger, shelf: list[Article]) -> None:
    given = promise("f1", shelf)
    ledger.followups.put([given])
    assert ledger.followups.get("f1") == given
    assert ledger.followups.all() == [given]
    assert ledger.followups.get("f9") is None


def test_the_last_announced_comes_first(ledger: Ledger, shelf: list[Article]) -> None:
    given = [replace(promise(f"f{n}", shelf), announced=n and day(n)) for n in (3, 0, 7)]
    ledger.followups.put([replace(one, announced=one.announced or None) for one in given])
    assert [one.id for one in ledger.followups.all()] == ["f7", "f3", "f0"]


def test_follow_ups_that_rest_on_an_article(ledger: Ledger, shelf: list[Article]) -> None:
    plain = replace(promise("f2", shelf), history=())
    ledger.followups.put([promise("f1", shelf), plain])
    assert [one.id for one in ledger.followups.resting_on([shelf[0].id])] == ["f1", "f2"]
    assert [one.id for one in ledger.followups.resting_on([shelf[2].id])] == ["f1"]


def test_follow_ups_are_fetched_many_at_a_time(ledger: Ledger, shelf: list[Article]) -> None:
    given = [promise(f"f{n}", shelf) for n in range(3)]
    ledger.followups.put(given)
    assert ledger.followups.by_id(["f2", "f9", "f0"]) == [given[2], given[0]]
    assert ledger.followups.resting_on([shelf[2].id, shelf[0].id]) == given
    assert ledger.followups.resting_on([]) == []


def test_follow_ups_of_some_days(ledger: Ledger, shelf: list[Article]) -> None:
    early = replace(promise("f1", shelf), history=(), window=Window(day(3), day(4)))
    never = replace(promise("f2", shelf), history=(), window=None)
    ledger.followups.put([early, never, promise("f3", shelf)])
    assert [one.id for one in ledger.followups.all(since=day(4), until=day(5))] == ["f1"]
    assert [one.id for one in ledger.followups.all(since=day(22))] == ["f3"]
    assert len(ledger.followups.all()) == 3


def test_a_follow_up_takes_the_place_of_what_it_was(ledger: Ledger, shelf: list[Article]) -> None:
    kept, changed = promise("f1", shelf), promise("f2", shelf)
    ledger.followups.put([kept, changed])
    for after in (
        replace(changed, history=changed.history[:1], supports=changed.supports[:1]),
        replace(changed, type="AGREE", supports=(words(shelf[2]), *changed.supports), window=None),
        changed,
    ):
        for _ in range(2):
            ledger.followups.put([after])
            assert ledger.followups.all() == [kept, after]
