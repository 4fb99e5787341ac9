"""Who stands behind a cue verb, and the words that name them."""

from spacy.tokens import Token

from reportedly.read.grammar.page import Page
from reportedly.read.statements.said import Range, ranges

_NOT_SAID_OF = frozenset({"it", "there"})
_ASIDES = frozenset({"relcl", "acl", "punct", "advcl"})


def of(page: Page, verb: Token) -> Token | None:
    """The head word of the source of ``verb``: its subject, or one it shares with the verb it hangs on; else None."""
    who = page.clauses.subject(verb)
    shared = who is not None and who.head != verb
    return None if who is not None and shared and who.lower_ in _NOT_SAID_OF else who


def words(page: Page, head: Token | None) -> tuple[Range, ...]:
    """The words of the source with that head: its noun phrase without relative clauses; none without a head."""
    if head is None:
        return ()
    asides = [child for child in page.clauses.children(head) if child.dep_ in _ASIDES and child.i > head.i]
    end = asides[0].left_edge.i if asides else head.right_edge.i + 1
    return ranges(page, range(head.left_edge.i, end))
