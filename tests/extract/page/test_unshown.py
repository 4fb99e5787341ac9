"""Texts that a page holds and does not show: hidden, told to search engines, or sent to its scripts."""

import json
from html import escape

import pytest

from tests.extract.page.quarry import FRAME, HEAD, PARAGRAPHS, TOLD, site, told

ROOT = "<div id='root'></div>"
ONE_LINE = " ".join(TOLD)


def ld(**entry: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(entry)}</script>'


def data(value: object, mark: str = "id='__NEXT_DATA__' type='application/json'") -> str:
    return f"<script {mark}>{json.dumps(value)}</script>"


def flight(*rows: str) -> str:
    return "".join(f"<script>self.__next_f.push([1,{json.dumps(row)}])</script>" for row in rows)


def element(tag: str, children: object, **more: object) -> list[object]:
    return ["$", tag, None, {**more, "children": children}]


STORY = element("article", [element("p", words) for words in TOLD], className="prose")
MENU = {"menu": [{"label": "Home"}, {"label": "Sport and whatever else the district does on a Sunday afternoon."}]}
RELATED = {"related": [{"body": "Another story of the courier, which is much longer than this one. " * 30}]}


@pytest.mark.parametrize(
    "main",
    [
        f"<div hidden>{PARAGRAPHS}</div>",
        f"<div class='story' style='display: none'>{PARAGRAPHS}</div>",
        f"<noscript><div>{PARAGRAPHS}</div></noscript>",
        f"<template>{PARAGRAPHS}</template>",
        f'<iframe srcdoc="{escape(PARAGRAPHS)}"></iframe>',
        f"<script type='text/template'>{PARAGRAPHS}</script>",
        f"<div hidden>{PARAGRAPHS}</div><div hidden class='cookie-consent'><p>{'We store cookies. ' * 9}</p></div>",
        f"<p>{TOLD[0]}</p><button>More</button><div style='display:none'>{PARAGRAPHS}</div>",
    ],
)
def test_what_is_hidden_is_read_where_nothing_is_shown(main: str) -> None:
    assert told(site(main)) == list(TOLD)


@pytest.mark.parametrize(
    "main",
    [
        "<noscript>This site needs JavaScript. Please turn JavaScript on in your browser, then come back.</noscript>",
        f"<div hidden class='newsletter-popup'><p>{'Our letter comes to you every morning. ' * 2}</p></div>",
    ],
)
def test_notices_and_boxes_of_the_site_are_no_article(main: str) -> None:
    assert told(site(main)) == []


def test_hidden_boxes_beside_a_text_stay_hidden() -> None:
    form = f"<div style='display:none'><p>{'You have confirmed your address and may now take part. ' * 30}</p></div>"
    assert told(site(PARAGRAPHS + form)) == list(TOLD)


# -- told to search engines -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "lines"),
    [
        ({"@type": "NewsArticle", "articleBody": ONE_LINE}, [ONE_LINE]),
        ({"@type": "NewsArticle", "articleBody": "\r\n\r\n".join(TOLD)}, list(TOLD)),
        ({"@type": "NewsArticle", "articleBody": PARAGRAPHS}, list(TOLD)),
        ({"@type": "ReportageNewsArticle", "articleBody": escape(PARAGRAPHS)}, list(TOLD)),
        ({"@graph": [{"@type": "WebSite"}, {"@type": "Article", "articleBody": "\n".join(TOLD)}]}, list(TOLD)),
        (
            {
                "@type": "LiveBlogPosting",
                "liveBlogUpdate": [
                    {"@type": "BlogPosting", "headline": "Live", "articleBody": words} for words in TOLD
                ],
            },
            list(TOLD),
        ),
        (
            {
                "@type": "LiveBlogPosting",
                "articleBody": TOLD[0],
                "liveBlogUpdate": [
                    {"headline": "Council told", "articleBody": f"<p>{TOLD[1]}</p>"},
                    {"headline": "Belt to come", "articleBody": TOLD[3]},
                ],
            },
            [TOLD[0], "Council told", TOLD[1], "Belt to come", TOLD[3]],
        ),
    ],
)
def test_the_text_told_to_search_engines_stands_in(entry: dict[str, object], lines: list[str]) -> None:
    assert told(site(ROOT, head=ld(**entry))) == lines


def test_it_stands_in_for_a_teaser_that_it_continues() -> None:
    told_whole = ld(**{"@type": "NewsArticle", "articleBody": "\n".join(TOLD)})
    assert told(site(f"<p>{TOLD[0]}</p>", head=told_whole)) == list(TOLD)


