"""Who says what: claims with their source, how they are put, and how sure.

``joined`` finds the words, this module makes records of them: source, entity, chain, mode, certainty. A
claim inside another's words is inside its ``via``: the outlet tells what X says that Y said.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Token

from reportedly.read.grammar.page import Page
from reportedly.read.model import Tagged
from reportedly.read.names import Names, meant
from reportedly.read.statements import certainty, joined, sources
from reportedly.read.statements.said import Range, Said, tokens
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
    claims = joined.find(page, tagged)
    return _chained(claims, [_statement(page, names, said, before) for said, before in _with_speaker(claims)])


def _with_speaker(claims: Sequence[Said]) -> Iterator[tuple[Said, Said | None]]:
    """Each with, for a floating quotation, the last one before it that names a speaker."""
    last: Said | None = None
    for said in claims:
        yield said, last if said.floating else None
        if said.speaker is not None and said.kind.kind in _SPEAKING:
            last = said


def _statement(page: Page, names: Names, said: Said, before: Said | None) -> Statement:
    head = before.speaker if before is not None else said.speaker
    named = meant.entity(head, names)
    kind = sources.kind(page, head, named, names)
    content = _spans(page, said.content)
    cue = _spans(page, said.cue)
    sure, polarity = certainty.of_cue(page.clauses, said.kind, said.verb)
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
    credited = kind not in {"anonymous", "media", "unknown"} or said.kind.kind in {
        "dismiss",
        "describe",
        "judge",
        "accuse",
    }
    if quoted and not credited:
        credited = any(part.count(" ") > 1 for part in _QUOTED.findall(text, max(0, start - 1), end + 1))
    return "mixed" if quoted and credited else "indirect"


def _hedge(page: Page, said: Said) -> Certainty | None:
    parts = tokens(page, said.content)
    main: Token | None = parts[0].root if parts else None
    return certainty.of_words(page.clauses, (token for part in parts for token in part), main)


def _chained(claims: Sequence[Said], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Set ``via`` to the statement a chain names, else the narrowest other one whose content holds the cue."""
    pairs = list(zip(claims, statements, _around(statements), strict=True))
    by_verb = {said.verb.i: statement.id for said, statement, _ in pairs if said.verb is not None}
    return tuple(
        msgspec.structs.replace(
            statement, via=(by_verb.get(said.within.i) if said.within is not None else None) or outer
        )
        for said, statement, outer in pairs
    )


def _around(statements: Sequence[Statement]) -> list[str | None]:
    """For each statement the narrowest other one whose content holds its cue."""
    outer: list[str | None] = []
    open_: list[Statement] = []
    for statement in statements:
        cue = statement.cue[0] if statement.cue else statement.content[0]
        open_ = [other for other in open_ if other.content[-1].end > statement.content[0].start]
        around = [other for other in open_ if any(span.holds(cue) for span in other.content)]
        narrowest = min(around, key=lambda other: other.content[-1].end - other.content[0].start, default=None)
        outer.append(narrowest.id if narrowest else None)
        open_.append(statement)
    return outer
