import pytest

from benchmarks.pages import kind


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/", "/"),
        ("/stories", "/stories"),
        ("/stories/s0123456789abcdef", "/stories/*"),
        ("/search?q=ferry", "/search?q"),
        ("/stories?offset=50&since=2031-05-01", "/stories?offset&since"),
        ("/static/desk.css", "/static/desk.css"),
    ],
)
def test_pages_that_differ_only_in_ids_and_values_are_one_kind(path: str, wanted: str) -> None:
    assert kind(path) == wanted
