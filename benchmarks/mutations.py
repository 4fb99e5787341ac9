"""Pages broken at random, the same for the same seed: what servers, proxies and pranksters do to markup."""

import random
from collections.abc import Callable

WORDS = "Ferries between Tarnow and Mirel resumed on Monday after a week of storms, the harbour office said. "
TOKENS = (
    *(b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&", b"&#x110000;", b"&#0;", b"&nbsp;", b'"', b"'"),
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe2\x80\x8c", b"\xc2\xad", b"<script>", b"</script>"),
    *(b"<plaintext>", b"<xmp>", b"<textarea>", b"<title>", b"<svg>", b"<math>", b"<table>", b"<select>", b"<template>"),
    *(b"<body>", b"</body>", b"</html>", b"<p itemprop=articleBody>", b"<h1>", b"<time datetime='x'>", b"<noscript>"),
    *(b"<div hidden>", b"<br>" * 50, b"<a href='x'>", b'<script type="application/ld+json">{"@graph":[', b"<frameset>"),
    *(b"<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>&b;", b"<meta charset='utf-16'>", b"<?xml version='1'?>"),
)  # fmt: skip


def page(rng: random.Random) -> bytes:
    """A page of an invented paper, of a size of its own."""
    story = "".join(f"<p>{WORDS * rng.randint(1, 4)}</p>" for _ in range(rng.randint(1, 30)))
    links = "".join(f"<li><a href='/{n}'>Story number {n} of the day</a></li>" for n in range(rng.randint(0, 60)))
    head = "<title>Ferries resume | Herald</title><meta property='og:title' content='Ferries resume'>"
    facts = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-06-02"}</script>'
    body = (
        f"<nav><ul>{links}</ul></nav><article><h1>Ferries resume</h1>{story}</article><aside><ul>{links}</ul></aside>"
    )
    return f"<!DOCTYPE html><html><head>{head}{facts}</head><body>{body}</body></html>".encode()


def mutated(source: bytes, rng: random.Random) -> bytes:
    """``source`` after one to six accidents."""
    for _ in range(rng.randint(1, 6)):
        source = rng.choice(ACCIDENTS)(source, rng)
    return source


def cut(source: bytes, rng: random.Random) -> bytes:
    """``source`` up to somewhere."""
    return source[: rng.randrange(len(source) + 1)]


def lost(source: bytes, rng: random.Random, most: int = 2_000) -> bytes:
    """``source`` without up to so many bytes in one place."""
    start = rng.randrange(len(source) + 1)
    return source[:start] + source[start + rng.randint(1, most) :]


def flipped(source: bytes, rng: random.Random, most: int = 200) -> bytes:
    """``source`` with other bytes in up to so many places."""
    out = bytearray(source)
    for _ in range(rng.randint(1, most) if out else 0):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _strewn(source: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.randint(1, 30)):
        place = rng.randrange(len(source) + 1)
        source = source[:place] + rng.choice(TOKENS) + source[place:]
    return source


def _repeated(source: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(source) + 1)
    piece = source[start : start + rng.randint(1, 300)]
    return source[:start] + piece * rng.randint(2, 1_000) + source[start:]


def _nested(source: bytes, rng: random.Random) -> bytes:
    place = rng.randrange(len(source) + 1)
    tag = rng.choice((b"<div>", b"<span>", b"<b>", b"<ul><li>", b"<table><tr><td>", b"<blockquote>", b"<a href=x><p>"))
    return source[:place] + tag * rng.randint(10, 20_000) + source[place:]


def _shuffled(source: bytes, rng: random.Random) -> bytes:
    pieces = source.split(b"<")
    rng.shuffle(pieces)
    return b"<".join(pieces)


def _recoded(source: bytes, rng: random.Random) -> bytes:
    charset = rng.choice(("utf-16", "utf-16-le", "utf-32", "cp1256", "koi8-r", "shift_jis", "cp037", "utf-7"))
    return source.decode("utf-8", "replace").encode(charset, "replace")


ACCIDENTS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(cut, lost, flipped, _strewn),
    *(_repeated, _nested, _shuffled, _recoded),
)
