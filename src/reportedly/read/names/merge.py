"""One entity for all the ways an article names it: "Mr. Marri" is Hyrbyair Marri, "Muttaqi" is "Mutaqqi".

Persons are joined by their last name, or by all words of the shorter name standing in the longer; spellings that differ
only in vowels and doubled letters are one. A last name two persons share belongs to the one named last.
"""

from collections.abc import Iterable

from reportedly.read.names import places
from reportedly.read.names.listed import Hits
from reportedly.read.names.persons import base, titled
from reportedly.read.names.sheet import Mention, Sheet, copy
from reportedly.read.names.words import given_names, words

SHORT = 4
SIMILAR_FROM = 4  # letters of a skeleton-equal name; shorter ones are alike by chance
LOOSE = str.maketrans("", "", "aeiouy'’-")
SOUNDS = (
    ("kh", "k"),
    ("gh", "g"),
    ("ph", "f"),
    ("q", "k"),
    ("w", "v"),
    ("z", "s"),
    ("j", "g"),
    ("sch", "sh"),
    ("ck", "k"),
    ("c", "k"),
)


def persons(sheet: Sheet) -> None:
    """Give every person's mentions the key and name of the fullest form."""
    known: list[Mention] = []
    full = sorted((m for m in sheet.mentions if m.kind == "person"), key=lambda m: m.start)
    longest = sorted(full, key=lambda m: (-len(parts(m.name)), m.start))
    canonical: dict[str, Mention] = {}
    for mention in longest:
        same = [m for m in canonical.values() if same_name(mention.name, m.name)]
        if not same:
            canonical[mention.key] = mention
            known.append(mention)
    for mention in full:
        same = [m for m in canonical.values() if same_name(mention.name, m.name)]
        if same:
            chosen = _nearest(same, mention, full)
            mention.key, mention.name = chosen.key, chosen.name


def _nearest(same: list[Mention], mention: Mention, full: Iterable[Mention]) -> Mention:
    """Of several who could be meant, the one named last before it."""
    if len(same) == 1:
        return same[0]
    earlier = [m for m in full if m.end <= mention.start]
    for other in reversed(earlier):
        for candidate in same:
            if other.key == candidate.key:
                return candidate
    return min(same, key=lambda m: m.start)


def parts(name: str) -> list[str]:
    """The words of a name in lower case, hyphens opened, small links left out."""
    bare = name.lower().replace("-", " ").replace("’", "'").replace(".", " ")
    return [word for word in bare.split() if word not in words().person_links] or bare.split()


def same_name(one: str, other: str) -> bool:
    """Whether two forms may be one person's name."""
    short, long = sorted((parts(one), parts(other)), key=len)
    if len(short) == 1:
        return alike(short[0], long[-1]) or (len(long) > 1 and short[0] in long[:-1] and short[0] not in COMMON)
    matched = [next((i for i, word in enumerate(long) if alike(part, word)), -1) for part in short]
    return -1 not in matched and matched == sorted(set(matched))


COMMON = frozenset(
    {
        "muhammad",
        "mohammad",
        "mohammed",
        "syed",
        "khan",
        "abdul",
        "ali",
        "ahmed",
        "ahmad",
        "malik",
        "mir",
        "haji",
        "shah",
    }
)


def alike(one: str, other: str) -> bool:
    """Whether two words are one name in different spellings."""
    if one == other:
        return True
    if min(len(one), len(other)) < SIMILAR_FROM or one[0] != other[0] or abs(len(one) - len(other)) > 2:  # noqa: PLR2004 two letters
        return False
    return _skeleton(one) == _skeleton(other) and len(_skeleton(one)) > 2  # noqa: PLR2004 "Raisi" and "Rasi" prove little


def _skeleton(word: str) -> str:
    """Consonants without doubles, sounds that transliterations mix up made one."""
    for many, one in SOUNDS:
        word = word.replace(many, one)
    bare = word.translate(LOOSE)
    return "".join(c for i, c in enumerate(bare) if not i or bare[i - 1] != c)


def repeats(sheet: Sheet, hits: Hits) -> None:
    """Claim what is named again: surnames of persons, and full names of anything, also in headings."""
    names: dict[str, list[Mention]] = {}
    last: dict[str, list[Mention]] = {}
    for mention in sorted(sheet.mentions, key=lambda m: m.start):
        if not mention.adjective and sheet.cap[mention.start]:
            names.setdefault(sheet.low[mention.start], []).append(mention)
        if mention.kind == "person":
            said = mention.name.split()
            last.setdefault(said[-1], []).append(mention)
            if len(said) > 1 and said[0].lower() not in COMMON:
                last.setdefault(said[0], []).append(mention)
    for i in range(len(sheet)):
        if sheet.free(i) and sheet.cap[i] and not _whole(sheet, i, names.get(sheet.low[i], ())):
            _surname(sheet, hits, i, last.get(sheet.text[i], []))


def _whole(sheet: Sheet, i: int, names: Iterable[Mention]) -> bool:
    """Claim a full name that stands here again, in whatever capitals."""
    for mention in names:
        end = i + mention.end - mention.start
        if sheet.low[i:end] != sheet.low[mention.start : mention.end]:
            continue
        if (
            sheet.text[mention.start].isupper()
            and end == i + 1
            and sheet.text[i] != sheet.text[mention.start]
            and len(sheet.text[i]) <= SHORT
        ):
            continue  # "US" is not "Us"
        again = places.again(sheet, mention, i, end) if mention.kind == "place" else copy(mention, i, end)
        if sheet.claim(again):
            return True
    return False


def _surname(sheet: Sheet, hits: Hits, i: int, persons_so_called: list[Mention]) -> None:
    """Claim a lone family or given name of somebody named in full before."""
    if not persons_so_called or (i in hits and not titled(sheet, i)):
        return
    if i + 1 < len(sheet) and sheet.namelike(i + 1) and sheet.low[i + 1] in given_names():
        return
    start = i - 1 if i and base(sheet, i - 1) in words().honorifics and sheet.free(i - 1) else i
    earlier = [m for m in persons_so_called if m.start < i] or persons_so_called
    sheet.claim(copy(earlier[-1], start, i + 1))


def bodies(sheet: Sheet) -> None:
    """Join a body named in part with the one fully named: "the Parliament" is "the Iranian Parliament"."""
    found = [m for m in sheet.mentions if m.kind == "organisation"]
    forms: dict[str, dict[str, Mention]] = {}
    for m in found:
        forms.setdefault(m.key, {}).setdefault(sheet.words(m.start, m.end), m)
        forms[m.key].setdefault(m.name, m)
    for mention in found:
        short = sheet.words(mention.start, mention.end)
        wider = [key for key, long in forms.items() if key != mention.key and any(_ends(form, short) for form in long)]
        if len(wider) == 1 and not short.isupper():
            whole = next(iter(forms[wider[0]].values()))
            mention.key, mention.name, mention.country, mention.trait = (
                whole.key,
                whole.name,
                whole.country,
                whole.trait,
            )


def _ends(long: str, short: str) -> bool:
    return long.casefold().endswith(" " + short.casefold())
