"""Tags with too many attributes are refused; what stands within quotes, scripts and comments is none."""

import contextlib
import time

import pytest

from reportedly.extract.page import source
from reportedly.extract.page.source import NoArticle

MANY = 1_001
ROWS = "".join(f'{{"id":{n},"link":"http://courier.example/?a={n}&b=2"}},' for n in range(900))


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f"a{n}='x'" for n in range(MANY)),
        " ".join(f"a{n}" for n in range(MANY)),
        "/".join(f"a{n}" for n in range(MANY)),
        "".join(f"a{n}='>'" for n in range(MANY)),
        " ".join(f'a{n} = "<p>"' for n in range(MANY)),
    ],
)
@pytest.mark.parametrize("tag", ["p", "script", "DIV"])
def test_a_tag_with_too_many_attributes_is_refused(tag: str, attributes: str) -> None:
    with pytest.raises(NoArticle, match="1,000 attributes"):
        source.source(f"<html><body><{tag} {attributes}>Words</{tag}></body></html>".encode(), "text/html")


@pytest.mark.parametrize(
    "body",
    [
        f"<div data-list='[{ROWS}]'>x</div>",
        f"<div data-list='[{ROWS}' data-more='<p class=\"a\">{ROWS}'>x</div>",
        '<div data-list="{}">x</div>'.format(ROWS.replace('"', "&quot;")),
        "<p {}>x</p>".format(" ".join(f"a{n}=1" for n in range(MANY - 1))),
        f"<script>for (i=0;i<n;i++) {{ {'a = b + c; ' * MANY} }}</script>",
        f"<script type='application/json'>{ROWS.replace('http', '<b http')}</script>",
        f"<!-- <p {'a=1 ' * MANY} -->",
        f"<style>a<b {'c d ' * MANY}</style>",
    ],
)
def test_signs_within_quotes_scripts_and_comments_are_no_attributes(body: str) -> None:
    markup = f"<html><body>{body}</body></html>"
    assert source.source(markup.encode(), "text/html") == markup


@pytest.mark.parametrize("part", ['<a b="', "<a ", "<!--", "<script>", "<a b='", "<a/", "<a b= "])
def test_broken_tags_are_counted_in_no_time(part: str) -> None:
    began = time.process_time()
    with contextlib.suppress(NoArticle):
        source.source((part * 90_000).encode(), "text/html")
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("charset", "decoys"),
    [
        ("shift_jis", ('<!-- <meta charset="utf-16"> -->', '<!-- charset below --><!--<meta charset="koi8-r">-->')),
        ("cp1252", ('<meta charset="utf-16">', '<meta charset="UTF-16LE">', '<meta charset="utf-32">')),
    ],
)
def test_a_charset_that_the_page_cannot_have_is_not_believed(charset: str, decoys: tuple[str, ...]) -> None:
    words = {
        "shift_jis": "運河の水門が閉まり、二隻の船が夕方まで待った。",
        "cp1252": "L’écluse d’Orn était fermée – jusqu’au soir.",
    }[charset]
    named = f"<meta charset={charset}>" if charset == "shift_jis" else ""
    for decoy in decoys:
        body = f"<html><head>{decoy}{named}</head><body><p>{words}</p></body></html>".encode(charset)
        assert words in source.source(body, "text/html")


def test_utf_16_that_the_answer_names_is_read() -> None:
    body = "<p>運河の水門が閉まった。</p>"
    assert source.source(body.encode("utf-16-le"), "text/html; charset=utf-16le") == body
