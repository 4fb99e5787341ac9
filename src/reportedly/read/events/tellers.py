"""Which statement of a page tells a word, and how sure the page is of what the word tells."""

from collections.abc import Sequence

from spacy.tokens import Token

from reportedly.read.grammar.page import Page
from reportedly.read.model import Sureness
from reportedly.read.statements import certainty
from reportedly.records import Certainty, Statement

_UNSURE: frozenset[Certainty] = frozenset({"probable", "possible"})


class Tellers:
    """The statements of a page by the words of their content."""

    def __init__(self, page: Page, statements: Sequence[Statement], sure: Sureness) -> None:
        self._sure = sure
        self._narrowest: dict[int, Statement] = {}
        widest_first = sorted(statements, key=lambda statement: statement.content[0].start - statement.content[-1].end)
        for statement in widest_first:
            for tokens in filter(None, map(page.words, statement.content)):
                self._narrowest.update(dict.fromkeys(range(tokens.start, tokens.end), statement))

    def of(self, word: Token) -> Statement | None:
        """The narrowest statement whose content holds a word."""
        return self._narrowest.get(word.i)

    def doubt(self, word: Token) -> Certainty | None:
        """How unsure the statement that tells a word is of it, where it is."""
        statement = self.of(word)
        return statement.certainty if statement is not None and statement.certainty in _UNSURE else None

    def sureness(self, word: Token) -> Certainty | None:
        """What the model says of what a word tells."""
        score = self._sure.of(word.idx, word.idx + len(word))
        return None if score is None else certainty.of_score(score)
