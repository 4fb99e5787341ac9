"""A parsed page put together as its reader sees it: pieces that come late stand where their places are.

Servers that stream send the frame of a page first, with an empty ``<template>`` for each part that is not ready, and
the parts behind it, hidden; a line of script puts them in (React's ``$RC``, ``$RS`` and ``$RR``, Solid's ``$df``). A
shadow root told in markup is shown in place of its element's children, which fill its slots. Nothing is run here: what
the markup says is done to the tree. A piece whose place is nowhere is shown where it stands.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

_QUOTED = r"""\s*["']([^"'\\]{1,200})["']\s*"""
_CALLS = re.compile(rf"\$R[A-Z]\({_QUOTED},{_QUOTED}[,)]")
_SOLID = re.compile(rf"\$df\({_QUOTED}[,)]")
_NUMBERED = re.compile(r"(?s)(.*)S:([0-9a-f]+)")  # the pieces of React bear such ids; places are called B or P
_MARKS = ("$RC(", "$RS(", "$RR(", "$df(", "data-sid=", "shadowroot", '"S:', "'S:", 'S:0"')
_SHADOW = ("shadowrootmode", "shadowroot")
_OPEN, _CLOSE = ("$", "$?", "$!", "$~", "$?$"), "/$"  # comments around what stands in for a piece until it is there
_DISSOLVED = "placed-piece"  # a tag that stands around what was put in until all is in its place


def comes_in_pieces(markup: str) -> bool:
    """Whether pieces of a page stand elsewhere than where they are shown; then its comments are needed."""
    return ("<template" in markup or 'id="S:' in markup) and any(mark in markup for mark in _MARKS)


def put_together(tree: _Element, markup: str) -> None:
    """Put the pieces of ``tree`` where they are shown, and drop its comments and what held the places."""
    named = {name: element for element in tree.iter(etree.Element) if (name := element.get("id"))}
    for place, piece in [*_called(markup, named), *_told(tree, named)]:
        _put(place, piece)
    for place, piece in list(_numbered(named)):
        _put(place, piece)
    for shadow in list(tree.iter("template")):
        if any(mark in shadow.attrib for mark in _SHADOW):
            _open(shadow)
    etree.strip_tags(tree, _DISSOLVED)
    etree.strip_elements(tree, etree.Comment, with_tail=False)


# -- which piece stands where -----------------------------------------------------------------------------------------


def _called(markup: str, named: dict[str, _Element]) -> Iterator[tuple[_Element, _Element]]:
    """Place and piece of each call, in whatever order the call names them: the place is an empty template."""
    calls = [call.groups() for call in _CALLS.finditer(markup)]
    calls += [(f"pl-{key}", key) for (key,) in (call.groups() for call in _SOLID.finditer(markup))]
    for one, other in calls:
        first, second = named.get(one), named.get(other)
        if first is not None and second is not None:
            yield (first, second) if _is_place(first) else (second, first)


def _told(tree: _Element, named: dict[str, _Element]) -> Iterator[tuple[_Element, _Element]]:
    """The same, told by attributes where a page may run no script of its own."""
    for order in tree.iter("template"):
        place = named.get(order.get("data-bid") or order.get("data-pid") or "")
        piece = named.get(order.get("data-sid") or "")
        if place is not None and piece is not None:
            yield place, piece


def _numbered(named: dict[str, _Element]) -> Iterator[tuple[_Element | None, _Element]]:
    """Pieces that no call names, since the answer broke off or calls stand elsewhere; the place bears their number."""
    for name, piece in named.items():
        if piece.tag != _DISSOLVED and piece.get("hidden") is not None and (number := _NUMBERED.fullmatch(name)):
            before, after = number.groups()
            place = named.get(f"{before}B:{after}", named.get(f"{before}P:{after}"))
            yield (place if place is not None and _is_place(place) else None), piece


def _is_place(element: _Element) -> bool:
    return element.tag == "template" and len(element) == 0 and not (element.text or "").strip()


# -- into its place ---------------------------------------------------------------------------------------------------


def _put(place: _Element | None, piece: _Element) -> None:
    """The piece in its place, once; within itself nothing can be put, and without a place it stays and is shown."""
    home = None if place is None or piece in place.iterancestors() else place.getparent()
    if piece.tag != _DISSOLVED and place is not None and home is not None:
        _drop_stand_in(place)
        _loosen(piece)
        piece.tail = place.tail
        home.replace(place, piece)
    piece.attrib.clear()
    piece.tag = _DISSOLVED


def _drop_stand_in(place: _Element) -> None:
    """Take out what is shown until the piece is there: it ends with a comment, and may hold others of its kind."""
    within, waiting = 0, []
    for node in place.itersiblings():
        waiting.append(node)
        words = (node.text or "").strip() if node.tag is etree.Comment else ""
        if words in _OPEN:
            within += 1
        elif words == _CLOSE and within:
            within -= 1
        elif words and words in {_CLOSE, place.get("id")}:
            break
    else:
        return
    place.tail = waiting[-1].tail
    for node in waiting:
        node.tail = None
        node.getparent().remove(node)


def _loosen(element: _Element) -> None:
    """Take an element out; the text behind it stays."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    elif parent is not None:
        parent.text = (parent.text or "") + (element.tail or "")
    if parent is not None:
        parent.remove(element)


def _open(shadow: _Element) -> None:
    """A shadow root's matter in place of the template, its slots filled with what else stands in its element."""
    host = shadow.getparent()
    if host is None:
        return
    light = [child for child in host if child is not shadow]
    for slot in list(shadow.iter("slot")):
        filling = [child for child in light if child.get("slot") == slot.get("name")]
        words = "" if slot.get("name") else f"{host.text or ''} {shadow.tail or ''}".strip()
        if filling or words:
            slot.text = words
            slot[:] = filling
        if words:
            host.text = shadow.tail = None
        slot.attrib.clear()
        slot.tag = _DISSOLVED
    shadow.attrib.clear()
    shadow.tag = _DISSOLVED
