"""Pages narrowed down to languages, and each item in its own; in the newsroom one article is in Persian."""

import httpx
import pytest

from tests.newsroom import FOREIGN, STORY

TITLE = "پل ترال بسته شد"
LISTS = ("/stories", "/expectations", "/calendar?month=2024-06", "/names", "/coverage", "/search", "/brief")


@pytest.mark.parametrize("path", LISTS)
def test_each_list_offers_the_languages_there_are(client: httpx.Client, path: str) -> None:
    assert '<input type="checkbox" name="language" value="fa"> Persian' in client.get(path).text
    narrowed = client.get(f"{path}{'&' if '?' in path else '?'}language=Persian&language=ps").text
    assert '<input type="checkbox" name="language" value="fa" checked> Persian' in narrowed
    assert '<input type="checkbox" name="language" value="ps" checked> Pashto' in narrowed


def test_stories_in_a_language_are_those_told_in_it(client: httpx.Client) -> None:
    persian = client.get("/stories?language=fa").text
    assert '<h3 lang="fa" dir="rtl"><a data-open href="/stories/' in persian
    assert STORY.id not in persian
    assert STORY.id in client.get("/stories?language=fa,en").text
    assert "No stories here" in client.get("/stories?language=ur").text


def test_a_search_asks_for_one_of_several_languages(client: httpx.Client) -> None:
    found = client.get("/search?q=پل&language=fa&language=ur").text
    assert f'<h2 lang="fa" dir="rtl"><a href="/articles/{FOREIGN.id}">{TITLE}</a></h2>' in found
    assert '<input type="hidden" name="language" value="fa,ur">' in found
    assert "/export/articles.rss?q=%D9%BE%D9%84&amp;language=fa%2Cur" in found
    assert FOREIGN.id not in client.get("/search?q=پل&language=en").text


def test_what_is_no_language_is_refused_with_those_there_are(client: httpx.Client) -> None:
    answer = client.get("/stories?language=klingon")
    assert answer.status_code == 400
    assert "English (en), Persian (fa)" in answer.text


@pytest.mark.parametrize("path", ["stories", "followups", "articles", "search", "statements", "events"])
def test_the_api_is_narrowed_down_alike(client: httpx.Client, path: str) -> None:
    every, persian = (client.get(f"/api/{path}", params={"q": "", **more}).text for more in ({}, {"language": "fa"}))
    both = client.get(f"/api/{path}", params={"q": "", "language": ["English", "fa"]}).text
    assert both == every
    assert len(persian) < len(every)


def test_an_article_stands_in_its_language(client: httpx.Client) -> None:
    page = client.get(f"/articles/{FOREIGN.id}").text
    assert '<article class="text" lang="fa" dir="rtl" data-text>' in page
    assert "Persian" in page


def test_the_desk_says_what_it_reads(client: httpx.Client) -> None:
    page = client.get("/health").text
    assert '<a href="/search?language=fa">Persian</a></th><td>1</td><td>reads them</td>' in page