@pytest.mark.parametrize(
    "more",
    [
        {"articleBody": "Something else altogether is said here. " * 40},
        {"articleBody": "\n".join(TOLD[:2])},
        {"articleBody": "\n".join(TOLD), "isAccessibleForFree": False},
        {"articleBody": {"text": TOLD[0]}},
        {"articleBody": None, "liveBlogUpdate": "none"},
    ],
)
def test_else_what_is_shown_is_the_text(more: dict[str, object]) -> None:
    assert told(site(f"<p>{TOLD[0]}</p>", head=ld(**{"@type": "NewsArticle", **more}))) == [TOLD[0]]


# -- sent to its scripts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sent",
    [
        data({"status": 200, "body": json.dumps({"story": {"title": HEAD, "body": PARAGRAPHS}, **RELATED})}),
        data({"cache": json.dumps([{"answer": json.dumps({"paragraphs": list(TOLD)})}]), "note": "{" * 40}),
        data({"props": {"pageProps": {"article": {"title": HEAD, "body": PARAGRAPHS}, **MENU, **RELATED}}}),
        data({"props": {"pageProps": {"story": {"paragraphs": [{"text": words} for words in TOLD]}, **RELATED}}}),
        data({"page": {"content": [{"type": "p", "value": words} for words in TOLD], "description": TOLD[0] * 2}}),
        data(
            [
                {"data": 1},
                {"story": 2, "id": 8},
                {"paragraphs": 3},
                [4, 5, 6, 7],
                *TOLD,
                "a1",
            ],
            "type='application/json' id='__NUXT_DATA__'",
        ),
        data(
            {
                "doc": [
                    {
                        "_type": "block",
                        "children": [
                            {"_type": "span", "text": words[:20]},
                            {"_type": "span", "marks": ["strong"], "text": words[20:]},
                        ],
                    }
                    for words in TOLD
                ]
            }
        ),
        f"<script>window.__STATE__ = {json.dumps({'a': {'body': PARAGRAPHS}})};</script>",
        f"<script>window.__STATE__ = JSON.parse({json.dumps(json.dumps({'a': {'body': PARAGRAPHS}}))});</script>",
        f"<script>window.__NUXT__=(function(a){{return {{body:{json.dumps(PARAGRAPHS)},x:a}}}}(1));</script>",
        f"<script>app.start({{ title: 'Quarry', body: '{PARAGRAPHS}' }})</script>",
        '<script>app.start({ body: "' + PARAGRAPHS.replace("<", "\\x3c") + '" })</script>',
        flight('0:{"a":"$L1"}\n', f"1:{json.dumps(STORY)}\n"),
        flight(f"0:{json.dumps([element('div', '$L2'), ['$', '$L9', None, {'children': STORY}]])}\n2:null\n"),
        flight(
            f"1:T{len(PARAGRAPHS.encode()):x},{PARAGRAPHS[:50]}",
            f"{PARAGRAPHS[50:]}0:{json.dumps(['$', 'div', None, {'dangerouslySetInnerHTML': {'__html': '$1'}}])}\n",
        ),
        flight(f"0:{json.dumps(['$', '$L7', None, {'article': {'body': PARAGRAPHS}, **RELATED}])}\n"),
    ],
)
def test_the_text_is_found_in_what_the_scripts_start_from(sent: str) -> None:
    assert told(site(ROOT, behind=sent)) == list(TOLD)


@pytest.mark.parametrize(
    "sent",
    [
        data({"props": MENU}),
        data({"props": RELATED}),
        data({"message": "You need to allow this."}),
        "<script>var a = {'b': 'c', d: function () { return 'There is no text in this, only a string.'; }};</script>",
        "<script>window.x = {\"a\": </script><script type='application/json'>[[[[</script>",
        flight("0:{", '1:["$","p",null]\n', "2:Tffffffff,x"),
        "<script>" + '"\\' * 200_000 + "</script>",
        "<script>" + "[" * 200_000 + "</script>",
    ],
)
def test_data_without_a_text_are_no_article(sent: str) -> None:
    assert told(site(ROOT, behind=sent)) == []


def test_a_page_that_shows_its_text_is_not_looked_through() -> None:
    assert told(site(PARAGRAPHS, behind=data({"body": "Something else. " * 500}))) == list(TOLD)
    assert FRAME in site("")
