"""One entity for all the ways an article names it: first persons, then names said again, last bodies named in part.

Persons are joined by their last name, or by all words of the shorter name standing in the longer; spellings that differ
only in vowels and doubled letters are one ("Mr. Velk" is Daran Velk, "Orvatti" is "Orvati"). A last name two persons
share belongs to the one named last.
"""

from collections.abc import Iterable

from reportedly.read.names import places
from reportedly.read.names.namesakes import COMMON, parts, same_name, skeleton
from reportedly.read.names.person_clues import is_titled
from reportedly.read.names.sheet import Mention, Sheet
from reportedly.read.names.words import is_given, words

MONTH_AFTER = frozenset(
    {"in", "since", "until", "till", "by", "last", "next", "this", "early", "mid", "late", "of", "from"}
)


def persons(sheet: Sheet) -> None:
    """Give every person's mentions the key and name of the fullest form."""
    full = sorted((m for m in sheet.mentions if m.kind == "person"), key=lambda m: m.start)
    fullest: dict[str, dict[str, Mention]] = {}  # skeleton of a word of the name -> key -> mention
    for mention in sorted(full, key=lambda m: (-len(parts(m.name)), m.start)):
        if not _same(fullest, mention):
            for word in parts(mention.name):
                fullest.setdefault(skeleton(word), {}).setdefault(mention.key, mention)
    for i, mention in enumerate(full):
        if same := {other.key: other for other in _same(fullest, mention)}:
            earlier = (full[j].key for j in range(i - 1, -1, -1) if full[j].key in same)
            chosen = same[next(earlier, next(iter(same)))]  # of several who could be meant, the one named last
            mention.key, mention.name = chosen.key, chosen.name


def _same(fullest: dict[str, dict[str, Mention]], mention: Mention) -> list[Mention]:
    """The fullest forms that this mention may be short for."""
    candidates = fullest.get(skeleton(parts(mention.name)[-1]), {}) if mention.name else {}
    return [other for other in candidates.values() if same_name(mention.name, other.name)]


def repeats(sheet: Sheet) -> None:
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
        if (
            sheet.free(i)
            and sheet.cap[i]
            and not _is_a_month(sheet, i)
            and not _whole(sheet, i, names.get(sheet.low[i], ()))
        ):
            _surname(sheet, i, last.get(sheet.text[i], []))


def _is_a_month(sheet: Sheet, i: int) -> bool:
    """Whether a month is named, though somebody may be called so: in May, since last May."""
    return sheet.low[i] in words().calendar and sheet.bare(i - 1) in MONTH_AFTER


def _whole(sheet: Sheet, i: int, names: Iterable[Mention]) -> bool:
    """Claim a full name that stands here again, in whatever capitals."""
    for mention in names:
        end = i + mention.end - mention.start
        if sheet.low[i:end] == sheet.low[mention.start : mention.end]:
            is_place = mention.kind == "place"
            again = places.again(sheet, mention, i, end) if is_place else mention.again(i, end)
            if sheet.claim(again):
                return True
    return False


def _surname(sheet: Sheet, i: int, persons_so_called: list[Mention]) -> None:
    """Claim a lone family or given name of somebody named in full before."""
    if not persons_so_called or (i in sheet.hits and not is_titled(sheet, i)):
        return
    if i + 1 < len(sheet) and sheet.namelike(i + 1) and is_given(sheet.low[i + 1]):
        return
    start = i - 1 if i and sheet.bare(i - 1) in words().honorifics and sheet.free(i - 1) else i
    earlier = [m for m in persons_so_called if m.start < i] or persons_so_called
    sheet.claim(earlier[-1].again(start, i + 1))


def bodies(sheet: Sheet) -> None:
    """Join a body named in part with the one fully named: "the Parliament" is "the Iranian Parliament"."""
    organisations = [m for m in sheet.mentions if m.kind == "organisation"]
    ending: dict[str, dict[str, Mention]] = {}  # last word -> form -> mention
    for m in organisations:
        for form in (sheet.words(m.start, m.end).casefold(), m.name.casefold()):
            ending.setdefault(form.split()[-1], {}).setdefault(form, m)
    for mention in organisations:
        short = sheet.words(mention.start, mention.end)
        long = ending[short.casefold().split()[-1]].items()
        wider = {m.key: m for form, m in long if m.key != mention.key and form.endswith(" " + short.casefold())}
        if len(wider) == 1 and not short.isupper():
            (whole,) = wider.values()
            mention.key, mention.name = whole.key, whole.name
            mention.country, mention.trait = whole.country, whole.trait
