from reportedly.ledger import Ledger

PAGE, OTHER = "https://herald.example/talks", "https://herald.example/talks?from=front"


def test_marks_are_remembered_until_a_page_has_none(ledger: Ledger) -> None:
    ledger.pages.put_marks(PAGE, '"7"', None)
    assert ledger.pages.marks([PAGE, OTHER]) == {PAGE: ('"7"', None)}
    ledger.pages.put_marks(PAGE, None, None)
    assert ledger.pages.marks([PAGE]) == {}


def test_another_address_leads_to_its_page(ledger: Ledger) -> None:
    ledger.pages.put_alias(OTHER, PAGE)
    assert ledger.pages.canonical([PAGE, OTHER]) == {OTHER: PAGE}
