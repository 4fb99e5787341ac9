"""How a claim is put: in its source's words, in the outlet's, or in both."""

from reportedly.read.multilingual.sheet import Sheet
from reportedly.read.multilingual.statements import tables
from reportedly.read.multilingual.statements.said import Said
from reportedly.records import Mode

MARKS = '«»“”„"'
FEW = 2  # words in marks that are a name or a title, not words of the source


def of(sheet: Sheet, said: Said) -> Mode:
    """Direct: all of it quoted, or told behind a colon. Mixed: words of the source inside the outlet's sentence."""
    text = sheet.text
    if said.direct or all(_is_in_marks(text, start, end) for start, end in said.content) or _is_own(sheet, said):
        return "direct"
    return "mixed" if any(_quotes(text[max(0, start - 1) : end + 2]) for start, end in said.content) else "indirect"


def _is_own(sheet: Sheet, said: Said) -> bool:
    """Whether the speaker says “I” or “we” where the language has one joiner for both ways of putting it."""
    known = tables.of(sheet.language)
    return any(known.has("first_person", (word.key,)) for span in said.content for word in sheet.words_in(span))


def _is_in_marks(text: str, start: int, end: int) -> bool:
    opened, closed = text[max(0, start - 1) : start], text[end : end + 3]
    return opened != "" and opened in "«“„\"'‘’" and any(mark in closed for mark in "»”\"“'’‘")


def _quotes(words: str) -> bool:
    """Whether more than a name stands in quotation marks."""
    opened: int | None = None
    for i, letter in enumerate(words):
        if letter in MARKS:
            if opened is not None and words.count(" ", opened, i) >= FEW:
                return True
            opened = i if opened is None or letter in "«“„" else None
    return False
