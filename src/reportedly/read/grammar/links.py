"""What hangs on each word of a page, in which role, and in which form the word stands: asked of the parse once."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, wraps
from typing import Any, TypeVar

import numpy as np
from spacy.tokens import Doc, Token

from reportedly.read.grammar.lexicons import table, words

_IF = frozenset({"if", "unless", "whether", "provided"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
_NO = frozenset({"no", "neither"})
_MORE = frozenset({"longer", "more"})
_DAYS = frozenset({"DATE", "TIME"})
_UNTIL = ("to", "until", "till", "for")
_WAYS = frozenset({"forward", "back", "off", "over", "up"})
_AT_FIRST = frozenset({"originally", "initially", "previously"})
_NEAR = 12  # words looked at below a verb
_STOPS = {"?": 1, ".": 0, "!": 0}

L = TypeVar("L", bound="Links")
Answer = TypeVar("Answer")


def once(question: Callable[[L, Token], Answer]) -> Callable[[L, Token], Answer]:
    """The question with its answers kept: each word of a page is asked it once."""
    name = question.__name__

    @wraps(question)
    def answer(links: L, word: Token) -> Answer:
        answers, i = links.answers[name], word.i
        if i not in answers:
            answers[i] = question(links, word)
        return answers[i]  # type: ignore[no-any-return]  # one table holds the answers of all questions

    return answer


class Links:
    """The words of one parsed text by the word they hang on; roles are those of the parser (``nsubj``, ``dobj``)."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self.answers: dict[str, dict[int, Any]] = defaultdict(dict)
        self._under: list[list[tuple[str, Token]]] = [[] for _ in range(len(doc))]
        offsets = doc.to_array("HEAD").astype(np.int64).tolist()
        for i, (token, offset) in enumerate(zip(doc, offsets, strict=True)):
            if offset:
                self._under[i + offset].append((token.dep_, token))

    # -- what hangs on a word -----------------------------------------------------------------------------------------

    def child(self, word: Token, *roles: str) -> Token | None:
        """The first word that hangs on this one in any of the roles."""
        return next((token for role, token in self._under[word.i] if role in roles), None)

    def children(self, word: Token, *roles: str) -> list[Token]:
        """All words that hang on this one in any of the roles, in order; without roles every one."""
        return [token for role, token in self._under[word.i] if not roles or role in roles]

    def joints(self, word: Token, *by: str) -> list[Token]:
        """The prepositions that hang on a word: all, or those named."""
        joints = self.children(word, "prep", "agent")
        return [joint for joint in joints if joint.lower_ in by] if by else joints

    def joined(self, word: Token, *by: str) -> Iterator[Token]:
        """What the prepositions join to a word: X in “talks with X”."""
        for joint in self.joints(word, *by):
            yield from self.children(joint, "pobj")

    # -- words --------------------------------------------------------------------------------------------------------

    @once
    def form(self, word: Token) -> str:
        """The dictionary form in small letters, mended where the parser gives a wrong one (fin of fined)."""
        lemma = word.lemma_.lower()
        return table("grammar/lemmas")["mended"].get(lemma, lemma) if word.pos_ == "VERB" else lemma

    @once
    def with_particle(self, verb: Token) -> str:
        """The dictionary form with the particle that belongs to it: call_off."""
        particle = self.child(verb, "prt")
        return self.form(verb) if particle is None else f"{self.form(verb)}_{particle.lower_}"

    @once
    def has_to(self, verb: Token) -> bool:
        """Whether the verb is an infinitive with “to”."""
        return any(helper.lower_ == "to" for helper in self.children(verb, "aux"))

    @once
    def is_passive(self, verb: Token) -> bool:
        """Whether something is done to the verb's subject, or to the noun it describes: was led by; a group led by."""
        by_form = self.child(verb, "nsubjpass", "auxpass") is not None
        return by_form or (verb.dep_ == "acl" and verb.tag_ == "VBN")

    @once
    def is_negated(self, verb: Token) -> bool:
        """Whether it is denied that anybody does what the verb tells: did not come, nobody came, no ships came."""
        if any(self._belongs(no, verb) for no in self.children(verb, "neg")) or self.is_over(verb):
            return True
        subjects = self.children(verb, "nsubj", "nsubjpass")
        return any(self.has_no(subject) or subject.lower_ in _NOBODY for subject in subjects)

    @staticmethod
    def _belongs(no: Token, verb: Token) -> bool:
        """Whether no quotation ends between the two: “Never,” she said."""
        return not any(token.tag_ == "''" for token in no.doc[no.i : verb.i])

    @once
    def is_over(self, verb: Token) -> bool:
        """Whether what the verb tells is so no longer, or no more."""
        more = (word for word in self.children(verb, "advmod") if word.lower_ in _MORE and word.i)
        return any(word.nbor(-1).lower_ == "no" for word in more)

    def is_asked(self, word: Token) -> bool:
        """Whether the words in which this one stands end with a question mark."""
        return bool(self._asked[word.i])

    @cached_property
    def _asked(self) -> bytearray:
        """1 for each word of a question, in one walk from the end; what is quoted ends by itself."""
        asked, outer, mark = bytearray(len(self._doc)), list[int](), 0
        strings = self._doc.vocab.strings
        stops = {strings[stop]: is_question for stop, is_question in _STOPS.items()}
        closes, opens = strings["''"], strings["``"]
        words, tags, starts = self._doc.to_array(["ORTH", "TAG", "SENT_START"]).T.tolist()
        for i in reversed(range(len(words))):
            if i + 1 == len(words) or starts[i + 1] == 1:
                outer, mark = [], 0
            if tags[i] == closes:
                outer.append(mark)
                mark = 0
            elif tags[i] == opens and outer:
                mark = outer.pop()
            mark = asked[i] = stops.get(words[i], mark)
        return asked

    @once
    def has_condition(self, verb: Token) -> bool:
        """Whether the verb is told only under a condition: would break if it rained; but not even if, nor as if."""
        return any(self.is_condition(clause) for clause in self.children(verb, "advcl"))

    @once
    def is_condition(self, verb: Token) -> bool:
        """Whether the verb is told as a condition: if it rained, whether they came."""
        marks = [mark for mark in self.children(verb, "mark", "advmod") if mark.lower_ in _IF]
        return any(not mark.i or mark.nbor(-1).lower_ not in {"even", "as"} for mark in marks)

    @once
    def has_no(self, noun: Token) -> bool:
        """Whether “no” or “neither” stands before a noun."""
        return any(article.lower_ in _NO for article in self.children(noun, "det"))

    @once
    def counted_by(self, noun: Token) -> Token | None:
        """The word that counts a noun: the round of talks, thousands of attacks."""
        joint = noun.head
        by_of = noun.dep_ == "pobj" and joint.lower_ == "of"
        return joint.head if by_of and self.form(joint.head) in words("grammar/nouns", "measures", "words") else None

    @once
    def moves(self, verb: Token) -> bool:
        """Whether a verb moves something to another day: postponed it; moved it to Friday, but not to the border."""
        return self.with_particle(verb) in words("grammar/standing", "moved", "verbs") or self.moves_to_a_day(verb)

    @once
    def moves_to_a_day(self, verb: Token) -> bool:
        """Whether the day to which a verb moves something is told."""
        way = next((f"_{way.lower_}" for way in self.children(verb, "prt", "advmod") if way.lower_ in _WAYS), "")
        form = f"{self.form(verb)}{way}"
        if not any(form in words("grammar/standing", "moved", kind) for kind in ("verbs", "to_a_day")):
            return False
        return any(
            joint.lower_ in _UNTIL and day.ent_type_ in _DAYS
            for joint in self._below(verb)
            for day in self.children(joint, "pobj")
        )

    @once
    def was_at_first(self, verb: Token) -> bool:
        """Whether a participle tells what was to be before something changed: the visit, originally set for Friday."""
        return any(word.lower_ in _AT_FIRST for word in self.children(verb, "advmod"))

    def _below(self, verb: Token) -> Iterator[Token]:
        """The prepositions on a verb, its particle and object, and what others join to it: by a week to Friday."""
        waiting = [verb, *(way for way in self.children(verb, "prt", "advmod") if way.lower_ in _WAYS)]
        for word in waiting:
            below = self.children(word, "prep", "agent", "pobj", "dobj")
            waiting += below[: max(0, _NEAR - len(waiting))]
            yield from (joint for joint in below if joint.dep_ in {"prep", "agent"})

    @once
    def sets_a_day(self, verb: Token) -> bool:
        """Whether a verb sets the day of the noun it describes: the lockdown scheduled for Monday."""
        lists = {"VBN": "verbs", "VBG": "beginning"}.get(verb.tag_)
        if verb.dep_ != "acl" or lists is None or self.form(verb) not in words("grammar/nouns", "set_for", lists):
            return False
        if self.form(verb.head) in words("grammar/nouns", "set_for", "never"):
            return False
        near = (verb, *self.joints(verb, "for", "on", "from", "in"))
        return any(day.ent_type_ in _DAYS for joint in near for day in self.children(joint))
