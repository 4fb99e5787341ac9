"""What the cells of a column look like, and whether a field of an article looks so."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from typing import Any

from reportedly.extract.intake.nested import meant

NOTHING = frozenset(
    {"", "nan", "none", "null", "nat", "n/a", "#n/a", "<na>", "undefined", "\\n"}
)  # what programs write where a cell is empty
LOOKED_AT = 300  # characters of a cell
LONGEST_DATE, MOST_IN_DATE = 60, 7  # characters, words
_PAGE = re.compile(r"(?:https?:)?//[^\s/]+/[^\s/]\S*|(?:https?:)?//[^\s/]+/?\?\S+|www\.[^\s/]+/\S+", re.IGNORECASE)
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE)
_HOME = re.compile(r"(?:https?:)?//[^\s/?]+/?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")


class Fit(Enum):
    """How well a column may be a field."""

    good = "good"
    weak = "weak"
    poor = "poor"


class Kind(Enum):
    """What a cell looks like: the address of a page or a home page, a site's name, a number, a date, other words."""

    page = "page"
    home = "home"
    site = "site"
    number = "number"
    dated = "dated"
    words = "words"
    other = "other"
    nothing = "nothing"


_GOOD: dict[str, set[Kind]] = {
    "url": {Kind.page},
    "outlet": {Kind.words, Kind.site, Kind.dated},
    "published": {Kind.dated, Kind.number},
    "updated": {Kind.dated, Kind.number},
    "title": {Kind.words, Kind.dated},
    "text": {Kind.words, Kind.dated},
    "lead": {Kind.words, Kind.dated},
    "summary": {Kind.words, Kind.dated},
}
_POOR: dict[str, set[Kind]] = {
    "url": {Kind.words, Kind.number, Kind.dated, Kind.other},
    "outlet": {Kind.page, Kind.number, Kind.other},
    "published": {Kind.words, Kind.page, Kind.home, Kind.site, Kind.other},
    "updated": {Kind.words, Kind.page, Kind.home, Kind.site, Kind.other},
    "title": {Kind.page, Kind.home, Kind.number, Kind.other},
    "text": {Kind.page, Kind.home, Kind.number, Kind.site, Kind.other},
    "lead": {Kind.page, Kind.home, Kind.number, Kind.site, Kind.other},
    "summary": {Kind.page, Kind.home, Kind.number, Kind.site, Kind.other},
}


def fit(field: str, values: Sequence[Any]) -> Fit:
    """How well a column that holds these values may be the field; of empty cells nothing can be said: ``weak``."""
    seen: Counter[Kind] = Counter(
        kind for kind in (_kind(meant(value, field)) for value in values) if kind is not Kind.nothing
    )
    if not seen:
        return Fit.weak
    most = sum(seen.values()) / 2
    if sum(seen[kind] for kind in _GOOD[field]) > most:
        return Fit.good
    return Fit.poor if sum(seen[kind] for kind in _POOR[field]) > most else Fit.weak


def is_page(words: str) -> bool:
    """Whether the words are the address of a page."""
    return bool(_PAGE.fullmatch(words))


def _kind(value: Any) -> Kind:
    if isinstance(value, bytes):
        value = value[:LOOKED_AT].decode("utf-8", "replace")
    if value is None or (isinstance(value, float) and value != value):  # noqa: PLR0124  not a number
        return Kind.nothing
    if isinstance(value, bool):
        return Kind.other
    if isinstance(value, (int, float)):
        return Kind.number
    if not isinstance(value, str):
        return Kind.dated if hasattr(value, "isoformat") else Kind.other
    return _of_words(value[:LOOKED_AT].strip())


def _of_words(words: str) -> Kind:
    if words.casefold() in NOTHING:
        return Kind.nothing
    shaped = ((_PAGE, Kind.page), (_HOME, Kind.home), (_NUMBER, Kind.number), (_SITE, Kind.site))
    kind = next((kind for pattern, kind in shaped if pattern.fullmatch(words)), Kind.words)
    few = len(words) <= LONGEST_DATE and len(words.split()) <= MOST_IN_DATE
    return Kind.dated if kind is Kind.words and few and _DIGIT.search(words) else kind
