"""What befalls a document on its way: bytes, elements, references and charsets gone wrong."""

import random
import re
from collections.abc import Callable
from typing import Final

from benchmarks.mutations import cut, flipped, lost

_TOKENS: Final = (
    *(
        b"<",
        b">",
        b"</",
        b"/>",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<?",
        b"?>",
        b"<!DOCTYPE x [",
        b"]>",
        b"&",
        b";",
    ),
    *(
        b"&#55357;",
        b"&#xDD25;",
        b"&#99999999999999;",
        b"&#x110000;",
        b"&#0;",
        b"&#;",
        b"&#x;",
        b"&nbsp;",
        b"&x;",
        b"&#150;",
    ),
    *(
        b'"',
        b"'",
        b"=",
        b"\x00",
        b"\xff",
        b"\xed\xa0\xbd",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xe2\x80\xae",
        b"\x85",
        b"\x1b",
    ),
    *(b"<script>", b"<svg>", b"<title>", b"<item>", b"</item>", b"<entry>", b"<image>", b"<source>", b"<textInput>"),
    *(
        b'<!ENTITY a "b">',
        b"xmlns:x='y' ",
        b"xml:base='http://[' ",
        b"<base href='//['>",
        b"{",
        b"}",
        b"[" * 50,
        b"\\ud83d",
    ),
    *(
        b"utf-16",
        b"encoding='cp037'",
        b"-1",
        b"1e999",
        b"9" * 30,
        b"NaN",
        b",",
        b":",
        b"%",
        b"http://[::1",
        b"http://a:b/",
    ),
)
_VALUES: Final = (
    *(
        b"",
        b" ",
        b"x",
        b"0",
        b"-1",
        b"1e999",
        b"NaN",
        b"9" * 400,
        b"00:00",
        b"2024-13-99",
        b"urn:EPSG:x",
        b"http://[",
        b"//",
    ),
    *(b"1,2", b"1 2 3", b"\xd9\xa7\xdb\xb1\xe2\x80\x8f", b"&#55357;&#56613;", b"<b>x</b>", b"mailto:x", b"a" * 3_000),
)
_ELEMENT: Final = re.compile(rb"<([\w:]{1,30})\b[^<>]{0,300}>[^<>]{0,300}</\1>|<[\w:]{1,30}\b[^<>]{0,300}/>")
_TAG: Final = re.compile(rb"</?[\w:]{1,30}[^<>]{0,300}>")
_TEXT: Final = re.compile(rb"(?<=>)[^<>]{1,300}(?=<)|(?<=: \")[^\"]{0,200}(?=\")")
_VALUE: Final = re.compile(rb"(?<==\")[^\"<>]{0,200}(?=\")")
_CHARSETS: Final = ("utf-16", "utf-16-le", "utf-32-be", "cp1256", "koi8-r", "shift_jis", "cp037", "utf-7", "latin-1")


def mutated(source: bytes, others: tuple[bytes, ...], rng: random.Random) -> bytes:
    """``source`` after one to five accidents; ``others`` are documents of which pieces may get into it."""
    for _ in range(rng.randint(1, 5)):
        befalls = rng.choice((*_ACCIDENTS, None))
        source = befalls(source, rng) if befalls else _spliced(source, rng.choice(others), rng)
    return source


def _spliced(source: bytes, other: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(other) + 1)
    return _put(source, other[start : start + rng.randint(1, 400)], rng)


def _put(source: bytes, piece: bytes, rng: random.Random) -> bytes:
    place = rng.randrange(len(source) + 1)
    return source[:place] + piece + source[place:]


def _lost(source: bytes, rng: random.Random) -> bytes:
    return lost(source, rng, most=200)


def _flipped(source: bytes, rng: random.Random) -> bytes:
    return flipped(source, rng, most=20)


def _strewn(source: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.randint(1, 6)):
        source = _put(source, rng.choice(_TOKENS), rng)
    return source


def _at_one(pattern: re.Pattern[bytes], source: bytes, rng: random.Random, becomes: Callable[[bytes], bytes]) -> bytes:
    found = list(pattern.finditer(source))
    if not found:
        return source
    one = rng.choice(found)
    return source[: one.start()] + becomes(one[0]) + source[one.end() :]


def _emptied(source: bytes, rng: random.Random) -> bytes:
    return _at_one(rng.choice((_TEXT, _VALUE)), source, rng, lambda _: rng.choice(_VALUES))


def _dropped(source: bytes, rng: random.Random) -> bytes:
    return _at_one(rng.choice((_TAG, _ELEMENT)), source, rng, lambda _: b"")


def _doubled(source: bytes, rng: random.Random) -> bytes:
    return _at_one(rng.choice((_TAG, _ELEMENT)), source, rng, lambda piece: piece * rng.randint(2, 30))


def _moved(source: bytes, rng: random.Random) -> bytes:
    found = list(_ELEMENT.finditer(source))
    return _put(source, rng.choice(found)[0], rng) if found else source


def _swapped(source: bytes, rng: random.Random) -> bytes:
    found = list(_TEXT.finditer(source))
    return _at_one(_TEXT, source, rng, lambda _: rng.choice(found)[0]) if found else source


def _nested(source: bytes, rng: random.Random) -> bytes:
    return _put(
        source, rng.choice((b"<div>", b"<item>", b"<a><b>", b"[", b'{"a":', b"<outline>")) * rng.randint(10, 2_000), rng
    )


def _recoded(source: bytes, rng: random.Random) -> bytes:
    return source.decode("utf-8", "replace").encode(rng.choice(_CHARSETS), "replace")


_ACCIDENTS: Final[tuple[Callable[[bytes, random.Random], bytes], ...]] = (
    *(cut, _lost, _flipped, _strewn, _strewn, _emptied, _emptied, _emptied),
    *(_dropped, _doubled, _moved, _swapped, _nested, _recoded),
)
