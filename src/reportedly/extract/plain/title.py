"""Which of the lines above the body is the title.

The heading lines before the first paragraph may hold another story's headline, a section name, the title and a line
below the title. The title is the one that shares most of its telling words with the body; where two share about as
much, the one nearest to the body, since what is carried along from the page around stands further up.
"""

import re
from collections.abc import Sequence

from reportedly.extract.plain.furniture import is_furniture
from reportedly.extract.plain.heads import starts_body
from reportedly.extract.plain.lines import Line
from reportedly.letters import lengths
from reportedly.likeness import telling
from reportedly.text import Span, squeezed

LONGEST, MOST_WORDS = 220, 32
LEAD = 30  # lines of body compared with the headings
NEAR = 0.1  # a share this much lower still counts as the same
BULLETS = ("•", "-", "–", "*", "·", "►", "▪", "■")
_ENDS = re.sub("[?？؟]", "", lengths.ENDS)  # a question may well be a title
FINAL = re.compile(rf"[:;,、，；：{re.escape(_ENDS)}][{re.escape(lengths.CLOSING)}]*$")


def find_title(top: Sequence[Line], rows: Sequence[Line], headline: str | None) -> tuple[Span | None, list[Span]]:
    """The title's span, None where the text shows none, and the spans of what stands above it."""
    if headline is not None:
        return _given(top, headline)
    headings = _headings(top)
    if len(headings) == len(top):  # a list or a poem, not headings over a body
        headings = headings[:1] if len(rows) > 1 else []
    candidates = [row for row in headings if not is_furniture(row.words) and not row.words.startswith(BULLETS)]
    if not candidates:
        return None, []
    title = _best(candidates, rows[len(headings) : len(headings) + LEAD])
    return title.span, [row.span for row in headings if row.span.end <= title.span.start]


def _given(top: Sequence[Line], headline: str) -> tuple[Span | None, list[Span]]:
    """A headline known from elsewhere is the title only where the text repeats it near its top."""
    wanted = _plain(headline)
    for i, row in enumerate(top):
        if wanted and not row.long and _plain(row.words) == wanted:
            return row.span, [above.span for above in top[:i]]
    return None, []


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", squeezed(words)).strip().casefold()


def _headings(top: Sequence[Line]) -> list[Line]:
    """The lines before the first paragraph of prose, credit or dateline."""
    out: list[Line] = []
    for row in top:
        if not is_furniture(row.words) and not _is_heading(row):
            break
        out.append(row)
    return out


def _is_heading(row: Line) -> bool:
    words = row.words
    if row.long or lengths.letters(words) > LONGEST or lengths.words(words) > MOST_WORDS or starts_body(words):
        return False
    return not FINAL.search(words) or (words.isupper() and len(words) > 1)


def _best(headings: Sequence[Line], body: Sequence[Line]) -> Line:
    lead = set(telling("\n".join(row.words for row in body)))
    shares = [_share(row.words, lead) for row in headings]
    best = max(shares)
    return next(row for row, share in zip(reversed(headings), reversed(shares), strict=True) if share >= best - NEAR)


def _share(words: str, lead: set[str]) -> float:
    own = set(telling(words))
    return len(own & lead) / (len(own) + 1) if own else 0.0  # +1: a one-word section name proves little
