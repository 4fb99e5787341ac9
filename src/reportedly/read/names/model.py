"""What the language model saw and nothing before it claimed: its candidates are taken where their looks agree.

The small model is often wrong about Asian names, so a candidate must be a proper name by its capitals, must be no
common word and no heading, and a lone capitalised word counts only when it comes back.
"""

from collections import Counter

from reportedly.read.names.sheet import NEVER, POSSESSIVES, PROPER, Mention, Sheet
from reportedly.read.names.spelling import spelled
from reportedly.read.names.surroundings import AT, PLACE_LABELS
from reportedly.read.names.words import is_given, words
from reportedly.records import EntityKind

KINDS: dict[str, EntityKind] = {"ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}
PEOPLES = ("ans", "ians", "ists", "ites", "ese", "is", "zai", "zais")
BREAKS = frozenset('“”"():|')
BEFORE_PLACES = AT | {"from", "of", ","}
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 6


def find(sheet: Sheet) -> None:
    """Claim what is left of the model's candidates."""
    spans = [(ent.start, ent.end, ent.label_) for ent in sheet.doc.ents if ent.label_ in KINDS]
    spans = [(*_trimmed(sheet, start, end), label) for start, end, label in spans]
    often = Counter((sheet.words(start, end), label) for start, end, label in spans if start < end)
    for start, end, label in spans:
        if start < end and _proper(sheet, start, end) and _enough(sheet, start, end, label, often):
            name = spelled(sheet.words(start, end)) if label in PLACE_LABELS else sheet.words(start, end)
            sheet.claim(Mention(start, end, KINDS[label], name))


def _trimmed(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """The capitalised part: no articles, nothing before a possessive, nothing after a common word."""
    for i in range(start, end):
        if sheet.text[i] in POSSESSIVES:
            start = i + 1
    while start < end and (not sheet.cap[start] or _only_opens(sheet, start)):
        start += 1
    for i in range(start, end):
        if sheet.text[i][0].islower() and sheet.low[i] not in words().name_links | words().person_links:
            end = i
            break
    while end > start and not (sheet.cap[end - 1] or sheet.text[end - 1][0].isdigit()):
        end -= 1
    return start, end


def _only_opens(sheet: Sheet, i: int) -> bool:
    """Whether a word has its capital from where it stands: not the first one of the National Unity Government."""
    return sheet.low[i] in words().openers and (sheet.begins(i) or sheet.low[i] in NEVER or sheet.tag[i] not in PROPER)


def _proper(sheet: Sheet, start: int, end: int) -> bool:
    """Whether it may be a name: no office, nothing but free words of one line, and not only common ones."""
    lists = words()
    first, last = sheet.low[start], sheet.low[end - 1]
    office = last in lists.roles | lists.ranks or last.removesuffix("s") in lists.roles
    if office or {first, last} & lists.not_bodies or first in lists.not_names or not sheet.text[start][0].isalpha():
        return False
    common = lists.modifiers | lists.portfolios | lists.roles | lists.not_names | lists.honorifics
    telling = (sheet.low[i] not in common and sheet.text[i][0].isalpha() for i in range(start, end))
    return all(_may_be_part(sheet, i) for i in range(start, end)) and any(telling)


def _may_be_part(sheet: Sheet, i: int) -> bool:
    if not sheet.free(i) or i in sheet.title_cased or sheet.text[i] in sheet.common | BREAKS:
        return False
    return sheet.low[i] not in words().calendar and "\n" not in sheet.text[i]


def _enough(sheet: Sheet, start: int, end: int, label: str, often: Counter[tuple[str, str]]) -> bool:
    """Whether its tag agrees, and of a lone word its looks: an acronym, a people's ending, named twice, after "in"."""
    if sheet.tag[end - 1] not in PROPER and label != "NORP":
        return False
    text, low = sheet.text[start], sheet.low[start]
    given = is_given(low)
    if end - start > 1:
        return not (label in PLACE_LABELS and given)
    if low in words().organisation_heads | words().organisation_starts:
        return False
    acronym = text.isupper() and SHORTEST_ACRONYM <= len(text) <= LONGEST_ACRONYM
    if label == "ORG":
        return acronym or (often[text, label] > 1 and not given and not sheet.begins(start))
    if label == "NORP":
        return text.isalpha() and not acronym and low.endswith(PEOPLES)
    return not acronym and not given and not sheet.begins(start) and sheet.low[start - 1] in BEFORE_PLACES
