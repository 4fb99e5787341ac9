"""Both forms of a brief: complete, and safe whatever the articles say."""

from datetime import date
from html.parser import HTMLParser

import pytest

from reportedly.brief import compose, html, markdown
from reportedly.ledger import Ledger
from reportedly.records import Brief, BriefStory, Citation, Sentence
from reportedly.text import Span
from tests.newsroom import TODAY

NASTY = "</li><script>alert(1)</script> [x](javascript:alert(1)) `*_"


@pytest.fixture(scope="module")
def brief(ledger: Ledger) -> Brief:
    return compose(ledger, date(2024, 6, 1), date(2024, 6, 7), today=TODAY)


@pytest.fixture
def nasty() -> Brief:
    cited = Citation(NASTY, None, "a1", "javascript:alert(1)", Span(0, 4), "words")
    story = BriefStory("k1", NASTY, 1, (Sentence(NASTY, (cited,)),), (), ())
    return Brief("b1", NASTY, date(2024, 6, 1), date(2024, 6, 7), (story,))


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.links.extend(value or "" for name, value in attrs if name == "href")


def test_markdown_cites_each_sentence(brief: Brief) -> None:
    text = markdown.render(brief)
    assert text.startswith(
        "# Brief for 1 to 7 June 2024\n\nAs of 6 June 2024.\n\n## Shells hit Teral Bridge\n\n*2 independent sources*\n"
    )
    cited = brief.stories[0].reported[0].citations[0]
    link = f"/articles/{cited.article}#s-{cited.span.start}-{cited.span.end}"
    assert f"[Varen News Agency, 3 June 2024]({link}) ([page](https://varen.example/shelling))" in text
    sentences = [line for line in text.splitlines() if line.startswith("- ")]
    assert all("(/articles/a" in line for line in sentences)


def test_markdown_lets_no_words_become_markup(nasty: Brief) -> None:
    text = markdown.render(nasty)
    assert "<script" not in text.replace("\\<", "")
    assert "\\[x\\](javascript" in text
    assert "date unknown" in text


def test_html_stands_alone_and_loads_nothing(brief: Brief) -> None:
    page = html.render(brief)
    tags = Tags()
    tags.feed(page)
    assert page.startswith("<!doctype html>")
    assert not {"script", "link", "img", "iframe"} & set(tags.names)
    assert all(link.startswith(("/articles/", "/stories/", "https://")) for link in tags.links)


def test_html_escapes_every_word(nasty: Brief) -> None:
    tags = Tags()
    tags.feed(html.render(nasty))
    assert "script" not in tags.names
    assert tags.links == ["/stories/k1", "/articles/a1#s-0-4"]


def test_stories_left_out_are_said_in_both(ledger: Ledger) -> None:
    short = compose(ledger, date(2024, 6, 1), date(2024, 6, 7), today=TODAY, most=1)
    assert "1 more story of these days not told here" in markdown.render(short)
    assert "1 more story of these days not told here" in html.render(short)
