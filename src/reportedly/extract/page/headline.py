"""The headline of a page: its own words, without the outlet's name that pages hang onto their titles."""

import re
from collections.abc import Iterable
from html import unescape

from reportedly.extract.page.structured import Facts
from reportedly.records import Outlet
from reportedly.text import squeezed

HEADLINE, TIMES = 4, 2  # words of a headline, and times as many as in the name hung onto it
SECTION = 2  # words
SHORT = 3  # letters of words that two unrelated titles share by chance

_UNSHOWN = re.compile(r"<(script|style)\b[^<>]{0,500}>[^<]*</\1\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|cite|code|em|font|h[1-6]|i|img|link|mark|meta|p|q|s|script|small|span|strike|strong|style|sub"
    r"|sup|time|title|u|wbr)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s+[|\u2013\u2014\u00b7\u2022»«:-]+\s+|\s*\|\s*")
_WORD = re.compile(r"\w+")


def headline(facts: Facts, outlet: Outlet, announced: str | None) -> str | None:
    """The headline as the page shows it; where it shows none, as its meta tags, title or feed have it.

    A heading that a title repeats is the headline. Else a page's only ``<h1>`` is, unless the meta tags call the page
    something that shares no word with it: then it is a section's name.
    """
    sites = site_names(facts, outlet) | _hung_on(facts)
    meta = bared((*facts.linked("headline")[:1], facts.meta_tag("og:title"), facts.meta_tag("twitter:title")), sites)
    titles = [*meta, *bared((facts.title, announced), sites)]
    shown = bared(facts.headings, sites)
    repeated = [heading for heading in shown if any(key(heading) in key(title) for title in titles)]
    if repeated:
        return max(repeated, key=len)
    if len(shown) == 1 and (not meta or any(share(shown[0], title) for title in meta)):
        return shown[0]
    return next(iter([*titles, *shown]), None)


def bared(titles: Iterable[str | None], sites: set[str]) -> list[str]:
    """The titles that are there, without markup and without the names of the site."""
    return [bare for title in titles if title and (bare := _bare(unmarked(title), sites))]


def unmarked(title: str) -> str:
    """A title's words without markup: some programs write tags and entities where only words are shown."""
    return " ".join(_TAG.sub("", _UNSHOWN.sub("", unescape(title))).split()) if "<" in title or "&" in title else title


def site_names(facts: Facts, outlet: Outlet) -> set[str]:
    """The names of the outlet and its site, as ``key`` has them."""
    return {key(name) for name in (outlet.name, facts.meta_tag("og:site_name", "application-name")) if name} - {""}


def _hung_on(facts: Facts) -> set[str]:
    """Headings that are a site's or section's name: a title of many words ends with them, behind a mark."""
    *first, last = _JOINT.split(facts.title or "")
    longest = max((len(key(part).split()) for part in first), default=0)
    many = len(key(last).split())
    return {key(last)} & set(map(key, facts.headings)) - {""} if longest >= max(HEADLINE, TIMES * many) else set()


def share(heading: str, title: str) -> bool:
    """Whether two titles have a telling word in common."""
    here, there = ({word for word in key(words).split() if len(word) > SHORT} for words in (heading, title))
    return bool(here & there)


def _bare(title: str, sites: set[str]) -> str:
    """The title without parts at its ends that are only the site's name."""
    parts = _JOINT.split(title)
    joints = _JOINT.findall(title)
    first, last = 0, len(parts)
    while last - first > 1 and key(parts[last - 1]) in sites:
        last -= 1
    while last - first > 1 and key(parts[first]) in sites:
        first += 1
    last = _before_site(parts, joints, first, last, sites)
    kept = parts[first:last]
    whole = "".join(part + joint for part, joint in zip(kept, [*joints[first : last - 1], ""], strict=True)).strip()
    return "" if key(whole) in sites else whole


def _before_site(parts: list[str], joints: list[str], first: int, last: int, sites: set[str]) -> int:
    """Where a title ends that goes on with a section, the site's name and its motto, behind bars."""
    if len(key(parts[first]).split()) < HEADLINE:
        return last
    named = next((n for n in range(first + 1, last) if key(parts[n]) in sites), last)
    while named < len(parts) and named - first > 1 and _is_section(parts[named - 1], joints[named - 2]):
        named -= 1
    return named


def _is_section(part: str, joint: str) -> bool:
    return joint.strip() == "|" and len(part.split()) <= SECTION


def key(words: str) -> str:
    """Words for comparison: no case, no punctuation, no invisible characters."""
    return " ".join(_WORD.findall(squeezed(words).lower()))
