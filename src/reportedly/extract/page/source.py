"""Bytes into a parsed page, whatever somebody sends: wrong charsets, characters that are none, bombs.

``NoArticle`` says in plain words why nothing can come of a page; ``html.article`` makes an outcome of it.
"""

import re
from typing import Any

from lxml import etree, html

from reportedly.errors import NotText
from reportedly.extract.page import placed
from reportedly.letters import decode
from reportedly.parsing import Told

MOST_TAGS = 100_000  # a long live blog has some ten thousand; the time needed grows faster than their number
MOST_CHARACTERS = 20_000_000
MOST_ATTRIBUTES = 1_000  # of one tag

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARED = re.compile(r"charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.-]{2,40})")
_MARKUP = re.compile(r"<[a-z!?/]", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# A name, and a value in quotes or bare, as browsers tell them apart: what stands in quotes may hold any sign. Nothing
# that is taken is given back, so that a page is gone through once. In scripts, styles and comments there are no tags.
_ATTRIBUTE = r"""[\s/]*+=?+[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+)?+)?+"""
_UNTAGGED = "|".join(
    (
        *(
            rf"(?i:{tag})(?:{_ATTRIBUTE}){{0,{MOST_ATTRIBUTES}}}+[\s/]*+>[^<]*+(?:<(?!/(?i:{tag}))[^<]*+)*+"
            for tag in ("script", "style")
        ),
        r"!--(?!-?>)[^-]*+(?:-(?!-!?>)[^-]*+)*+",
    )
)
_OVERFULL = re.compile(rf"<(?:{_UNTAGGED}|[a-zA-Z][^\s/>]*+((?:{_ATTRIBUTE}){{{MOST_ATTRIBUTES + 1}}}))")
_OPTIONS = {"encoding": "utf-8", "remove_pis": True, "collect_ids": False}
_MARKUP_TYPES = ("html", "xml", "text/plain", "octet-stream")


class NoArticle(Told):
    """There is no article, for the reason given; becomes the outcome."""


def source(body: bytes, content_type: str) -> str:
    """The page's markup as text. Raises ``NoArticle`` for what is no page, and for bombs."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind and not any(word in kind for word in _MARKUP_TYPES):
        raise NoArticle(f"{kind}, not a page: wanted HTML")
    if not body.strip():
        raise NoArticle("the page is empty")
    if len(body) > 4 * MOST_CHARACTERS:
        raise NoArticle(f"the page has {len(body):,} bytes, more than {4 * MOST_CHARACTERS:,}")
    try:
        text = decode.text(body, _charset(body, content_type))
    except NotText as error:
        raise NoArticle(str(error)) from error
    _refuse_bombs(text)
    return text.replace("\0", "") if "\0" in text else text


def guessed(body: bytes, content_type: str) -> str | None:
    """The charset the page's text was read as where that is a guess; for pages of which ``source`` gave the text."""
    return decode.decoded(body, _charset(body, content_type)).guessed


def tree(markup: str) -> etree._Element:
    """The page as a tree, without comments. Raises ``NoArticle`` where there is nothing to parse."""
    return _parsed(markup, etree.HTMLParser)


def rich_tree(markup: str) -> html.HtmlElement:
    """The page as a tree with ``lxml.html``'s methods on every element, slower to walk. Raises as ``tree`` does."""
    return _parsed(markup, html.HTMLParser)


def _parsed(markup: str, parser: type[etree.HTMLParser]) -> Any:
    if not _MARKUP.search(markup):
        raise NoArticle("this is no HTML page, or a broken one")
    in_pieces = placed.comes_in_pieces(markup)
    options = {**_OPTIONS, "remove_comments": not in_pieces}
    tree = etree.fromstring(_DECLARATION.sub("", markup).encode("utf-8", "replace"), parser(**options))
    if tree is None or len(tree) == 0:
        raise NoArticle("this is no HTML page, or a broken one")
    if in_pieces:
        placed.put_together(tree, markup)
    return tree


def _charset(body: bytes, content_type: str) -> str | None:
    """The charset the page was sent with, else the one it names itself."""
    declared = _DECLARED.search(content_type)
    if declared:
        return declared.group(1)
    named = _CHARSET.search(_COMMENT.sub(b"", body[:4096])) or _XML_CHARSET.match(body[:200])
    return named.group(1).decode("ascii") if named else None


def _refuse_bombs(text: str) -> None:
    """Pages made to keep a parser busy for hours; no article comes near these limits."""
    if len(text) > MOST_CHARACTERS:
        raise NoArticle(f"the page has {len(text):,} characters, more than {MOST_CHARACTERS:,}")
    tags = text.count("<")
    if tags > MOST_TAGS:
        raise NoArticle(f"the page has {tags:,} tags, more than {MOST_TAGS:,}: no article has")
    if any(tag[1] for tag in _OVERFULL.finditer(text)):
        raise NoArticle(f"a tag of the page has more than {MOST_ATTRIBUTES:,} attributes: no article has")
