"""Pieces of a page that come late, or in a shadow root, stand where the reader sees them."""

import pytest
from lxml import etree

from reportedly.extract.page import source
from tests.extract.page.quarry import HEAD, PARAGRAPHS, TOLD, site, told

HALVES = "".join(f"<p>{words}</p>" for words in TOLD[:2]), "".join(f"<p>{words}</p>" for words in TOLD[2:])
REACT = "<!--$?--><template id='B:0'></template><p>One moment, please …</p><!--/$-->"


@pytest.mark.parametrize(
    ("main", "behind"),
    [
        (REACT, f"<div hidden id='S:0'>{PARAGRAPHS}</div><script>$RC('B:0','S:0')</script>"),
        (REACT, f"<div hidden id='S:0'>{PARAGRAPHS}</div><script>$RR('B:0','S:0',[['/a.css']])</script>"),
        (
            REACT,
            f"<div hidden id='S:0'>{PARAGRAPHS}</div><script>$RC=function(b,c){{}};$RC ; $RC('B:0','S:0')</script>",
        ),
        (REACT, f"<div hidden id='S:0'>{PARAGRAPHS}</div>"),
        (REACT, f"<div id='S:4' hidden>{PARAGRAPHS}</div><script>$RC('B:0','S:4')</script>"),
        (
            REACT,
            (
                f"<div hidden id='S:0'>{HALVES[0]}<template id='P:1'></template></div>"
                f"<div hidden id='S:1'>{HALVES[1]}</div><script>$RS('S:1','P:1');$RC('B:0','S:0')</script>"
            ),
        ),
        (
            REACT,
            (
                f"<div hidden id='S:1'>{HALVES[1]}</div><script>$RS('S:1','P:1')</script>"
                f"<div hidden id='S:0'>{HALVES[0]}<template id='P:1'></template></div><script>$RC('B:0','S:0')</script>"
            ),
        ),
        (
            REACT.replace("<p>One", "<!--$--><p>Still</p><!--/$--><p>One"),
            f"<div hidden id='S:0'>{PARAGRAPHS}</div><script>$RC('B:0','S:0')</script>",
        ),
        (
            "<template id='B:0'></template>",
            f"<div hidden id='S:0'>{PARAGRAPHS}</div><template data-rci='' data-bid='B:0' data-sid='S:0'></template>",
        ),
        (
            "<template id='pl-7'></template><i>wait</i><!--pl-7-->",
            f"<template id='7'>{PARAGRAPHS}</template><script>$df('7')</script>",
        ),
        (f"<quarry-story><template shadowrootmode='open'><style>p</style>{PARAGRAPHS}</template></quarry-story>", ""),
        (
            (
                "<quarry-story><template shadowrootmode='closed'><div><slot></slot></div></template>"
                f"{PARAGRAPHS}</quarry-story>"
            ),
            "",
        ),
        (
            (
                f"<quarry-story><template shadowroot='open'><slot name='a'>Nothing yet</slot>{HALVES[1]}</template>"
                f"<div slot='a'>{HALVES[0]}</div></quarry-story>"
            ),
            "",
        ),
    ],
)
def test_the_article_is_read_as_it_is_shown(main: str, behind: str) -> None:
    assert told(site(main, behind=behind)) == list(TOLD)


def test_the_heading_may_come_late_too() -> None:
    late = f"<div hidden id='S:0'><section><h1>{HEAD}</h1>{PARAGRAPHS}</section></div><script>$RC('B:0','S:0')</script>"
    assert told(site(REACT, behind=late, heading="")) == list(TOLD)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>a <template id='P:1'></template> c</p><b hidden id='S:1'>b</b><script>$RS('S:1','P:1')</script>", "a b c"),
        ("<p>a</p><div hidden id='S:0'>b</div>c<script>$RC('B:9','S:0')</script>", "abc"),
        ("<div hidden id='S:0'>a<template id='B:0'></template></div><script>$RC('B:0','S:0')</script>", "a"),
        ("<p>a</p><template id='x'>b</template>", "ab"),
        ("<p>a<x-n><template shadowrootmode=open>b <slot></slot></template>c</x-n></p>", "ab c"),
    ],
)
def test_words_stay_in_their_order_and_none_is_lost(body: str, shown: str) -> None:
    whole = source.tree(f"<html><body>{body}</body></html>")
    etree.strip_elements(whole, "script")
    assert "".join(whole.itertext()) == shown


def test_thousands_of_pieces_are_put_in_at_once() -> None:
    places = "".join(f"<p><template id='B:{n:x}'></template></p>" for n in range(4_000))
    pieces = "".join(f"<b hidden id='S:{n:x}'>{n} </b><script>$RC('B:{n:x}','S:{n:x}')</script>" for n in range(4_000))
    whole = source.tree(f"<html><body><main>{places}</main>{pieces}</body></html>")
    main = whole.find(".//main")
    assert main is not None
    assert "".join(main.itertext()).split() == [str(n) for n in range(4_000)]
