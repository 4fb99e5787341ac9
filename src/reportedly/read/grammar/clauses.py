"""One worksheet of grammar: what the clauses of a page tell, each question answered once a word.

Events, statements, relations and times ask this and never the parse itself; it asks nobody else.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.read.grammar import noun_standing, standing
from reportedly.read.grammar.headlines import is_of_headline
from reportedly.read.grammar.links import Links, once
from reportedly.read.grammar.standing import Standing

_VERBAL = frozenset({"VERB", "AUX"})
_DAYS = frozenset({"DATE", "TIME"})
_SHARE = frozenset(
    {"xcomp", "conj", "advcl", "ccomp", "prep", "pcomp", "oprd", "acomp"}
)  # may lack a subject of its own
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_MARKS = frozenset({"``", "''"})
_CLOSE, _APART = 8, 40  # words between a verb and the mark that opens its quotation, and between two marks
_DEEP = 7  # verbs climbed from one to the one that has its subject


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
        thing = self.patient(verb)
        if thing is not None:
            return thing
        joints = self.joints(verb, "on", "in", "to")
        return self.child(joints[0], "pobj") if joints else None

    @once
    def patient(self, verb: Token) -> Token | None:
        """What a passive verb acts on where another verb has it as its subject: a deal is expected to be signed."""
        if self.child(verb, "nsubjpass") is not None or self.child(verb, "auxpass") is None:
            return None
        return self._acting(verb)

    @once
    def agent(self, verb: Token) -> Token | None:
        """Who does what a passive verb tells: X in “was led by X”."""
        return next((doer for doer in self.joined(verb, "by") if doer.ent_type_ not in _DAYS), None)

    @once
    def subject(self, verb: Token) -> Token | None:
        """Who does what a verb tells: its own subject, its agent, or the one it shares with the verb it hangs on."""
        return self.agent(verb) if self.is_passive(verb) else self._acting(verb)

    def _acting(self, verb: Token) -> Token | None:
        for above in self._sharing(verb):
            own = self.children(above, "nsubj", "nsubjpass")  # X is expected to go: X goes
            if own:
                return own[-1]
            if self.has_to(above) and above.head != above and is_of_headline(self, above):
                return above.head if above.head.pos_ in _NOMINAL or above.dep_ == "advcl" else None
            quoted = self._quoted_before(above)
            if quoted is not None:
                return quoted
            governed = self.children(above.head, "dobj", "dative") if above.dep_ == "xcomp" else ()
            urged = next((whom for whom in governed if whom.i < above.i), None)  # urged the army to leave
            if urged is not None:
                return urged
            if above.dep_ in {"acl", "relcl"}:
                return self._of_noun(above)
        return None

    def _sharing(self, verb: Token) -> Iterator[Token]:
        """The verb, and above it those whose subject it may share."""
        for _ in range(_DEEP):
            yield verb
            joint = verb.head if verb.dep_ == "pcomp" else verb
            if joint.dep_ not in _SHARE:
                return
            verb = joint.head

    def _of_noun(self, act: Token) -> Token | None:
        """Who acts in what a noun is described by: police raiding a house; whose decision it is to go."""
        noun = act.head
        if not self.has_to(act):
            return noun if act.tag_ == "VBG" else None
        owner = self.child(noun, "poss")
        if owner is not None or noun.dep_ not in {"dobj", "attr", "pobj"}:
            return owner
        above = noun.head.head if noun.head.pos_ == "ADP" else noun.head
        return self.subject(above) if above.pos_ in _VERBAL else None

    @once
    def _quoted_before(self, verb: Token) -> Token | None:
        """The dam of “The dam,” she said, “will hold”: what is quoted before a verb that begins the rest of it."""
        if verb.dep_ not in _MAIN or (self.child(verb, "aux", "auxpass") is None and verb.tag_ not in _FINITE):
            return None
        opened = self._mark_before(verb, "``", _CLOSE)
        closed = self._mark_before(opened, "''", _APART) if opened is not None else None
        begun = self._mark_before(closed, "``", _APART) if closed is not None else None
        if begun is None or closed is None:
            return None
        words = verb.doc[begun.i + 1 : closed.i]
        heads = (word for word in words if word.head.i <= begun.i or word.head.i >= closed.i)
        head = next((word for word in heads if not word.is_punct), None)
        return head if head is not None and head.pos_ in _NOMINAL else None

    @staticmethod
    def _mark_before(word: Token, tag: str, reach: int) -> Token | None:
        """The nearest mark of quotation before a word in its sentence, if it is of this kind."""
        first = max(word.sent.start, word.i - reach)
        before = (token for token in reversed(word.doc[first : word.i]) if token.tag_ in _MARKS)
        mark = next(before, None)
        return mark if mark is not None and mark.tag_ == tag else None

    @once
    def antecedent(self, word: Token) -> Token:
        """The noun that “who”, “which” or “that” stands for; any other word stands for itself."""
        verb = word.head
        stands_for = word.tag_ in {"WP", "WDT"} or word.lower_ == "that"
        return verb.head if stands_for and verb.dep_ == "relcl" else word

    def standing(self, word: Token, carrier: Token | None = None) -> Standing:
        """Whether what a word tells is told as a fact, lies ahead, or is denied; of a noun with its carrying verb."""
        return self._of_verb(word) if word.pos_ in _VERBAL else noun_standing.of_noun(self, word, carrier)

    @once
    def _of_verb(self, verb: Token) -> Standing:
        return standing.of_verb(self, verb)
