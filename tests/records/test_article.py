from reportedly.records import (
    article_id,
)


def test_another_text_at_the_same_address_is_another_revision() -> None:
    first = article_id("https://gazette.example/1", "Two were hurt.", "plain/1")
    second = article_id("https://gazette.example/1", "Three were hurt.", "plain/1")
    assert first != second
