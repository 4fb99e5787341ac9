"""What a page's headline is, beside the names that sites hang onto titles and print as headings."""

import pytest

from reportedly.extract import page
from reportedly.records import Article, Outlet

LEDE = "<p>The lock at Orn was closed on Friday, the canal office said, and two barges waited until the evening.</p>"
LONG = "Barges wait at the lock of Orn"
MIRROR = Outlet(id="mirror", name="Canal Mirror", home="http://mirror.example/")


def headline(title: str, heading: str = "", head: str = "") -> str | None:
    markup = f"<html><head><title>{title}</title>{head}</head><body>{heading}{LEDE * 3}</body></html>"
    found = page.article(
        markup.encode(),
        url="http://mirror.example/a",
        outlet=MIRROR,
        content_type="text/html; charset=utf-8",
        item=None,
        capture=None,
    )
    assert isinstance(found, Article)
    return found.headline


@pytest.mark.parametrize(
    ("title", "heading", "right"),
    [
        (f"{LONG} – Harbour Times", "<h1>Harbour Times</h1>", LONG),
        (f"{LONG} | Waterways", "<h1>Waterways</h1>", LONG),
        ("Lock closed – Canal News", "<h1>Lock closed</h1>", "Lock closed"),
        ("Canal Times – Lock closed", "<h1>Lock closed</h1>", "Lock closed"),
        (f"{LONG} | Orn | Canal Mirror - News of the water", "", LONG),
        (f"{LONG} | Orn | Canal Mirror", f"<h1>{LONG} | Orn | Canal Mirror</h1>", LONG),
        (f"{LONG} | why nobody opened it | Canal Mirror", "", f"{LONG} | why nobody opened it"),
        (f"{LONG} - Orn - Canal Mirror", "", f"{LONG} - Orn"),
        ("Orn | Lock | Canal Mirror", "", "Orn | Lock"),
        (LONG, "<h1>Barges wait<br>at the <b>lock<br/></b>of Orn</h1>", LONG),
        (LONG, "<h1>Barges wait <i>at</i> the lock of <b>Orn</b></h1>", LONG),
        ("&lt;style&gt;.a{color:red}&lt;/style&gt;Barges wait", "", "Barges wait"),
    ],
)
def test_names_of_sites_and_markup_are_no_headline(title: str, heading: str, right: str) -> None:
    assert headline(title, heading) == right


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
@pytest.mark.parametrize("heading", [True, False])
def test_marks_at_which_words_may_be_broken_are_dropped(mark: str, heading: bool) -> None:  # noqa: FBT001
    words = f"Bar{mark}ges wait at the lock of O{mark}rn"
    assert headline(words, f"<h1>{words}</h1>" if heading else "") == LONG
