from datetime import UTC, date, datetime

import pytest

from reportedly.extract import page
from reportedly.extract.page import selected
from reportedly.records import Article, Capture, Outlet, Selector

PAGE = (
    "<html><head><title>Herald</title></head><body><div class='t'>Ferries <i>resume</i></div><div class='old'>"
    "<p>The old layout kept its story here, and it was a long one.</p></div><section><div class='new'><p>The new "
    "layout keeps its story here, in two parts.</p><div class='new'>This is within.</div></div>"
    "<div class='new'>This is the second part.</div></section></body></html>"
)
OLD = Selector(date(2020, 1, 1), body=".old", headline=".t")
NEW = Selector(date(2024, 1, 1), body="section .new", headline="h1.none")


def herald(*selectors: Selector) -> Outlet:
    return Outlet(id="herald", name="Herald", home="http://herald.example/", selectors=selectors)


def test_an_old_page_is_read_by_the_rules_of_its_day() -> None:
    found = selected.selected(PAGE, herald(OLD, NEW), date(2021, 5, 1))
    assert found == (["The old layout kept its story here, and it was a long one."], "Ferries resume")


def test_parts_come_in_order_and_each_once() -> None:
    found = selected.selected(PAGE, herald(OLD, NEW), date(2024, 5, 1))
    assert found.lines == [
        "The new layout keeps its story here, in two parts.",
        "This is within.",
        "This is the second part.",
    ]
    assert found.headline is None


@pytest.mark.parametrize("body", [None, ".nowhere", "((", ""])
def test_a_selector_that_picks_nothing_is_as_good_as_none(body: str | None) -> None:
    assert selected.selected(PAGE, herald(Selector(date(2020, 1, 1), body=body)), date(2021, 1, 1)) == ([], None)


def test_a_page_older_than_all_selectors_is_left_to_the_general_extractor() -> None:
    assert selected.selected(PAGE, herald(OLD), date(2019, 1, 1)) == selected.NOTHING


@pytest.mark.parametrize(("year", "words"), [(2021, "The old layout"), (2024, "The new layout")])
def test_the_day_of_the_capture_decides(year: int, words: str) -> None:
    at = datetime(year, 6, 1, tzinfo=UTC)
    capture = Capture("c1", "http://herald.example/a", at, 200, "text/html", "0" * 64, 1, "a.warc.gz", 0)
    found = page.article(
        PAGE.encode(), url=capture.url, outlet=herald(OLD, NEW), content_type="text/html", item=None, capture=capture
    )
    if isinstance(found, Article):
        assert words in found.text
    else:
        assert "too little" in found.message
