"""What the language model saw and nothing before it claimed: its candidates are taken where their looks agree.

The small model is often wrong about Asian names, so a candidate must be a proper name by its capitals, must be no
common word and no heading, and a lone capitalised word counts only when it comes back.
"""

from collections import Counter

from reportedly.read.names.place_clues import AT, PLACE_LABELS
from reportedly.read.names.places import spelled
from reportedly.read.names.sheet import POSSESSIVES, Mention, Sheet
from reportedly.read.names.words import given_names, words
from reportedly.records import EntityKind

KINDS: dict[str, EntityKind] = {"ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}
PEOPLES = ("ans", "ians", "ists", "ites", "ese", "is", "zai", "zais")
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
    while start < end and (not sheet.cap[start] or sheet.low[start] in words().openers):
        start += 1
    for i in range(start, end):
        if sheet.text[i][0].islower() and sheet.low[i] not in words().name_links | words().person_links:
            end = i
            break
    while end > start and not (sheet.cap[end - 1] or sheet.text[end - 1][0].isdigit()):
        end -= 1
    return start, end


def _proper(sheet: Sheet, start: int, end: int) -> bool:
    lists = words()
    if sheet.low[start] in lists.not_bodies or sheet.low[end - 1] in lists.not_bodies:
        return False
    office = sheet.low[end - 1] in lists.roles | lists.ranks or sheet.low[end - 1].removesuffix("s") in lists.roles
    if sheet.low[start] in lists.not_names or office or not sheet.text[start][0].isalpha():
        return False
    common = lists.modifiers | lists.portfolios | lists.roles | lists.calendar | lists.not_names | lists.honorifics
    if any(
        not sheet.free(i) or sheet.text[i] in sheet.common or sheet.title_cased[i] or sheet.low[i] in lists.calendar
        for i in range(start, end)
    ):
        return False
    if any("\n" in sheet.text[i] or sheet.text[i] in {"“", "”", '"', "(", ")", ":", "|"} for i in range(start, end)):
        return False
    return not all(sheet.low[i] in common or not sheet.text[i][0].isalpha() for i in range(start, end))


def _enough(sheet: Sheet, start: int, end: int, label: str, often: Counter[tuple[str, str]]) -> bool:
    if sheet.tag[end - 1] not in {"NNP", "NNPS"} and label != "NORP":
        return False
    text = sheet.text[start]
    if end - start > 1:
        return not (label in PLACE_LABELS and sheet.low[start] in given_names())
    acronym = text.isupper() and SHORTEST_ACRONYM <= len(text) <= LONGEST_ACRONYM
    if text.lower() in words().organisation_heads | words().organisation_starts:
        return False
    if label == "ORG":
        return acronym or (often[text, label] > 1 and text.lower() not in given_names() and not sheet.begins(start))
    if label == "NORP":
        return text.isalpha() and not acronym and text.lower().endswith(PEOPLES)
    return (
        not acronym
        and not sheet.begins(start)
        and sheet.low[start - 1] in AT | {"from", "of", ","}
        and text.lower() not in given_names()
    )
