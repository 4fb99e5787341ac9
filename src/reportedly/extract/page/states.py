"""The text that a page's scripts would put on it, found in the data they start from.

Sites built from components send an article's text as JSON or as a literal of JavaScript, beside settings, menus and
other stories, under whatever names they like. Of all strings the page sends, those are taken that read as running text
and stand under the same names, where they are longest; names that say "related", "comments" or "menu" count for
nothing, a summary for little. Nothing is run.
"""

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from lxml.etree import _Element

from reportedly.extract.page import blocks, flight, unshown
from reportedly.letters import lengths

LARGEST = 5_000_000  # characters of scripts that are looked at
MOST = 300_000  # values
DEEPEST = 80
WORDS, ENDED = 8, 4  # words of running text, and of a sentence that is ended
SUMMARY = 0.3  # what a letter under the name of a summary counts
PATH = 6  # names, the last ones, that tell strings apart

Names = tuple[str, ...]

_PASSED = frozenset(blocks.KINDS.index(kind) for kind in ("related", "comment", "nav", "social", "ad", "sub"))
_SUMMARY = blocks.KINDS.index("summary")
_INLINE = {
    "text",
    "span",
    "link",
    "hyperlink",
    "entry-hyperlink",
    "a",
    "bold",
    "strong",
    "b",
    "em",
    "italic",
    "i",
    "mark",
}
_START = re.compile(r"(?:=|\bJSON\.parse\()\s*(?=[\[{\"'])")
_NAME = r"""(?:["']?\b([A-Za-z_$][\w$]{0,60})["']?\s{0,4}:\s{0,4})?"""
# A string that is not ended goes on to the end of the script, so that none is gone through twice.
_LITERAL = re.compile(
    rf"""{_NAME}(?:"([^"\\]*+(?:\\.[^"\\]*+)*+)(?:"|\\?\Z)|'([^'\\]*+(?:\\.[^'\\]*+)*+)(?:'|\\?\Z))""", re.DOTALL
)
_CODE = re.compile(r"[{};]\s*$|function\s*\(|=>|\bvar \w+\s*=|^\s*[.#@]?[\w-]+\s*\{")


def lines(tree: _Element) -> list[str]:
    """The lines of the longest text in the page's data; none where there is no running text in it."""
    texts: dict[Names, list[str]] = {}
    for names, text in _strings(tree):
        if _is_running(text):
            texts.setdefault(names[-PATH:], []).append(text)
    best = max(texts, key=lambda names: _weight(names, texts[names]), default=())
    if not texts or not _weight(best, texts[best]):
        return []
    return [line for text in dict.fromkeys(texts[best]) for line in unshown.of_string(text)]


def markup(tree: _Element) -> str | None:
    """The page that React would build of what Next.js sends in its scripts; None where it sends no such thing."""
    rows = flight.rows(_scripts(tree))
    return f"<html><body>{flight.markup(rows)}</body></html>" if rows else None


def _weight(names: Names, texts: list[str]) -> float:
    kinds = set(blocks.named("", " ".join(names)))
    letters = sum(lengths.letters(text) for text in texts)
    return 0.0 if kinds & _PASSED else letters * (SUMMARY if _SUMMARY in kinds else 1)


def _is_running(text: str) -> bool:
    words = lengths.words(text)
    return (words >= WORDS or (words >= ENDED and lengths.is_ended(text))) and not _CODE.search(text[:2_000])


# -- strings with their names -----------------------------------------------------------------------------------------


def _scripts(tree: _Element) -> list[str]:
    """The scripts that stand in the page, as far as the bound goes; those that say what it is have been read."""
    room, found = LARGEST, []
    for script in tree.iter("script"):
        text = script.text or ""
        if text and len(text) <= room and "ld+json" not in (script.get("type") or ""):
            room -= len(text)
            found.append(text)
    return found


