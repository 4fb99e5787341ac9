"""Headlines with a colon: “The Courier: dam has cracked”."""

from typing import Final

from reportedly.read.multilingual.statements.at import Body
from reportedly.read.multilingual.statements.row import COLON, OPENING, Row
from reportedly.read.multilingual.statements.said import Said, trimmed
from reportedly.read.multilingual.statements.tables import Cue
from reportedly.text import Span

CUE: Final = Cue("say", "colon")
SURE: Final = 0.6  # about two in three are statements, on the labelled texts
LONGEST: Final = 13  # words before the colon; more are a clause
SHORTEST, MOST = 3, 40  # words behind it: a headline is short, behind a dateline comes a paragraph
PLACE: Final = 2  # words before a first colon that say where, when another follows: “Meshgara: the mayor: ...”
PARTS: Final = frozenset("|/!؟?،")  # before the speaker: “Urgent | The Courier: ...”


def find(body: Body, row: Row) -> Said | None:
    """What a row tells behind its first colon, where a speaker stands before it and no verb of saying."""
    colons = [i for i in range(1, min(len(row.words), LONGEST + 1)) if row.has(i, COLON)]
    if not colons:
        return None
    begin, colon = colons[:2] if colons[0] <= PLACE and len(colons) > 1 else (0, colons[0])
    if not SHORTEST <= len(row.words) - colon <= MOST or any(met.first < colon for met in row.met):
        return None
    first = max((i for i in range(begin + 1, colon) if not PARTS.isdisjoint(row.gap(i))), default=begin)
    listed = any(row.on("no_speaker", i) or row.on("ends_clause", i) for i in range(first, colon))
    if listed or row.words[colon - 1].key.isdigit():
        return None
    place = row.words[colon].span.start
    quoted = body.contents.quoted(place, row.span.end) if row.has(colon, OPENING) else None
    content = quoted or trimmed(row.sheet.text, place, row.span.end)
    mark = next(i for i in range(row.words[colon - 1].span.end, place) if row.sheet.text[i] in COLON)
    source = row.under(first, colon)
    return Said((content,), (Span(mark, mark + 1),), (source,), CUE, SURE, direct=True) if content else None
