"""Invisible characters that are spelling: the joiners of Persian, Urdu and Kurdish, and the marks of writing direction.

trafilatura drops every character that prints nothing, and with it letters' shapes and word borders. So they go through
it in disguise, as printing characters that no news page uses.
"""

import re

from lxml.html import HtmlElement

KEPT = "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
DISGUISE = "".join(chr(0xA490 + n) for n in range(len(KEPT)))  # radicals of the Yi script, used in its dictionaries
_ANY = re.compile(f"[{KEPT}]")  # most texts have none, and to translate is slow
_HIDE = str.maketrans(KEPT, DISGUISE)
_SHOW = str.maketrans(DISGUISE, KEPT)


def hide(tree: HtmlElement) -> None:
    """Put the disguise in place of every joiner and mark in the texts of ``tree``, which is changed."""
    for element in tree.iter():
        if element.text and _ANY.search(element.text):
            element.text = element.text.translate(_HIDE)
        if element.tail and _ANY.search(element.tail):
            element.tail = element.tail.translate(_HIDE)


def shown(text: str) -> str:
    """The text with the joiners and marks in place of their disguise."""
    return text.translate(_SHOW)
