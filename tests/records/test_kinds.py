import pytest

from reportedly.records import (
    Window,
    article_id,
    content_id,
)


def test_equal_content_has_equal_ids() -> None:
    assert content_id("s", "a", 1) == content_id("s", "a", 1)
    assert content_id("s", "a", 1) != content_id("t", "a", 1)
    assert content_id("s", "ab", "c") != content_id("s", "a", "bc")
    assert len(content_id("s", "a")) == 17


def test_a_lone_surrogate_does_not_stop_the_desk() -> None:
    assert article_id("https://gazette.example/1", "broken \ud800 text", "plain/1").startswith("a")


def test_records_cannot_be_changed() -> None:
    window = Window(None, None)
    with pytest.raises(AttributeError):
        window.vague = True  # type: ignore[misc]  # the very thing that must not be
