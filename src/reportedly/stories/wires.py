"""Agencies and other media as scripts without Latin letters write them, and on which of them a text leans.

A translated account says whose it is at once: in its headline (``رويترز: ...``), in its dateline (``/قنا/``), or by a
word of citing beside the name where it opens. ``data/wires.tsv`` holds the names as they are written.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from reportedly.stories.exonyms import letters

_HEAD: Final = 160  # characters of the body in which a dateline stands
_OPENING: Final = 260  # and in which an account says whose it is
_A_CITATION: Final = 1_000  # characters of a body for which one citation speaks
_LATIN: Final = ("Reuters", "AFP", "Anadolu", "Tasnim", "Fars", "IRNA", "Mehr", "Bloomberg", "Axios", "CNN")
_KIND: Final = (
    r"(?:خبرگزاری|وکاله|اژانس|ایجنسی|خبر رساں ادارے|خبررساں ادارے|خبر رساں ایجنسی|агентств\w*|информагентств\w*"
    r"|телеканал\w*|газет\w*|قناه|شبکه|صحیفه|روزنامه|סוכנות(?: הידיעות)?|רשת|ערוץ)"
)
_BEFORE: Final = (
    r"به گزارش|به نقل از|نقل از|به نوشته|به گفته|گزارش|نقلا عن|نقلت|ونقلت|افادت|وافادت|ذکرت|وذکرت|وفقا|وفق|بحسب|حسب"
    r"|قالت|اوردت|کشفت|сообщ\w+|переда[её]т|передал\w*|пиш[её]т|написал\w*|ссылк\w+ на|по данным|по информации|отмечает"
    r"|לפי|על פי|עפ י|דיווח\w*|דווח|מדווח\w*|פרסמ\w*"
)
_AFTER: Final = (
    r"گزارش (?:داد|کرد|می)|نوشت|اعلام کرد|خبر داد|کے مطابق|نے بتایا|نے کہا|کی رپورٹ|کا کہنا|сообщ\w+|переда[её]т"
    r"|передал\w*|пиш[её]т|узнал\w*|назвал\w*|опроверг\w*|отметил\w*|מדווח\w*|דיווח\w*|מפרסמ\w*"
)
_TOLD: Final = r"(?:(?<!\w)ל)"  # "told Reuters": a letter before the name


class _Wires(NamedTuple):
    """``name`` finds a spelling anywhere; the others are of the headline and of the body."""

    names: dict[str, str]
    name: re.Pattern[str]
    headed: re.Pattern[str]
    datelined: re.Pattern[str]
    cited: re.Pattern[str]


@lru_cache(maxsize=20_000)
def in_english(name: str) -> str | None:
    """The English name of a medium that is named in another script, where one is known."""
    return next(_found(_wires().name, letters(name)), None) if not name.isascii() else None


def leaned_on(headline: str, body: str) -> tuple[str, ...]:
    """The media whose account a text is by its own words, as far as it is written in other letters than Latin ones."""
    latin = sum(map(str.isascii, filter(str.isalpha, headline or body[:_HEAD])))
    if 2 * latin > sum(map(str.isalpha, headline or body[:_HEAD])):
        return ()
    known, title, text = _wires(), letters(headline), letters(body)
    found = [*_found(known.headed, title), *_found(known.datelined, text[:_HEAD])]
    opening = [*_found(known.cited, text[:_OPENING])]
    if opening and len([*_found(known.cited, text)]) * _A_CITATION >= len(text):
        found += opening
    return tuple(dict.fromkeys(found))


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    names = _wires().names
    for match in pattern.finditer(text):
        written = next(group for group in match.groups() if group)
        yield names[re.sub(r"\W+", " ", written)]


@cache
def _wires() -> _Wires:
    names, plain, doubtful = dict[str, str](), list[str](), list[str]()
    lines = files("reportedly.stories").joinpath("data/wires.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    for english, spellings in (*rows, *([name, name.replace(" ", "-")] for name in _LATIN)):
        for spelling in spellings.split():
            words = [word for word in re.split(r"\W+", letters(spelling.removesuffix("."))) if word]
            names[" ".join(words)] = english
            (doubtful if spelling.endswith(".") else plain).append(r"\W{1,2}".join(map(re.escape, words)))
    sure, all_ = (rf"(?:{'|'.join(sorted(some, key=len, reverse=True))})" for some in (plain, plain + doubtful))
    name = rf"(?:\b{_KIND}\s+(?:\w+\s+)?\W?({all_})|(?<!\w)(?:ال|و|ب|ل|لل|[הלבש])?({sure}))(?!\w)"
    return _Wires(
        names,
        re.compile(name),
        re.compile(rf"^\W*(?:{name})\W*(?:[:：]|\s(?:{_AFTER}))"),
        re.compile(rf"[/(]\s*(?:({all_}))\s*[/)]|[-–—]\s*({sure})\s*[.\n]"),
        re.compile(
            rf"\b(?:{_BEFORE})\W+(?:\w+\W+){{0,2}}?{name}|{name}\W+(?:\w+\W+){{0,1}}?(?:{_AFTER})|{_TOLD}({sure})(?!\w)"
        ),
    )
