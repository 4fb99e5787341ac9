from collections.abc import Callable
from datetime import UTC, date, datetime

from msgspec.structs import replace

from reportedly.ledger import Ledger
from reportedly.records import Article, Capture, Dateline, Published, Story, StoryArticle, Updated
from reportedly.text import Span
from tests.telling import tell

Write = Callable[..., Article]
TODAY = date(2031, 5, 20)
SEEN = datetime(2031, 5, 20, 6, tzinfo=UTC)


def test_an_article_comes_back_as_it_was_filed(ledger: Ledger, article: Write) -> None:
    given = article(
        text="Varn Wire\r\nVARN, May 2 - Rain\u00ad fell.\n",
        headline="Rain",
        title=None,
        credit=Span(0, 9),
        byline=Span(0, 0),
        dateline=Dateline(Span(11, 22), "e-varn", date(2031, 5, 2)),
        published=Published(date(2031, 5, 1), date(2031, 5, 3), "url"),
        updated=Updated(date(2031, 5, 4), date(2031, 5, 4), "feed", datetime(2031, 5, 3, 23, 5, tzinfo=UTC)),
        furniture=(Span(0, 9), Span(30, 31)),
    )
    ledger.articles.file(given)
    assert ledger.articles.get(given.id) == given


def test_an_unknown_day_and_no_headline_stay_unknown(ledger: Ledger, article: Write) -> None:
    given = article(day=None, headline=None)
    ledger.articles.file(given)
    assert ledger.articles.get(given.id) == given


def test_filing_the_same_article_twice_changes_nothing(ledger: Ledger, article: Write) -> None:
    ledger.articles.file(article())
    ledger.articles.file(article())
    assert len(ledger.articles.revisions(article().url)) == 1
    assert len(ledger.articles.search("talks").hits) == 1


def test_another_text_at_the_same_url_is_another_revision(ledger: Ledger, article: Write) -> None:
    first, second = article(text="Three hurt in Varn."), article(text="Five hurt in Varn.")
    for one in (first, second, first):
        ledger.articles.file(one)
    assert ledger.articles.revisions(first.url) == [first, second]
    assert ledger.articles.latest(first.url) == second
    assert [(line.article, line.revision) for line in ledger.articles.lines()] == [(second.id, 2)]


def test_a_page_that_goes_back_to_an_earlier_text_has_that_as_its_latest(
    ledger: Ledger, article: Write, filed: Write
) -> None:
    captures = [Capture(f"c{n}", article().url, SEEN, 200, "text/html", "0", 9, "a.warc", n) for n in range(3)]
    for capture in captures:
        ledger.captures.put(capture)
    first = filed(ledger, article(text="Three hurt in Varn.", capture="c0"))
    second = filed(ledger, article(text="Five hurt in Varn.", capture="c1"))
    ledger.articles.file(replace(first, capture="c2"))
    assert ledger.articles.latest(first.url) == first
    assert ledger.articles.revisions(first.url) == [first, second]
    assert [line.article for line in ledger.articles.lines()] == [first.id]
    assert [gist.article for gist in ledger.readings.gists()] == [first.id]
    assert [hit.article for hit in ledger.articles.search("hurt").hits] == [first.id]


def test_a_part_never_takes_the_place_of_the_whole(ledger: Ledger, article: Write, filed: Write) -> None:
    for n in range(4):
        ledger.captures.put(Capture(f"c{n}", article().url, SEEN, 200, "text/html", "0", 9, "a.warc", n))
    early = filed(ledger, article(text="Three hurt...", capture="c0", partial="it is a teaser"))
    assert ledger.articles.latest(early.url) == early
    assert ledger.articles.lines()[0].partial
    whole = filed(ledger, article(text="Three were hurt in Varn.", capture="c1"))
    late = filed(ledger, article(text="Three were hurt", capture="c2", partial="it is a teaser"))
    ledger.articles.file(replace(early, capture="c3"))
    assert ledger.articles.latest(whole.url) == whole
    assert ledger.articles.revisions(whole.url) == [early, whole, late]
    assert [(line.article, line.partial) for line in ledger.articles.lines()] == [(whole.id, False)]
    assert [gist.article for gist in ledger.readings.gists()] == [whole.id]


def test_articles_are_fetched_many_at_a_time(ledger: Ledger, article: Write) -> None:
    given = [article(url=f"https://herald.example/{n}") for n in range(3)]
    for one in given:
        ledger.articles.file(one)
    assert ledger.articles.by_id([given[2].id, "a0", given[0].id]) == {one.id: one for one in (given[0], given[2])}
    assert ledger.articles.by_id([]) == {}
    assert {own: line.url for own, line in ledger.articles.lines_by_id([given[1].id, "a0"]).items()} == {
        given[1].id: given[1].url
    }


