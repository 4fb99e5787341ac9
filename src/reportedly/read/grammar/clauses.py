"""One worksheet of grammar: what the clauses of a page tell, each question answered once a word.

Events, statements, relations and times ask this and never the parse itself; it asks nobody else.
"""

from spacy.tokens import Token

from reportedly.read.grammar import standing
from reportedly.read.grammar.links import Links, once
from reportedly.read.grammar.standing import Standing

_VERBAL = frozenset({"VERB", "AUX"})
_DAYS = frozenset({"DATE", "TIME"})


class Clauses(Links):
    """Who does what in the clauses of one page."""

    @once
    def object(self, verb: Token) -> Token | None:
        """What a verb acts on: its object, its passive subject, or what “on” or “in” joins to it."""
        thing = self.child(verb, "dobj", "nsubjpass", "oprd", "attr")
        if thing is not None:
            return thing
        if verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBN":
            return verb.head
        joints = self.joints(verb, "on", "in", "to")
        return self.child(joints[0], "pobj") if joints else None

    @once
    def agent(self, verb: Token) -> Token | None:
        """Who does what a passive verb tells: X in “was led by X”."""
        return next((doer for doer in self.joined(verb, "by") if doer.ent_type_ not in _DAYS), None)

    @once
    def antecedent(self, word: Token) -> Token:
        """The noun that “who”, “which” or “that” stands for; any other word stands for itself."""
        verb = word.head
        stands_for = word.tag_ in {"WP", "WDT"} or word.lower_ == "that"
        return verb.head if stands_for and verb.dep_ == "relcl" else word

    def standing(self, word: Token, carrier: Token | None = None) -> Standing:
        """Whether what a word tells is told as a fact, lies ahead, or is denied; of a noun with its carrying verb."""
        return self._of_verb(word) if word.pos_ in _VERBAL else standing.of_noun(self, word, carrier)

    @once
    def _of_verb(self, verb: Token) -> Standing:
        return standing.of_verb(self, verb)


def object_of(verb: Token) -> Token | None:
    """What a verb acts on: its object, its passive subject, or what “on” or “in” joins to it."""
    thing = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "oprd", "attr"}), None)
    if thing is None and verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBN":
        return verb.head
    if thing is not None:
        return thing
    joint = next((c for c in verb.children if c.dep_ in {"prep", "agent"} and c.lower_ in {"on", "in", "to"}), None)
    return next((c for c in joint.children if c.dep_ == "pobj"), None) if joint is not None else None
