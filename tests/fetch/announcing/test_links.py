import pytest

from reportedly.fetch.announcing.links import plain_link, same_site


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("http://h.example/a?utm_source=x&utm_medium=y", "http://h.example/a"),
        ("http://h.example/?b=2&fbclid=Q&a=1", "http://h.example/?b=2&a=1"),
        ("http://h.example/a?gid=1&id=2&ref=3&source=4", "http://h.example/a?gid=1&id=2&ref=3&source=4"),
        ("HTTP://h.example/A%20b/?q=%C3%A4#x", "http://h.example/A%20b/?q=%C3%A4"),
        (" http://h.example/a\n", "http://h.example/a"),
        ("mailto:a@h.example", None),
        ("http://[x", None),
        ("", None),
    ],
)
def test_only_tracking_is_taken_off_a_link(given: str, kept: str | None) -> None:
    assert plain_link(given) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://h.example/world/rain-falls/amp/", "https://h.example/world/rain-falls"),
        ("https://h.example/world/rain-falls/amp", "https://h.example/world/rain-falls"),
        ("https://h.example/rain.amp.html", "https://h.example/rain.html"),
        ("https://h.example/rain.amp", "https://h.example/rain"),
        ("https://h.example/rain?amp", "https://h.example/rain"),
        ("https://h.example/rain?outputType=amp&id=2", "https://h.example/rain?id=2"),
        ("https://www.google.com/amp/s/h.example/rain/amp/", "https://h.example/rain"),
        ("https://h-example.cdn.ampproject.org/c/s/h.example/rain", "https://h.example/rain"),
        ("https://h-example.cdn.ampproject.org/v/h.example/rain?usqp=mq331", "http://h.example/rain"),
        ("https://h.example/lamp/", "https://h.example/lamp/"),
        ("https://h.example/amplifier", "https://h.example/amplifier"),
        ("https://H.Example:443/A", "https://h.example/A"),
        ("http://h.example.:80", "http://h.example/"),
        ("http://h.example:8080/a", "http://h.example:8080/a"),
    ],
)
def test_copies_and_spellings_of_one_page_have_one_address(given: str, kept: str) -> None:
    assert plain_link(given) == kept


def test_a_relative_link_is_completed() -> None:
    assert plain_link("../b?x=1#top", "http://h.example/a/c/") == "http://h.example/a/b?x=1"
    assert plain_link("javascript:void(0)", "http://h.example/") is None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("http://www.h.example/a", "https://h.example/", True),
        ("http://m.h.example/", "http://www.h.example/", True),
        ("http://sport.h.example/", "http://h.example/", True),
        ("http://h.example/", "http://wire.example/", False),
        ("http://news.co.uk/", "http://herald.co.uk/", False),
        ("http://[x", "http://h.example/", False),
    ],
)
def test_what_is_one_site(first: str, second: str, *, same: bool) -> None:
    assert same_site(first, second) is same