def test_a_line_knows_its_story_and_whether_it_is_a_copy(ledger: Ledger, article: Write) -> None:
    own, copy, alone = (article(url=f"https://{name}.example/") for name in ("own", "copy", "alone"))
    for one in (own, copy, alone):
        ledger.articles.file(one)
    told = (StoryArticle(own.id, own.url, None, own.url), StoryArticle(copy.id, copy.url, own.url, own.url))
    tell(ledger, [Story("y1", "Talks in Varn", told, 1)])
    want = {own.url: ("y1", False), copy.url: ("y1", True), alone.url: (None, False)}
    assert {line.url: (line.story, line.is_copy) for line in ledger.articles.lines()} == want
    assert {hit.url: (hit.story, hit.is_copy) for hit in ledger.articles.search("talks").hits} == want


def test_the_newest_day_up_to_another(ledger: Ledger, article: Write) -> None:
    assert ledger.articles.newest_day(TODAY) is None
    for day in (2, None, 9):
        ledger.articles.file(article(url=f"https://herald.example/{day}", day=day and date(2031, 5, day)))
    assert ledger.articles.newest_day(date(2031, 5, 20)) == date(2031, 5, 9)
    assert ledger.articles.newest_day(date(2031, 5, 8)) == date(2031, 5, 2)
    assert ledger.articles.newest_day(date(2031, 5, 1)) is None


def test_the_list_is_newest_first_with_undated_articles_last(ledger: Ledger, article: Write) -> None:
    for day in (2, None, 9, 5):
        ledger.articles.file(article(url=f"https://herald.example/{day}", day=day and date(2031, 5, day)))
    days = [line.published and line.published.start.day for line in ledger.articles.lines()]
    assert days == [9, 5, 2, None]
    assert [line.url for line in ledger.articles.lines(limit=1, offset=1)] == ["https://herald.example/5"]


def test_the_list_of_one_outlet(ledger: Ledger, article: Write) -> None:
    ledger.articles.file(article())
    ledger.articles.file(article(url="https://wire.example/1", outlet="wire"))
    assert [line.outlet for line in ledger.articles.lines(outlet="wire")] == ["wire"]
    assert ledger.articles.count_by_outlet() == {"herald": 1, "wire": 1}


def test_what_is_not_there_is_none(ledger: Ledger) -> None:
    assert ledger.articles.get("a0") is None
    assert ledger.articles.latest("https://herald.example/none") is None
    assert ledger.articles.revisions("https://herald.example/none") == []
    assert ledger.readings.get("a0") is None


def test_articles_await_the_reader_until_it_has_read_them(ledger: Ledger, article: Write, filed: Write) -> None:
    read, fresh = article(), article(url="https://herald.example/fresh")
    filed(ledger, read)
    ledger.articles.file(fresh)
    assert list(ledger.articles.to_read("english/0.1.0")) == [fresh]
    assert list(ledger.articles.to_read("english/0.2.0")) == [read, fresh]
    assert (ledger.articles.count_unread("english/0.1.0"), ledger.articles.count_unread("english/0.2.0")) == (1, 2)
    assert ledger.articles.read_at([read.url, fresh.url], "english/0.1.0") == {read.url: (read.id,)}
    assert ledger.articles.read_at([read.url, fresh.url], "english/0.2.0") == {}


def test_an_article_in_a_language_nobody_reads_waits_for_the_next_version(
    ledger: Ledger, article: Write, filed: Write
) -> None:
    filed(ledger, article(), "none/0.1.0")
    assert list(ledger.articles.to_read("english/0.1.0")) == []
    assert list(ledger.articles.to_read("english/0.2.0")) == [article()]


def test_reading_while_the_list_is_walked_misses_and_repeats_none(ledger: Ledger, article: Write, filed: Write) -> None:
    given = [article(url=f"https://herald.example/{n}") for n in range(230)]
    late = article(url="https://herald.example/late")
    for one in given:
        ledger.articles.file(one)
    met = []
    for one in ledger.articles.to_read("english/0.1.0"):
        met.append(one.url)
        filed(ledger, one)
        if len(met) == 150:
            ledger.articles.file(late)
    assert met == [one.url for one in [*given, late]]
    assert list(ledger.articles.to_read("english/0.1.0")) == []
