from collections.abc import Callable
from datetime import date

from reportedly.ledger import Ledger
from reportedly.records import Article, Dateline, Published
from reportedly.text import Span

Write = Callable[..., Article]


def test_an_article_comes_back_as_it_was_filed(ledger: Ledger, article: Write) -> None:
    given = article(
        text="Varn Wire\r\nVARN, May 2 - Rain\u00ad fell.\x00\n",
        headline="Rain",
        title=None,
        credit=Span(0, 9),
        byline=Span(0, 0),
        dateline=Dateline(Span(11, 22), "e-varn", date(2031, 5, 2)),
        published=Published(date(2031, 5, 1), date(2031, 5, 3), "url"),
        furniture=(Span(0, 9), Span(30, 31)),
    )
    ledger.file_article(given)
    assert ledger.article(given.id) == given


def test_an_unknown_day_and_no_headline_stay_unknown(ledger: Ledger, article: Write) -> None:
    given = article(day=None, headline=None)
    ledger.file_article(given)
    assert ledger.article(given.id) == given


def test_filing_the_same_article_twice_changes_nothing(ledger: Ledger, article: Write) -> None:
    ledger.file_article(article())
    ledger.file_article(article())
    assert len(ledger.revisions(article().url)) == 1
    assert len(ledger.search("talks")) == 1


def test_another_text_at_the_same_url_is_another_revision(ledger: Ledger, article: Write) -> None:
    first, second = article(text="Three hurt in Varn."), article(text="Five hurt in Varn.")
    for one in (first, second, first):
        ledger.file_article(one)
    assert ledger.revisions(first.url) == [first, second]
    assert ledger.latest(first.url) == second
    assert [(line.article, line.revision) for line in ledger.articles()] == [(second.id, 2)]


def test_the_list_is_newest_first_with_undated_articles_last(ledger: Ledger, article: Write) -> None:
    for day in (2, None, 9, 5):
        ledger.file_article(article(url=f"https://herald.example/{day}", day=day and date(2031, 5, day)))
    days = [line.published and line.published.start.day for line in ledger.articles()]
    assert days == [9, 5, 2, None]
    assert [line.url for line in ledger.articles(limit=1, offset=1)] == ["https://herald.example/5"]


def test_the_list_of_one_outlet(ledger: Ledger, article: Write) -> None:
    ledger.file_article(article())
    ledger.file_article(article(url="https://wire.example/1", outlet="wire"))
    assert [line.outlet for line in ledger.articles(outlet="wire")] == ["wire"]


def test_what_is_not_there_is_none(ledger: Ledger) -> None:
    assert ledger.article("a0") is None
    assert ledger.latest("https://herald.example/none") is None
    assert ledger.revisions("https://herald.example/none") == []
    assert ledger.reading("a0") is None


def test_articles_await_the_reader_until_it_has_read_them(ledger: Ledger, article: Write, filed: Write) -> None:
    read, fresh = article(), article(url="https://herald.example/fresh")
    filed(ledger, read)
    ledger.file_article(fresh)
    assert list(ledger.articles_to_read("english/0.1.0")) == [fresh]
    assert list(ledger.articles_to_read("english/0.2.0")) == [read, fresh]
    assert (ledger.unread("english/0.1.0"), ledger.unread("english/0.2.0")) == (1, 2)


def test_an_article_in_a_language_nobody_reads_waits_for_the_next_version(
    ledger: Ledger, article: Write, filed: Write
) -> None:
    filed(ledger, article(), "none/0.1.0")
    assert list(ledger.articles_to_read("english/0.1.0")) == []
    assert list(ledger.articles_to_read("english/0.2.0")) == [article()]


def test_reading_while_the_list_is_walked_misses_and_repeats_none(ledger: Ledger, article: Write, filed: Write) -> None:
    given = [article(url=f"https://herald.example/{n}") for n in range(230)]
    late = article(url="https://herald.example/late")
    for one in given:
        ledger.file_article(one)
    met = []
    for one in ledger.articles_to_read("english/0.1.0"):
        met.append(one.url)
        filed(ledger, one)
        if len(met) == 150:
            ledger.file_article(late)
    assert met == [one.url for one in [*given, late]]
    assert list(ledger.articles_to_read("english/0.1.0")) == []
