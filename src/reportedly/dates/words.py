"""The words and numbers of a date, each by what it can be."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from reportedly.dates.names import names

Kind = Literal["number", "mark", "month", "weekday", "either", "calendar", "strange"]
MOST_WORDS: Final = 3  # of one name
_TOKEN: Final = re.compile(r"(\d+)(?:(?:st|nd|rd|th|er|re|e|o|a|го)\b)?|([^\W\d_][^\s\d.,/:;+|،_-]*)|([./-])")
_FILLERS: Final = frozenset(
    (
        *("of", "the", "on", "at", "de", "del", "di", "le", "el", "il", "la", "den", "der", "am", "um", "a", "as", "d"),
        *("du", "uhr", "h", "hs", "hrs", "published", "posted", "date", "year", "ad", "ce", "г", "год", "года"),
        # at what time, and that it came out then
        *(
            "om",
            "pukul",
            "jam",
            "godz",
            "ob",
            "kell",
            "luc",
            "klockan",
            "klukka",
            "às",
            "om",
            "op",
            "el",
            "dia",
            "issued",
        ),
        *("publie", "publiee", "veroffentlicht", "erschienen", "publicado", "publicada", "publicat", "pubblicato"),
        *("gepubliceerd", "geplaatst", "publicerad", "publisert", "udgivet", "julkaistu", "opublikowano", "dodano"),
        *("опубликовано", "опубліковано", "yayinlanma", "yayin", "tarih", "tarihi", "diterbitkan", "نشر", "نشرت"),
        *("النشر", "تاريخ", "انتشار", "تاريخ", "منتشر", "شده", "شد", "مورخ", "روز", "سال", "به", "وقت", "تهران"),
        *("ء", "شايع", "اشاعت", "بروز", "بجے", "عيسوي", "يوم", "بتاريخ"),
        *("las", "ore", "alle", "klo", "kl", "saat", "в", "م", "ميلادي", "في", "در", "ساعت", "الساعه", "الساعة"),
    )
)
_CALENDARS: Final = {
    **dict.fromkeys(("ش", "شمسي", "خورشيدي"), "jalali"),
    **dict.fromkeys(("ه", "هجري", "قمري", "ah", "hijri"), "hijri"),
}


class Word(NamedTuple):
    """``text`` as it stands in the date, and what it can be; ``either`` is a month's name and a weekday's, as "mar"."""

    kind: Kind
    text: str


def words(text: str) -> Iterator[Word]:
    """The parts of a date as ``spelling.plain`` writes it, without those that say nothing; longer names whole."""
    tokens = [match.groups() for match in _TOKEN.finditer(text)]
    at = 0
    while at < len(tokens):
        number, word, mark = tokens[at]
        name = _name([token[1] for token in tokens[at : at + MOST_WORDS]]) if word else None
        if name:
            yield name
            at += name.text.count(" ")
        elif word in _CALENDARS:
            yield Word("calendar", _CALENDARS[word])
        elif word not in _FILLERS:
            yield Word("number" if number else "mark" if mark else "strange", number or mark or word)
        at += 1


def _name(following: list[str | None]) -> Word | None:
    """The longest name that the words at the head of ``following`` make up."""
    known = names()
    for many in range(len(following), 0, -1):
        name = " ".join(word or "." for word in following[:many])
        month, weekday = name in known.months, name in known.weekdays
        if month or weekday:
            return Word("either" if month and weekday else "month" if month else "weekday", name)
    return None
