"""How sure a claim is put, by its cue, its source and the hedges in it, and whether it is a denial.

``certain`` is a plain assertion, ``probable`` what comes from nobody in particular or is put as likely, ``possible``
what may be, ``unknown`` where the cue makes no assertion (demands, vows, allegations) or what is said is a demand.
"""

from itertools import pairwise
from typing import Final

from reportedly.read.multilingual.sheet import Sheet
from reportedly.read.multilingual.statements import tables
from reportedly.read.multilingual.statements.said import Said
from reportedly.records import Certainty, SourceKind

SHORT: Final = 2  # words of a source that is nothing but “media” or “reports”
FIRST: Final = 2  # words of a content that say whether it is a demand
HEDGES: Final[tuple[tuple[str, Certainty], ...]] = (
    ("demands", "unknown"),
    ("possible", "possible"),
    ("probable", "probable"),
)
LONG: Final = 30  # words of a content beyond which a hedge in it is one of a part


def of(sheet: Sheet, said: Said, kind: SourceKind) -> Certainty:
    """The certainty of a statement with a source of that kind."""
    hedge = _hedge(sheet, said)
    if said.kind.certainty != "certain":
        return said.kind.certainty
    if hedge is not None:
        return hedge
    return "probable" if kind == "anonymous" or _is_vague(sheet, said) else "certain"


def _is_vague(sheet: Sheet, said: Said) -> bool:
    """Whether its source is no more than “reports” or “the media”."""
    words = [word for span in said.source for word in sheet.words_in(span)]
    return len(words) <= SHORT and any(tables.of(sheet.language).has("vague", word.keys) for word in words)


def _hedge(sheet: Sheet, said: Said) -> Certainty | None:
    known = tables.of(sheet.language)
    words = [word for span in said.content for word in sheet.words_in(span)]
    if any(known.has("demands_first", (word.key,)) for word in words[:FIRST]):
        return "unknown"
    if len(words) > LONG:
        return None
    if any(known.may_be(one.key, other.key) for one, other in pairwise(words)):
        return "possible"
    found = (certainty for name, certainty in HEDGES if any(known.has(name, (word.key,)) for word in words))
    return next(found, None)
