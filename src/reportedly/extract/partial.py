"""Whether a text is only a part of its article, for the reason told: a teaser, or what stands before a paywall.

A whole article called a part is worse than a part called whole. So one sign alone never counts: pages that are not free
often hold their whole text, an offer to subscribe stands hidden on many, and an article may end with three dots. What
the signs are worth was looked up on the 181 pages of an extraction benchmark: the two that are cut off are found, the
three that are whole though not free are not, and none of the others; nor is any of 18,369 news articles handed in as
text.
"""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from reportedly.extract.page.structured import Facts
from reportedly.extract.read_on import READ_ON, UNITS
from reportedly.letters import lengths

TEASER = 200  # words; a text that points on to itself and is longer is seldom a teaser
GATED = 150  # words before an offer to subscribe below which nothing else is asked for
CLOSED = 120  # words of a page that is not free below which nothing else is asked for
BOTH = 300  # words below which a page that is not free and offers to subscribe at its end is cut off
FEWER = 3  # times more words that the page says it has
COUNTED = 200  # words it must say it has: of a short piece the extractor may have missed that much
LONGEST = 250  # characters of a line that offers something
WITHIN = 8  # lines behind the text within which an offer to subscribe stands
CLOSING = 5  # last lines that may be offers and pointers
ENDING = 300  # last characters of a line that can tell how it ends
PARTIAL_CONTENT = 206

_DOTS = r"(?:…|(?<!\.)\.{3,}|\. \. \.)"  # tried once a run: forms have lines of thousands of dots
_CUT = re.compile(rf"{_DOTS}[\s\"'”’»)\]]*$")
_READ_ON_LINE = re.compile(rf"\W*(?:{READ_ON})\W*", re.IGNORECASE)
_TEASER = re.compile(
    rf"(?:\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\))\s*(?:(?:{READ_ON})\W*)?$|{_DOTS}\W{{0,4}}(?:{READ_ON})\W*$",
    re.IGNORECASE,
)
_NUMBER = r"\d[\d.,]{0,9}"
_WORD = r"[^\W\d_]{1,20}"
_COUNTED = re.compile(  # "… [+2219 chars]": what a program writes behind the text that it cut off
    rf"[\[(]\s?\+\s?{_NUMBER}\s?{_WORD}(?:\s{_WORD}){{0,2}}\s?[\])]$"
    rf"|{_DOTS}\s{{0,3}}[\[(]\s?{_NUMBER}\s?(?:{_WORD}\s)?(?:{UNITS})(?:\s{_WORD})?\s?[\])]$",
    re.IGNORECASE,
)
_CUT_SAID = re.compile(  # "[truncated]", "(more)": that it is cut off, without by how much
    r"[\[(]\s?(?:(?:content|text|article|message|body|output)\s)?(?:truncated|shortened|clipped|snipped|snip|more|continued"
    r"|cont['’]?d|gekürzt|abgeschnitten|tronqué|truncado|recortado|troncato|ingekort|skrócono|обрезано|сокращено)"
    r"\s?(?:…|\.\.\.)?\s?[\])]$",
    re.IGNORECASE,
)
_APPEARED = re.compile(  # which blogs add to each item of their feed, whole or not
    r"(?:the post|der beitrag|l['’]article|la entrada|l['’]articolo|o post|het bericht|artykuł)\b.{1,200}"
    r"\b(?:appeared first on|erschien zuerst auf|est apparu en premier sur|se publicó primero en|aparece primero en"
    r"|proviene da|apareceu primeiro em|verscheen eerst op|pochodzi z serwisu)\b.{1,80}",
    re.IGNORECASE,
)
_THIS = r"(?:th(?:is|e)|our|your|full|whole|entire|rest|of|exclusive|premium|complete)"
_PIECE = r"(?:story|article|piece|post)"  # not "report", which may be what the article is about
_JOIN = r"(?:subscribe|sign (?:in|up)|log ?in|register|join|become an? \w+|start (?:a|your) \w+)"
_GATES = (
    rf"\b{_JOIN}.{{0,80}}\bto (?:continue|keep|finish) reading\b",
    rf"\bto (?:continue|keep|finish) reading\b.{{0,80}}\b{_JOIN}\b",
    r"\b(?:continue|keep) reading (?:with|by|for)\b",
    rf"\b{_JOIN}.{{0,60}}\bto (?:read|see|access|view) (?:{_THIS} ){{1,4}}{_PIECE}\b",
    rf"\b(?:to read|unlock) (?:{_THIS} ){{1,4}}{_PIECE}\b",
    rf"\bthis {_PIECE} is (?:\w+ ){{0,3}}(?:for|to) (?:\w+ ){{0,3}}(?:subscribers|members)\b",
    r"^\W*(?:for )?(?:subscribers?|members?)[ -]only\b.{0,30}$",
    r"\byou(?:['’]ve| have) reached your (?:\w+ ){0,3}(?:limit|articles?)\b",
    r"\b(?:weiterlesen mit|jetzt abonnieren)\b",
    r"\br[ée]serv[ée]e? (?:à nos|aux) abonn[ée]s",
    r"\bpara suscriptores\b",
)
_GATE = re.compile("|".join(f"(?:{gate})" for gate in _GATES), re.IGNORECASE)


