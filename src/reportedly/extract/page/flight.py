"""What Next.js sends of a page in its scripts, rows of React's flight format, made markup again.

Each ``self.__next_f.push([1, "…"])`` brings a stretch of the rows; a row is ``NUMBER:JSON``, or ``NUMBER:T`` with a
length in bytes and a text. An element is ``["$", tag, key, properties]``; ``"$L5"`` stands for row 5.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

MARK = "self.__next_f"
_PUSH = re.compile(r'self\.__next_f\.push\(\s*\[1\s*,\s*("[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z))', re.DOTALL)
_HEAD = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_REFERENCE = re.compile(r"\$[L@]?([0-9a-f]{1,8})")
_TAG = re.compile(r"[a-z][a-z0-9-]*")
DEEPEST = 120
MOST = 100_000  # elements
ELEMENT = 4  # parts of one

Rows = dict[str, Any]


def rows(scripts: Iterable[str]) -> Rows:
    """The rows by their numbers, in the order they came; texts as strings, else what the JSON holds."""
    sent = b"".join(_stretches(scripts))
    found: Rows = {}
    at = 0
    while head := _HEAD.match(sent, at):
        if head[2]:
            at = head.end() + int(head[2], 16)
            found[head[1].decode()] = sent[head.end() : at].decode("utf-8", "replace")
            continue
        end = sent.find(b"\n", head.end())
        end = len(sent) if end < 0 else end
        if (value := _value(sent[head.end() : end])) is not None:
            found[head[1].decode()] = value
        at = end + 1
    return found


def _stretches(scripts: Iterable[str]) -> Iterator[bytes]:
    for script in scripts:
        if MARK in script:
            for stretch in _PUSH.findall(script):
                if isinstance(text := _value(stretch), str):
                    yield text.encode("utf-8", "replace")


def _value(text: str | bytes) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def markup(known: Rows) -> str:
    """The elements of all rows as markup, each row once: where another one asks for it, else in its order."""
    return "".join(_Page(known).written())


class _Page:
    """Rows on their way into markup; ``left`` are those not yet written."""

    def __init__(self, known: Rows) -> None:
        self.left = dict(known)
        self.room = MOST

    def written(self) -> Iterator[str]:
        for number in list(self.left):
            if not isinstance(self.left.get(number, ""), str):
                yield from self._node(self.left.pop(number), 0)

    def _node(self, node: Any, depth: int) -> Iterator[str]:
        self.room -= 1
        if depth > DEEPEST or self.room < 0:
            return
        if isinstance(node, str):
            yield from self._text(node, depth)
        elif isinstance(node, dict):
            for part in node.values():
                if not isinstance(part, str):
                    yield from self._node(part, depth + 1)
        elif isinstance(node, list) and len(node) >= ELEMENT and node[0] == "$" and isinstance(node[1], str):
            yield from self._element(node[1], node[3] if isinstance(node[3], dict) else {}, depth)
        elif isinstance(node, list):
            for part in node:
                yield from self._node(part, depth + 1)

    def _text(self, text: str, depth: int) -> Iterator[str]:
        reference = _REFERENCE.fullmatch(text)
        if reference and reference[1] in self.left:
            yield from self._node(self.left.pop(reference[1]), depth + 1)
        elif not text.startswith("$") or text.startswith("$$"):
            yield escape(text.removeprefix("$") if text.startswith("$$") else text)

    def _element(self, tag: str, told: dict[str, Any], depth: int) -> Iterator[str]:
        if not _TAG.fullmatch(tag):  # a component: what is handed to it
            yield from self._node({**told, "children": [told.get("children")]}, depth)
            return
        names = "".join(
            f' {name}="{escape(told[key])}"'
            for key, name in (("className", "class"), ("id", "id"), ("itemProp", "itemprop"))
            if isinstance(told.get(key), str)
        )
        yield f"<{tag}{names}>"
        raw = told.get("dangerouslySetInnerHTML")
        yield (
            self._raw(raw.get("__html"))
            if isinstance(raw, dict)
            else "".join(self._node(told.get("children"), depth + 1))
        )
        yield f"</{tag}>"

    def _raw(self, text: Any) -> str:
        reference = _REFERENCE.fullmatch(text) if isinstance(text, str) else None
        found = self.left.pop(reference[1], "") if reference else text
        return found if isinstance(found, str) else ""
