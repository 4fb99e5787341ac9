from collections.abc import Callable

from reportedly.ledger import Filing, Ledger
from reportedly.records import Article, Gist, Reading

Write = Callable[..., Article]
FIRST, SECOND = "english/0.1.0", "english/0.2.0"


def test_an_article_waits_until_it_is_read(ledger: Ledger, article: Write, filed: Write) -> None:
    given = [article(url=f"https://x.example/{n}") for n in range(3)]
    ledger.articles.file_all([*given, given[0]])
    assert list(ledger.articles.to_read(FIRST)) == given
    filed(ledger, given[1], FIRST)
    assert list(ledger.articles.to_read(FIRST)) == [given[0], given[2]]
    assert ledger.articles.count_unread(FIRST) == ledger.counts().unread == 2


def test_readings_may_be_filed_while_the_list_is_walked(
    ledger: Ledger, article: Write, reading: Callable[..., Reading], gist: Callable[[Reading], Gist]
) -> None:
    given = [article(url=f"https://x.example/{n}") for n in range(230)]
    ledger.articles.file_all(given)
    met = []
    for one in ledger.articles.to_read(FIRST):
        met.append(one)
        found = reading(one, FIRST)
        ledger.readings.file_all([Filing(found, gist(found), ())])
    assert met == given
    assert ledger.articles.count_unread(FIRST) == 0


def test_for_another_reader_every_article_waits_again(ledger: Ledger, article: Write, filed: Write) -> None:
    given = [filed(ledger, article(url=f"https://x.example/{n}"), FIRST) for n in range(3)]
    assert ledger.articles.count_unread(FIRST) == 0
    assert list(ledger.articles.to_read(SECOND)) == given
    filed(ledger, given[0], SECOND)
    assert list(ledger.articles.to_read(SECOND)) == given[1:]


def test_what_a_reader_cannot_read_waits_for_its_next_version(ledger: Ledger, article: Write, filed: Write) -> None:
    given = filed(ledger, article(), "none/0.1.0")
    assert ledger.articles.count_unread(FIRST) == 0
    assert list(ledger.articles.to_read(SECOND)) == [given]


def test_what_is_read_in_another_language_waits_for_the_next_version(
    ledger: Ledger, article: Write, filed: Write
) -> None:
    given = filed(ledger, article(), "multilingual/0.1.0")
    assert ledger.articles.count_unread(FIRST) == 0
    assert list(ledger.articles.to_read(SECOND)) == [given]


def test_an_article_that_another_reader_read_meanwhile_waits_again(
    ledger: Ledger, article: Write, filed: Write
) -> None:
    given = filed(ledger, article(), SECOND)
    assert ledger.articles.count_unread(SECOND) == 0
    filed(ledger, given, FIRST)
    assert list(ledger.articles.to_read(SECOND)) == [given]