def _strings(tree: _Element) -> Iterator[tuple[Names, str]]:
    scripts = _scripts(tree)
    for value in flight.rows(scripts).values():
        yield from _walk(value)
    for script in scripts:
        if flight.MARK in script:
            continue
        values = list(_values(script))
        for value in values:
            yield from _walk(value)
        if not values:
            yield from _literals(script)


def _values(script: str) -> Iterator[Any]:
    """What a script holds as JSON: all of it, or what it gives a name, or a string of it that is parsed."""
    if script.lstrip()[:1] in {"{", "["}:
        yield from _decoded(script, len(script) - len(script.lstrip()))
    for start in _START.finditer(script):
        for value in _decoded(script, start.end()):
            if isinstance(value, str):
                yield from _decoded(value, 0)
            else:
                yield value


def _decoded(text: str, start: int) -> Iterator[Any]:
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text, start)
    except (ValueError, RecursionError):
        return
    yield value


def _literals(script: str) -> Iterator[tuple[Names, str]]:
    """Each quoted string of a script that is no JSON, under the name before it."""
    for name, double, single in _LITERAL.findall(script):
        text = double or single
        if len(text) > WORDS:
            quoted = re.sub(
                r"\\(?![\"\\/bfnrtu])(?:x([0-9a-fA-F]{2}))?", lambda x: f"\\u00{x[1]}" if x[1] else "", text
            )
            for value in _decoded(f'"{quoted}"' if double else '"' + quoted.replace('"', '\\"') + '"', 0):
                yield (name,), value


def _walk(value: Any) -> Iterator[tuple[Names, str]]:
    """All strings within a value in their order, each with the names that lead to it."""
    table = value if _is_table(value) else []
    waiting: list[tuple[Names, Any, int]] = [((), value[0] if table else value, 0)]
    left = MOST
    while waiting and left:
        names, value, depth = waiting.pop()
        left -= 1
        if isinstance(value, str) and (held := _held(value) if depth < DEEPEST else None):
            waiting.append((names, held, depth + 1))
        elif isinstance(value, str):
            yield names, value
        elif isinstance(value, list) and (words := _inline(value)):
            yield (*names, "text"), words
        elif isinstance(value, (dict, list)) and depth < DEEPEST:
            parts = value.items() if isinstance(value, dict) else (("", part) for part in value)
            waiting += [
                ((*names, str(name)) if name else names, _meant(part, table), depth + 1)
                for name, part in reversed(list(parts))
            ]


def _held(text: str) -> Any:
    """The JSON that a string holds, as answers of servers are kept; None where it holds words."""
    return next(_decoded(text, 0), None) if len(text) > WORDS and text.startswith(("{", "[{", '["')) else None


def _is_table(value: Any) -> bool:
    """Whether a value is sent as Nuxt does: a list of all parts, in which objects and lists name theirs by number."""
    first = value[0] if isinstance(value, list) and len(value) > 1 else None
    parts = list(first.values()) if isinstance(first, dict) else first[1:] if isinstance(first, list) else []
    return bool(parts) and all(type(part) is int and part < len(value) for part in parts)


def _meant(part: Any, table: list[Any]) -> Any:
    return table[part] if type(part) is int and 0 <= part < len(table) else part


def _inline(parts: list[Any], depth: int = 0) -> str:
    """The words of a paragraph that is sent as a list of stretches, links apart; empty for other lists."""
    if depth > PATH or not parts or not all(isinstance(part, dict) and _kind(part) in _INLINE for part in parts):
        return ""
    return "".join(_leaf(part, depth) for part in parts)


def _kind(part: dict[str, Any]) -> str:
    return next((str(part[key]).lower() for key in ("_type", "type", "nodeType", "kind") if key in part), "")


def _leaf(part: dict[str, Any], depth: int) -> str:
    for key in ("text", "value", "content", "children"):
        if isinstance(part.get(key), str):
            return escape(part[key], quote=False)
        if isinstance(part.get(key), list):
            return _inline(part[key], depth + 1)
    return ""
