from collections.abc import Callable

from reportedly.ledger import Filing, Ledger
from reportedly.records import Article, Edit, Gist, Reading

Write = Callable[..., Article]
URL = "https://herald.example/talks"


def compare(ledger: Ledger) -> list[tuple[str, str]]:
    """What is due, compared."""
    pairs = ledger.edits.to_compare()
    for pair in pairs:
        ledger.edits.file(pair, Edit(pair.before, pair.after))
    return [(pair.before, pair.after) for pair in pairs]


def test_a_page_of_one_revision_is_never_looked_through(ledger: Ledger, article: Write, filed: Write) -> None:
    filed(ledger, article(URL))
    assert ledger.edits.waiting() == []
    assert compare(ledger) == []


def test_a_page_waits_until_all_its_revisions_are_compared(ledger: Ledger, article: Write) -> None:
    one, two, three = (article(URL, f"Rain, take {n}.") for n in range(3))
    ledger.articles.file_all([one, two, three])
    assert len(ledger.edits.waiting()) == 2
    pair, _ = ledger.edits.to_compare()
    ledger.edits.file(pair, Edit(pair.before, pair.after))
    assert compare(ledger) == [(two.id, three.id)]
    assert compare(ledger) == []
    assert ledger.edits.waiting() == []


def test_a_reading_of_a_revision_makes_its_page_wait_again(
    ledger: Ledger, article: Write, reading: Callable[..., Reading], gist: Callable[[Reading], Gist]
) -> None:
    one, two = article(URL), article(URL, article().text + " It rained.")
    ledger.articles.file_all([one, two])
    assert compare(ledger) == [(one.id, two.id)]
    found = [reading(each) for each in (one, two)]
    ledger.readings.file_all(Filing(each, gist(each), ()) for each in found)
    assert compare(ledger) == [(one.id, two.id)]
    ledger.readings.file_all(Filing(each, gist(each), ()) for each in found)
    assert compare(ledger) == []
