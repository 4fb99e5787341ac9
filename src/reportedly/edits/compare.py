"""Two revisions of an article told apart: their words, and what was read from them."""

from collections.abc import Iterable

from reportedly.edits.parts import shared
from reportedly.edits.statements import statement_changes
from reportedly.edits.tokens import tokens, words
from reportedly.edits.word_diff import rewordings
from reportedly.records import Article, Edit, Reading
from reportedly.text import Span


def compare(before: Article, after: Article, read_before: Reading | None, read_after: Reading | None) -> Edit:
    """What was changed from one revision to the next.

    Furniture, spacing, typographic quotes and dashes, and invisible characters count as nothing: an edit of these alone
    has no rewordings. Statements are only compared where one and the same reader read both; ``read`` says so. Two parts
    of an article are compared as far as both of them reach.
    """
    old, new = tokens(before.text, before.furniture), tokens(after.text, after.furniture)
    both = shared(old, new) if before.partial and after.partial else None
    differing = rewordings(old, new)
    changed = rewordings(both.before, both.after) if both else differing
    partial = bool(differing and not changed) if both else bool(before.partial or after.partial)
    changed = changed or differing
    same_reader = bool(read_before and read_after and read_before.reader == read_after.reader)
    comparable = same_reader and not partial
    statements = statement_changes(read_before, read_after) if comparable and read_before and read_after else ()
    if both:
        statements = tuple(change for change in statements if both.holds(change))
    return Edit(
        before=before.id,
        after=after.id,
        rewordings=changed,
        statements=statements if changed else (),
        struck=_counted(before.text, (rewording.before for rewording in changed)),
        added=_counted(after.text, (rewording.after for rewording in changed)),
        read=same_reader,
        same_extractor=before.extractor == after.extractor,
        partial=partial,
    )


def _counted(text: str, spans: Iterable[Span]) -> int:
    return sum(len(words(span.of(text))) for span in spans)
