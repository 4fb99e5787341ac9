"""What a pronoun or a role noun refers to: "he", "the minister", "the group". None when that is not sure."""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from reportedly.read.names.finder import Names


def referent(names: Names, found: Words | Token) -> str | None:
    """The id of the entity meant, by name or by what came before."""
    head = found if isinstance(found, Token) else found.root
    return names.at(head)
