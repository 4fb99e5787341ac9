"""Who says what: claims with their source, how they are put, and how sure.

``statements_joined`` finds the words, this module makes records of them: source, entity, chain, mode, certainty. A
claim inside another's words is inside its ``via``: the outlet tells what X says that Y said.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Span as Words
from spacy.tokens import Token

from reportedly.read.grammar.page import Page
from reportedly.read.model import Tagged
from reportedly.read.names import Names, meant
from reportedly.read.statements import certainty, joined, sources
from reportedly.read.statements.said import Range, Said
from reportedly.records import Certainty, Mode, SourceKind, Statement, content_id
from reportedly.text import Span

_DOUBLE = '“”"„«»'
_QUOTED = re.compile('[“„«"]([^“”„«»"]*)[”“»"]')
_SPEAKING = frozenset(
    {"say", "write", "disclose", "claim", "deny", "warn", "promise", "demand", "ask", "accuse", "judge"}
    | {"describe", "name"}
)


def find(page: Page, names: Names, tagged: Sequence[Tagged]) -> tuple[Statement, ...]:
    """The statements of a page's body in order of their words, each with the statement it stands inside (``via``)."""
    said = joined.find(page, tagged)
    return _chained(said, [_statement(page, names, one, before) for one, before in _with_speaker(said)])


def _with_speaker(said: Sequence[Said]) -> Iterator[tuple[Said, Said | None]]:
    """Each with, for a floating quotation, the last one before it that names a speaker."""
    last: Said | None = None
    for one in said:
        yield one, last if one.floating else None
        if one.speaker is not None and one.kind.kind in _SPEAKING:
            last = one


def _statement(page: Page, names: Names, said: Said, before: Said | None) -> Statement:
    head = before.speaker if before is not None else said.speaker
    named = meant.entity(head, names)
    kind = sources.kind(page, head, named, names)
    content = _spans(page, said.content)
    cue = _spans(page, said.cue)
    sure, polarity = certainty.of_cue(said.kind, said.verb)
    return Statement(
        id=content_id("s", page.article.id, *content, *cue),
        content=content,
        cue=cue,
        source=_spans(page, said.source if before is None else before.source),
        source_entity=named,
        source_kind=kind,
        mode=_mode(page, said, kind),
        certainty=certainty.of_claim(sure, kind, _hedge(page, said)),
        polarity=polarity,
    )


def _spans(page: Page, ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(page.copy.original(start, end) for start, end in ranges)


def _mode(page: Page, said: Said, kind: SourceKind) -> Mode:
    """Direct: all of it quoted. Mixed: words of the source inside the outlet's sentence."""
    if said.direct:
        return "direct"
    text = page.copy.text
    start, end = said.content[0][0], said.content[-1][1]
    quoted = any(mark in text[start:end] for mark in _DOUBLE) or text[start - 1 : start] in tuple(_DOUBLE)
    credited = kind not in {"anonymous", "media", "unknown"} or said.kind.kind in {"dismiss", "describe", "judge"}
    if quoted and not credited:
        credited = any(part.count(" ") > 1 for part in _QUOTED.findall(text, max(0, start - 1), end + 1))
    return "mixed" if quoted and credited else "indirect"


def _hedge(page: Page, said: Said) -> Certainty | None:
    words = [w for start, end in said.content if (w := _words(page, start, end)) is not None]
    return certainty.of_words((t for span in words for t in span), _main(words)) if words else None


def _words(page: Page, start: int, end: int) -> Words | None:
    return page.doc.char_span(start, end, alignment_mode="expand")


def _main(words: Sequence[Words]) -> Token:
    root: Token = words[0].root
    return root


def _chained(said: Sequence[Said], found: Sequence[Statement]) -> tuple[Statement, ...]:
    """Set ``via`` to the statement a chain names, else the narrowest other one whose content holds the cue."""
    by_verb = {one.verb.i: made.id for one, made in zip(said, found, strict=True) if one.verb is not None}
    linked = (by_verb.get(one.within.i) if one.within is not None else None for one in said)
    around = _around(found)
    return tuple(
        msgspec.structs.replace(one, via=link or outer) for one, link, outer in zip(found, linked, around, strict=True)
    )


def _around(found: Sequence[Statement]) -> list[str | None]:
    """For each statement the narrowest other one whose content holds its cue."""
    out: list[str | None] = []
    open_: list[Statement] = []
    for one in found:
        at = one.cue[0] if one.cue else one.content[0]
        open_ = [s for s in open_ if s.content[-1].end > one.content[0].start]
        around = [s for s in open_ if any(span.holds(at) for span in s.content)]
        narrowest = min(around, key=lambda s: s.content[-1].end - s.content[0].start, default=None)
        out.append(narrowest.id if narrowest else None)
        open_.append(one)
    return out
