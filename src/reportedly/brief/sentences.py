"""One statement as one sentence of a brief: the outlet, its source, the cue, the words, and how certain they were put.

Where source, cue and content stand in the article as a clause does (``the minister said on Monday that ...``), the
sentence keeps that clause with the article's own linking words. Where they do not (a noun for a cue, words between, a
source that is only a pronoun), taking them apart could turn an accusation into a confession: then the article's whole
sentence is quoted.
"""

from typing import Final

from reportedly.account.attributions import PRONOUNS, Attribution, source_words
from reportedly.account.wording import PUT_AS, quoted, spoken_in
from reportedly.records import Statement
from reportedly.text import Span, joined, squeezed

TELLING: Final = {"told": "said", "tells": "says", "tell": "say"}  # verbs that would need their listener
VERBS: Final = frozenset(
    word
    for line in (
        "said says say wrote writes write held holds swore swears put puts insists claims reports warns denies",
        "admits adds argues believes thinks thought hopes expects announces confirms rejects vows calls urges states",
    )
    for word in line.split()
)
CITING: Final = ("according to", "as per", "citing", "quoting", "in the words of")
_GAP: Final = 28  # characters between source and cue, or cue and content, that still read as one clause
_POINTING: Final = PRONOUNS | {"this", "these", "that", "those", "its", "his", "her", "their", "such"}


def sentence(attribution: Attribution) -> str:
    """The sentence, ending in a full stop."""
    return f"{_clause(attribution)}{_how(attribution)}."


def is_foreign(attribution: Attribution) -> bool:
    """Whether its words are not English: then nothing but the article's own sentence says them, untranslated."""
    return attribution.telling.article.language not in {"en", "und"}


def points_elsewhere(attribution: Attribution) -> bool:
    """Whether the source is words that mean somebody only together with what stands before them."""
    return bool(set(attribution.source.casefold().split()[:1]) & _POINTING)


def _clause(attribution: Attribution) -> str:
    outlet, words, source = attribution.telling.outlet, quoted(attribution.content), _source(attribution)
    if is_foreign(attribution) and (source or attribution.statement.source_kind != "unknown"):
        return _whole(attribution)
    if attribution.outer is not None:
        return _chained(attribution, source)
    if not source:
        cue = f" ({quoted(attribution.cue)})" if attribution.cue else ""
        own = attribution.statement.source_kind == "outlet"
        spoken = spoken_in(attribution.telling.article.language)
        return f"{outlet} reported: {words}" if own else f"{outlet} reported{spoken}, naming no source{cue}: {words}"
    if verbal(attribution) and _connected(attribution) == ": " and attribution.content.startswith("to "):
        return _whole(attribution)  # “called: to meet” has lost whom
    if verbal(attribution):
        cue = TELLING.get(attribution.cue.casefold(), attribution.cue)
        voice = outlet if outlet.casefold() in source.casefold() else f"{outlet} reported: {source}"
        return f"{voice} {cue}{_connected(attribution)}{words}"
    cites = attribution.cue.casefold().startswith(CITING) or (
        not attribution.cue and attribution.statement.mode == "direct"
    )
    return (
        f"{outlet} reported, citing {source}: {words}"
        if cites and not points_elsewhere(attribution)
        else _whole(attribution)
    )


def _chained(attribution: Attribution, source: str) -> str:
    """A statement inside another's: ``Local radio, citing a railway worker: “...”``."""
    reading = attribution.telling.reading
    outer = source_words(attribution.outer, reading) if attribution.outer and reading else ""
    if not source or outer.casefold() in _POINTING or points_elsewhere(attribution):
        return _whole(attribution)
    outlet = attribution.telling.outlet
    voice = outlet if not outer or outer == outlet else f"{outlet} reported: {outer}"
    return f"{voice}, citing {source}: {quoted(attribution.content)}"


def _whole(attribution: Attribution) -> str:
    """The article's sentences around the statement, and the name behind a pronoun where known."""
    text, reading = attribution.telling.article.text, attribution.telling.reading
    around = [span for span in (reading.sentences if reading else ()) if span.touches(attribution.span)]
    spans = (attribution.span, *around)
    span = Span(min(span.start for span in spans), max(span.end for span in spans))
    whole = squeezed(span.of(text))
    short = joined(attribution.statement.source, text).casefold() in {*PRONOUNS, ""}
    named = (
        short
        and attribution.source
        and attribution.statement.source_kind != "anonymous"
        and attribution.source not in whole
    )
    who = f" of {attribution.source}" if named else ""
    spoken = spoken_in(attribution.telling.article.language)
    return f"{attribution.telling.outlet} reported{spoken}{who}: {quoted(whole, 420)}"


def _source(attribution: Attribution) -> str:
    hidden = attribution.source and attribution.statement.source_kind == "anonymous"
    says_so = any(word in attribution.source.casefold() for word in ("named", "anonym", "identified"))
    return f"{attribution.source} (not named)" if hidden and not says_so else attribution.source


def verbal(attribution: Attribution) -> bool:
    """Whether source and cue make a clause as they stand: a finite verb of saying beside its source."""
    first = attribution.cue.casefold().split()[:1]
    if not first or not attribution.source or points_elsewhere(attribution):
        return False
    finite = first[0] in VERBS or first[0] in TELLING or first[0].endswith("ed")
    return finite and (not attribution.statement.source or 0 <= _apart(attribution.statement) <= _GAP)


def _apart(statement: Statement) -> int:
    """Characters between source and cue; negative where they overlap."""
    cue, source = max(statement.cue), max(statement.source)
    return cue.start - source.end if source.start <= cue.start else source.start - cue.end


def _connected(attribution: Attribution) -> str:
    """The article's own words between cue and content (``on Monday that``), or a colon where it had another order."""
    text = attribution.telling.article.text
    end, start = max(attribution.statement.cue).end, min(attribution.statement.content).start
    between = squeezed(text[end:start]) if end <= start else ":"
    word = between.strip('“”"«» ,')
    plain = len(between) <= _GAP and all(part.isalpha() for part in word.split())
    if not plain or attribution.statement.mode == "direct" or attribution.cue.casefold() in TELLING:
        return ": "
    return f" {word} " if word else " "


def _how(attribution: Attribution) -> str:
    """What a reader must know of its certainty; plain assertion needs no note."""
    statement = attribution.statement
    note = PUT_AS[statement.certainty] if statement.certainty != "certain" else None
    says_so = attribution.cue.casefold().startswith(("den", "reject", "refut", "dismiss"))
    denial = "a denial" if statement.polarity == "denied" and not says_so else None
    both = ", ".join(part for part in (denial, note) if part)
    return f" ({both})" if both else ""
