"""Whether a page is something else than the page that was asked for: a wall, an error page, an empty shell.

Servers send these with status 200, and they have running text like any article. No sign decides alone: what stands in
the title, how much of the text speaks of nothing but such a page's own matters, whether it speaks to its reader, how
little there is of it, and what an article would have. A real article called a wall is worse than a wall taken for an
article, since it is lost: the threshold stands above all articles that were looked at.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from lxml.etree import XPath, _Element

from reportedly.evidence import Clue, points
from reportedly.extract.page import wall_words
from reportedly.extract.page.headline import key
from reportedly.extract.page.structured import Facts
from reportedly.extract.page.wall_words import READER, REPORTS, SMALL, Kind

MANY = 450  # words above which a text is looked at only where its title is a wall's
SHORT, LONG = 80, 250  # words
HALF = 0.5  # of a title's words, above which the title is a wall's
FEW = 12  # words of which a share says something
DENSE = 0.34  # share of a text's words that a wall has of its own matters
ADDRESSED = 0.12  # share of words that speak to the reader, where hardly anything else is done
WALL = 3.6  # points; the most that any of 12,767 articles had was 3.2 (docs/extraction.md)
HINT = 2.5  # points that name what a page without running text is
TELLING = 4  # letters above which words of a title are looked for on the page
LOOKED_AT = 100_000  # characters of markup
READ = 6_000  # characters of text: more than MANY words

_GUARDS = (  # parts of addresses and names that only the pages of guards have
    "/cdn-cgi/challenge-platform/",
    "__cf_chl",
    "cf-browser-verification",
    "_Incapsula_Resource",
    "px-captcha",
    "geo.captcha-delivery",
    "AwsWafIntegration",
    "ddos-guard/js-challenge",
    "sgcaptcha",
    "slowAES",
)
PUBLISHED = ("article:published_time", "datepublished", "date", "dc.date.issued", "pubdate")  # meta tags
_PASSWORD = XPath("boolean(//input[translate(@type, 'PASWORD', 'pasword') = 'password'])")
_QUOTED = re.compile('[“„«"‘][^“”„«»"]{15,400}[”“»"’]')


class Sight(NamedTuple):
    """A page seen as one kind of wall: shares from 0 to 1 of its title and its words, and what else it shows."""

    title: float
    words: float
    reader: float
    many: int
    reports: int
    quoted: bool
    challenge: bool
    password: bool
    noindex: bool
    article: bool
    dated: bool
    announced: bool | None


def _graded(share: float, full: float) -> float:
    return min(1.0, share / full)


_SEEN = "103 walls written for it (the tests), 181 pages of a benchmark, 12,586 news texts of up to 4,000 letters"
CLUES = (
    Clue[Sight]("title is a wall's", 2.5, lambda seen: max(0.0, 2 * (seen.title - HALF)), _SEEN),
    Clue[Sight]("text speaks of the wall", 2.5, lambda seen: _graded(seen.words, DENSE), _SEEN),
    Clue[Sight]("text speaks to its reader", 1.5, lambda seen: _graded(seen.reader, ADDRESSED), _SEEN),
    Clue[Sight]("little text", 1.0, lambda seen: seen.many < SHORT, _SEEN),
    Clue[Sight]("long text", -1.5, lambda seen: seen.many > LONG, _SEEN),
    Clue[Sight]("somebody says something", -1.0, lambda seen: min(seen.reports, 3), _SEEN),
    Clue[Sight]("somebody is quoted", -1.0, lambda seen: seen.quoted, _SEEN),
    Clue[Sight]("a guard's own scripts", 2.0, lambda seen: seen.challenge, _SEEN),
    Clue[Sight]("a field for a password", 0.5, lambda seen: seen.password, _SEEN),
    Clue[Sight]("not to be listed", 0.5, lambda seen: seen.noindex, _SEEN),
    Clue[Sight]("is an article for machines", -1.0, lambda seen: seen.article, _SEEN),
    Clue[Sight]("says when it came out", -1.5, lambda seen: seen.dated, _SEEN),
    Clue[Sight]("shows the title announced", -5.0, lambda seen: seen.announced is True, _SEEN),
    Clue[Sight]("shows nothing of the title announced", 0.7, lambda seen: seen.announced is False, _SEEN),
)


class Seen(NamedTuple):
    """What a page calls itself, without the site's name; the ``lines`` of its text; what its feed called it."""

    titles: Sequence[str]
    lines: Sequence[str]
    announced: str | None


def wall(tree: _Element, markup: str, facts: Facts, seen: Seen, *, running: bool) -> str | None:
    """What the page is instead of the one asked for, in plain words; None where nothing says that it is a wall.

    Of a page without ``running`` text, which is no article anyway, fewer signs are asked.
    """
    names = [list(map(wall_words.signs, words)) for title in seen.titles if (words := key(title).split())]
    titled = [kind for kind in wall_words.kinds() if any(_share(kind, name) > HALF for name in names)]
    if not titled and sum(line.count(" ") for line in seen.lines) > MANY:
        return None
    text = key(" ".join(seen.lines)[:READ]).split()
    kinds = wall_words.kinds() if len(text) <= MANY else titled
    if not kinds or not text:
        return None
    told = Counter(map(wall_words.signs, text))
    shown = _shown(tree, markup, facts, text, told, seen)
    gained = {kind.what: points(CLUES, _seen_as(kind, shown, names, told)) for kind in kinds}
    best = max(gained, key=gained.__getitem__)
    return best if gained[best] >= (WALL if running else HINT) else None


def _seen_as(kind: Kind, shown: Sight, titles: list[list[int]], told: Counter[int]) -> Sight:
    title = max((_share(kind, name) for name in titles), default=0.0)
    own = _of(told, kind.in_titles | kind.in_text)
    return shown._replace(title=title, words=own / max(shown.many, FEW))


def _of(told: Counter[int], signs: int) -> int:
    """How many words have one of these signs."""
    return sum(many for its_own, many in told.items() if its_own & signs)


def _share(kind: Kind, title: list[int]) -> float:
    """The share of a title's words, given by their signs, that such titles have; 0 where it has only small ones."""
    if not any(signs & kind.in_titles for signs in title):
        return 0.0
    return sum(1 for signs in title if signs & (kind.in_titles | SMALL)) / len(title)


def _shown(  # noqa: PLR0913, PLR0917  what a page shows comes from many places
    tree: _Element, markup: str, facts: Facts, text: list[str], told: Counter[int], seen: Seen
) -> Sight:
    """What the page shows, whatever kind it may be."""
    head = markup[:LOOKED_AT]
    return Sight(
        title=0.0,
        words=0.0,
        reader=_of(told, READER) / max(len(text), FEW),
        many=len(text),
        reports=_of(told, REPORTS),
        quoted=bool(_QUOTED.search(" ".join(seen.lines)[:READ])),
        challenge=any(mark in head for mark in _GUARDS),
        password=bool(_PASSWORD(tree)),
        noindex="noindex" in (facts.meta_tag("robots") or "").lower(),
        article=bool(facts.entries),
        dated=bool(facts.times or facts.linked("datePublished") or facts.meta_tag(*PUBLISHED)),
        announced=_met(seen.announced, facts, text),
    )


def _met(announced: str | None, facts: Facts, text: list[str]) -> bool | None:
    """Whether most telling words of the announced title stand on the page; None where none was announced."""
    telling = {word for word in key(announced or "").split() if len(word) > TELLING}
    if not telling:
        return None
    there = {*text, *key(" ".join((facts.title or "", *facts.headings))).split()}
    return len(telling & there) > HALF * len(telling)