class Ending(NamedTuple):
    """How a text ends: with what offer to subscribe, whether broken off, as teasers do, or ``counted`` by a program."""

    gate: str | None
    cut: bool
    teaser: bool
    counted: bool
    last: str


def of_text(lines: Sequence[str]) -> str | None:
    """Why the lines of a body are only a part of an article; None where nothing in them says so."""
    return _why(lines, _ending(lines, ()))


def of_page(lines: Sequence[str], behind: Sequence[str], facts: Facts, status: int) -> str | None:
    """Why the body of a page is only a part of an article; None where nothing says so.

    It may be its ``lines``, those that stand ``behind`` it on the page, or what the page says of itself (``facts``).
    ``status`` is that of the answer, 0 where there was none.
    """
    if status == PARTIAL_CONTENT:
        return "the server sent only a part of the page (206)"
    end, stated, closed = _ending(lines, behind), _words_stated(facts), is_closed(facts)
    many = _count(lines)
    signs = bool(closed or end.gate or end.cut)
    if stated >= max(COUNTED, FEWER * many) and (signs or (many < GATED and not _may_be_letters(stated, lines))):
        return f"the page says that its article has {stated:,} words; {many:,} came"
    if closed and (end.cut or many < CLOSED or (end.gate and many < BOTH)):
        return f"the page says that it is not free to read, and gave {many:,} words"
    return _why(lines, end)


def breaks_off(text: str) -> bool:
    """Whether a text ends in dots."""
    return bool(_CUT.search(_end(text)))


def doubtful(lines: Sequence[str]) -> bool:
    """Whether it is worth looking what stands behind these lines: long texts that do not break off are whole."""
    return _count(lines) < BOTH or bool(lines and _CUT.search(_end(lines[-1])))


def is_closed(facts: Facts) -> bool:
    """Whether the page says that it, or a part of it, is for those who pay."""
    answers = [entry.get("isAccessibleForFree") for entry in facts.entries]
    answers += [part.get("isAccessibleForFree") for entry in facts.entries for part in _parts(entry.get("hasPart"))]
    answers += facts.meta.get("isaccessibleforfree", ())
    return any(_is_no(answer) for answer in answers) or "locked" in facts.meta.get("article:content_tier", ())


def _why(lines: Sequence[str], end: Ending) -> str | None:
    many = _count(lines)
    if end.counted:
        return f"it ends with what a program writes where it cut a text off: “{end.last[-60:].strip()}”"
    if end.teaser and many < TEASER:
        return f"it ends as a teaser does: “{end.last[-60:].strip()}”"
    if end.gate and (end.cut or many < GATED):
        return f"where the text ends the page says: “{end.gate}”"
    return None


def _ending(lines: Sequence[str], behind: Sequence[str]) -> Ending:
    body, closing = list(lines), list[str]()
    while len(body) > 1 and len(closing) < CLOSING and _points_on(body[-1]):
        closing.insert(0, body.pop())
    last = body[-1] if body else ""
    after = (*closing, *behind[:WITHIN])
    cut = bool(_CUT.search(_end(last)))
    gate = next((line.strip() for line in after if len(line) <= LONGEST and _GATE.search(line)), None)
    teaser = bool(_TEASER.search(_end(last))) or (cut and any(_READ_ON_LINE.fullmatch(line) for line in after[:2]))
    counted = bool(_COUNTED.search(_end(last)) or _CUT_SAID.search(_end(last)))
    return Ending(gate, cut, teaser, counted, " ".join((last, *closing[:1])))


def _end(line: str) -> str:
    return line.rstrip()[-ENDING:]


def _points_on(line: str) -> bool:
    return len(line) <= LONGEST and bool(
        _READ_ON_LINE.fullmatch(line) or _APPEARED.fullmatch(line.strip()) or _GATE.search(line)
    )


def _count(lines: Sequence[str]) -> int:
    return round(sum(lengths.words(line) for line in lines))


# -- what the page says -----------------------------------------------------------------------------------------------


def _words_stated(facts: Facts) -> int:
    """How many words the page says its article has; 0 where it does not."""
    return max((_number(entry) for entry in facts.entries), default=0)


def _may_be_letters(number: int, lines: Sequence[str]) -> bool:
    """Whether the number may be that of the letters of these very lines: some programs count so."""
    letters = sum(map(len, lines))
    return 0.8 * letters < number < 1.25 * letters


def _number(entry: dict[str, Any]) -> int:
    stated, body = entry.get("wordCount"), entry.get("articleBody")
    words = int(str(stated)) if re.fullmatch(r"[0-9]{1,6}", str(stated)) else 0
    return max(words, round(lengths.words(body)) if isinstance(body, str) else 0)


def _parts(value: Any) -> list[dict[str, Any]]:
    return [part for part in (value if isinstance(value, list) else [value])[:20] if isinstance(part, dict)]


def _is_no(value: Any) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower().rpartition("/")[2] == "false")
