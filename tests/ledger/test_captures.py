from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from reportedly.ledger import Arrived, Ledger, Shown
from reportedly.records import Article, Capture, FeedItem, Outcome, Outlet

AT = datetime(2031, 5, 20, 8, 15, 30, 123456, tzinfo=UTC)
HERALD = Outlet("herald", "The Herald", "https://herald.example/", ("https://herald.example/rss",), "VN", ("en", "fa"))


def capture(n: int = 0, status: int = 200, warc: str = "one.warc.gz") -> Capture:
    url = f"https://herald.example/{n}"
    return Capture(f"c{n}", url, AT + timedelta(seconds=n), status, "text/html", "ab" * 32, 100 + n, warc, 500 * n)


def test_captures_come_back_in_order_and_once(ledger: Ledger) -> None:
    given = [capture(n) for n in range(450)]
    for one in [*given, given[0]]:
        ledger.captures.put(one)
    assert list(ledger.captures.all()) == given
    assert ledger.captures.get("c7") == given[7]
    assert ledger.captures.get("c7000") is None


def test_captures_that_come_together_are_filed_in_one_step_with_all_that_is_known(ledger: Ledger) -> None:
    pages = [capture(n) for n in range(4)]
    ended = [Outcome(one.url, one.fetched_at, "fetched", "came") for one in pages]
    gone = Outcome(pages[2].url, AT, "gone", "led home")
    arrived = [
        Arrived(pages[0], ended[0], marks=('"0"', None)),
        Arrived(pages[1], ended[1], marks=(None, None)),
        Arrived(pages[2], lost=gone),
        Arrived(pages[3], announces=True),
    ]
    ledger.captures.put_all(arrived)
    ledger.captures.put_all([arrived[0]._replace(outcome=replace(ended[0], message="came, so another says"))])
    assert list(ledger.captures.all()) == pages
    assert list(ledger.captures.to_extract()) == pages[:2]
    assert ledger.pages.marks([one.url for one in pages]) == {pages[0].url: ('"0"', None)}
    assert sorted(one.state for one in ledger.outcomes.last(9)) == ["fetched", "fetched", "gone"]


def test_captures_come_as_they_stand_in_the_archive(ledger: Ledger) -> None:
    given = [capture(n, warc=warc) for n in (3, 1) for warc in ("two.warc.gz", "one.warc.gz")]
    given = [replace(one, id=f"{one.id}-{one.warc}") for one in given]
    for one in given:
        ledger.captures.put(one)
    assert list(ledger.captures.all()) == sorted(given, key=lambda one: (one.warc, one.offset))


def test_the_first_capture_of_the_same_bytes_is_found(ledger: Ledger) -> None:
    for n in range(3):
        ledger.captures.put(capture(n))
    assert ledger.captures.first_with("ab" * 32) == capture(0)
    assert ledger.captures.first_with("cd" * 32) is None


def test_the_moment_of_a_capture_is_kept_to_the_microsecond(ledger: Ledger) -> None:
    ledger.captures.put(capture())
    kept = ledger.captures.get("c0")
    assert kept is not None
    assert kept.fetched_at.isoformat() == "2031-05-20T08:15:30.123456+00:00"


def test_captures_wait_until_they_are_marked(ledger: Ledger) -> None:
    for n in range(3):
        ledger.captures.put(capture(n))
    ledger.captures.mark_extracted("c0", None)
    ledger.captures.mark_extracted("c1", Outcome(capture(1).url, AT, "not_an_article", "a list of links"))
    assert list(ledger.captures.to_extract()) == [capture(2)]
    assert [outcome.message for outcome in ledger.outcomes.last()] == ["a list of links"]


def test_what_captures_show_is_filed_together(ledger: Ledger, article: Callable[..., Article]) -> None:
    for n in range(4):
        ledger.captures.put(capture(n))
    shown = article(url=capture(0).url, capture="c0")
    note = Outcome(shown.url, AT, "fetched", "filed, but its date lies ahead")
    none = Outcome(capture(1).url, AT, "not_an_article", "a list of links")
    ledger.captures.file_shown([Shown("c0", shown, note), Shown("c1", none), Shown("c2", None), Shown("c2", None)])
    assert list(ledger.captures.to_extract()) == [capture(3)]
    assert ledger.articles.latest(shown.url) == shown
    assert {outcome.message for outcome in ledger.outcomes.last()} == {note.message, none.message}
    looks = [ledger.pages.history(capture(n).url)[0] for n in range(3)]
    assert [(look.article, look.state) for (look,) in looks] == [
        (shown.id, "fetched"),
        (None, "not_an_article"),
        (None, "fetched"),
    ]


def test_captures_may_be_marked_while_the_list_is_walked(ledger: Ledger) -> None:
    for n in range(450):
        ledger.captures.put(capture(n))
    met = []
    for one in ledger.captures.to_extract():
        met.append(one.id)
        ledger.captures.mark_extracted(one.id, None)
    assert met == [f"c{n}" for n in range(450)]
    assert list(ledger.captures.to_extract()) == []


def test_an_error_page_is_not_extracted(ledger: Ledger) -> None:
    ledger.captures.put(capture(status=404))
    assert list(ledger.captures.to_extract()) == []


def test_the_archive_is_told_the_last_record_of_each_file(ledger: Ledger) -> None:
    for one in (capture(1), capture(3), capture(2), capture(0, warc="two.warc.gz")):
        ledger.captures.put(one)
    assert [ledger.captures.last_in(name) for name in ("one.warc.gz", "two.warc.gz", "three")] == [1500, 0, None]


def test_whose_pages_they_are(ledger: Ledger, article: Callable[..., Article]) -> None:
    url, elsewhere = capture(1).url, "https://nobody.example/1"
    assert ledger.captures.outlets_of([url, elsewhere]) == {}
    ledger.outlets.put([HERALD])
    assert ledger.captures.outlets_of([url, elsewhere]) == {url: "herald"}
    ledger.articles.file(article(url=url, outlet="imported"))
    ledger.articles.file(article(url=url, outlet="later", text="Another text."))
    assert ledger.captures.outlets_of([url]) == {url: "imported"}
    ledger.feeds.put_items([FeedItem(url, "wire")])
    assert ledger.captures.outlets_of([url]) == {url: "wire"}


def test_attempts_to_use_a_capture_are_counted(ledger: Ledger) -> None:
    ledger.captures.put(capture(1))
    for told, own in (("no", "c1"), ("again no", "c1"), ("it came", None)):
        ledger.outcomes.put(Outcome(capture(1).url, AT, "failed", told), own)
    assert [ledger.outcomes.count_of(own) for own in ("c1", "c2")] == [2, 0]


def test_how_many_wait(ledger: Ledger) -> None:
    for one in (capture(1), capture(2), capture(3, status=404)):
        ledger.captures.put(one)
    assert ledger.captures.count_to_extract() == 2
    ledger.captures.mark_extracted(capture(1).id, None)
    assert ledger.captures.count_to_extract() == len(list(ledger.captures.to_extract())) == 1


def test_an_article_names_its_capture(ledger: Ledger, article: Callable[..., Article]) -> None:
    ledger.captures.put(capture())
    given = article(capture="c0")
    ledger.articles.file(given)
    assert ledger.articles.get(given.id) == given
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        ledger.articles.file(article(text="Other.", capture="c99"))
