"""The closed word classes of English time expressions: months, weekdays, numbers, units, with their patterns.

Patterns match lower-case text in which hyphens and apostrophes have one form each.
"""

import re

from reportedly import english

MONTHS = {
    spelling: number
    for number, name in enumerate(english.MONTHS, 1)
    for spelling in dict.fromkeys((name.lower(), name[:3].lower()))
} | {"sept": 9}
_WEEKDAYS = "monday mon, tuesday tues tue, wednesday wed, thursday thurs thur thu, friday fri, saturday sat, sunday sun"
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS.split(",")) for name in names.split()}
ORDINALS = {
    **{word: number for number, word in enumerate(("first", "second", "third", "fourth", "fifth"), start=1)},
    **{word: number for number, word in enumerate(("1st", "2nd", "3rd", "4th", "5th"), start=1)},
    **dict.fromkeys(("final", "last"), 4),
    "latter": 2,
}
_BELOW_TENTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENTH = ("tenth", "eleventh", "twelfth", *(f"{word}th" for word in english.BELOW_TWENTY[13:]))
_BY_WORD = {
    **{word: number for number, word in enumerate((*_BELOW_TENTH, *_TEENTH, "twentieth"), start=1)},
    **{f"twenty-{word}": number for number, word in enumerate(_BELOW_TENTH, start=21)},
    "thirtieth": 30,
    "thirty-first": 31,
}
NTH = {
    **dict.fromkeys(("second-to-last", "second to last", "second last", "penultimate"), -2),
    **{word: number for number, word in enumerate(_BELOW_TENTH[:5], start=1)},
    **{word: number for number, word in enumerate(("1st", "2nd", "3rd", "4th", "5th"), start=1)},
    **dict.fromkeys(("final", "last"), -1),
}
"""Places of a weekday in a month; those counted from its end are negative."""
NUMBERS: dict[str, float] = {
    **{word: float(number) for word, number in english.NUMBERS.items()},
    "a": 1.0,
    "an": 1.0,
    "single": 1.0,
    "half a": 0.5,
    "half an": 0.5,
    "a dozen": 12.0,
    "hundred": 100.0,
    "a hundred": 100.0,
}
MANY = ("a few", "few", "a couple of", "couple of", "several", "many", "some", "numerous", "a number of")
COUPLE = frozenset({"a couple of", "couple of"})
"""Two as a length, and a few days or weeks from publication."""


def _any(words: object) -> str:
    return "|".join(sorted(map(str, words), key=len, reverse=True))  # type: ignore[call-overload]


MONTH = rf"(?:{_any(MONTHS)})(?!\w)\.?"
FULL_MONTH = f"(?:{_any(m for m in MONTHS if len(m) > 4 or m in {'may', 'june', 'july'})})"  # noqa: PLR2004
WEEKDAY = f"(?:{_any(w for w in WEEKDAYS if w.endswith('day'))})"
ANY_WEEKDAY = rf"(?:{_any(WEEKDAYS)})(?!\w)\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)"
YEAR = r"(?:1[5-9]|20|21)\d\d(?![\w%]|[.,]\d)"
ORDINAL = f"(?:{_any(ORDINALS)})"
_SMALL = _any(english.BELOW_TWENTY)
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+ [1-3]/[2-4]|\d+(?:\.\d+)?|(?:{_any(english.TENS)})(?:[ -](?:{_SMALL}))?|{_SMALL}"
    r"|half an?|a dozen|a hundred|hundred)(?:[ -]and[ -]a[ -]half)?"
)
MONTH_HEADS, WEEKDAY_HEADS = " ".join(MONTHS), " ".join(f"{name} {name}s" for name in WEEKDAYS)
NTH_HEADS = " ".join(("0", *(re.split("[ -]", word)[0] for word in NTH if word[0].isalpha())))
NUMBERED = rf"(?:\d\d?(?:st|nd|rd|th)|{_any(_BY_WORD)})"
NUMBERED_HEADS = " ".join(("0", *(word.partition("-")[0] for word in _BY_WORD)))
NUMBER_HEADS = " ".join(
    ("0", *english.BELOW_TWENTY, *english.TENS, "half", "hundred", "a", "an", *(words.split()[0] for words in MANY))
)
SOME = f"(?:{_any(MANY)})"
UNIT = r"(?:seconds|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centuries|century)"
SEASON = "(?:spring|summer|autumn|fall|winter)"
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "ongoing": 0} | dict.fromkeys(
    ("next", "coming", "upcoming", "following"), 1
)
AHEAD = frozenset(word for word, step in STEPS.items() if step > 0)
BACK = frozenset(word for word, step in STEPS.items() if step < 0)
WHICH = f"(?P<which>{'|'.join(STEPS)})"
PART_OF_DAY = "(?:morning|afternoon|evening|night)"
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}


def number(words: str) -> float | None:
    """The value of a number in digits or words; None for an uncertain one ("several")."""
    words = words.strip()
    if words in MANY:
        return None
    half = 0.5 if re.search("and[ -]a[ -]half$", words) else 0.0
    words = re.sub("[ -]and[ -]a[ -]half$", "", words)
    if words[:1].isdigit():
        whole, _, part = words.replace(",", "").partition(" ")
        return float(whole) + (int(part[0]) / int(part[2]) if part else 0.0) + half
    if words in NUMBERS:
        return NUMBERS[words] + half
    return sum(NUMBERS.get(part, 0.0) for part in re.split("[ -]", words)) + half


def day_number(word: str) -> int:
    """The number of a day of the month: 15 of "15th" and of "fifteenth"."""
    return _BY_WORD[word] if word in _BY_WORD else int(re.sub(r"\D", "", word))


def unit(word: str) -> str:
    """The unit in the singular."""
    return "century" if word == "centuries" else word.removesuffix("s")


def month(word: str) -> int:
    """1 to 12."""
    return MONTHS[word.strip(". ")]


def weekday(word: str) -> int:
    """0 is Monday."""
    return WEEKDAYS[word.strip(". ")]
