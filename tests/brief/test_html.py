from html.parser import HTMLParser

from reportedly.brief import html
from reportedly.records import Brief


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.links.extend(value or "" for name, value in attrs if name == "href")


def test_the_page_stands_alone_and_loads_nothing(brief: Brief) -> None:
    page = html.render(brief)
    tags = Tags(page)
    assert page.startswith("<!doctype html>")
    assert not {"script", "link", "img", "iframe"} & set(tags.names)
    assert all(link.startswith(("/articles/", "/stories/", "https://")) for link in tags.links)


def test_every_word_is_escaped(nasty: Brief) -> None:
    tags = Tags(html.render(nasty))
    assert "script" not in tags.names
    assert tags.links == ["/stories/k1", "/articles/a1#s-0-4"]


def test_stories_left_out_are_said(short: Brief) -> None:
    assert "1 more story of these days not told here" in html.render(short)


def test_an_english_sentence_that_begins_with_a_persian_name_runs_from_left_to_right() -> None:
    told = html.turned("پیک ترال reported: “پل باز شد”.")
    assert told == '<bdi lang="fa" dir="rtl">پیک ترال</bdi> reported: “<bdi lang="fa" dir="rtl">پل باز شد</bdi>”.'
