from datetime import UTC, datetime

from msgspec.structs import replace

from reportedly.ledger import Arrived, Ledger
from reportedly.records import Capture

PAGE, OTHER = "https://herald.example/talks", "https://herald.example/talks?from=front"


def test_marks_are_remembered_until_a_page_has_none(ledger: Ledger) -> None:
    came = Capture("c1", PAGE, datetime(2031, 5, 20, tzinfo=UTC), 200, "text/html", "ab" * 32, 9, "one.warc.gz", 0)
    ledger.captures.put_all([Arrived(came, marks=('"7"', None))])
    assert ledger.pages.marks([PAGE, OTHER]) == {PAGE: ('"7"', None)}
    ledger.captures.put_all([Arrived(replace(came, id="c2"), marks=(None, None))])
    assert ledger.pages.marks([PAGE]) == {}


def test_another_address_leads_to_its_page(ledger: Ledger) -> None:
    ledger.pages.put_alias(OTHER, PAGE)
    assert ledger.pages.canonical([PAGE, OTHER]) == {OTHER: PAGE}
