"""Whose page it is, by the home pages that are known."""

import pytest

from reportedly.ledger.whose import outlet_at

HOMES = (
    ("herald", "https://www.herald.example/"),
    ("herald-urdu", "https://herald.example/urdu/"),
    ("gulf", "http://gulf.example/en"),
    ("mira", "https://pen.example/@mira"),
    ("svodka", "https://сводка.example/"),
)


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://herald.example/a/1", "herald"),
        ("http://www.herald.example/a/1", "herald"),
        ("https://www.herald.example/urdu/1", "herald-urdu"),
        ("https://www.herald.example/urdu-books", "herald"),
        ("https://gulf.example/news/1", "gulf"),
        ("https://pen.example/@mira/1", "mira"),
        ("https://pen.example/@olek/1", None),
        ("https://pen.example/", None),
        ("https://" + "сводка".encode("idna").decode() + ".example/1", "svodka"),
        ("https://herald.example.evil.example/1", None),
        ("https://other.example/1", None),
        ("theirs.warc.gz", None),
        ("http://[::1/", None),
    ],
)
def test_the_nearest_home_above_a_page(url: str, outlet: str | None) -> None:
    assert outlet_at(url, HOMES) == outlet
    assert outlet_at(url, HOMES[::-1]) == outlet
