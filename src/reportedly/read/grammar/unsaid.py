"""What a verb tells as not done: never said, declined to say, has yet to say; what was not said is told by nobody."""

from spacy.tokens import Token

from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.links import Links

_DEEP = 7  # joined verbs climbed at most
_FAILING = frozenset({"decline", "refuse", "fail"})
_WAITING = frozenset({"have", "be"})


def is_not_done(links: Links, verb: Token) -> bool:
    """Whether what a verb tells did not take place: never said; declined to say; has yet to say; without saying."""
    if links.is_negated(verb) or is_left_out(verb):
        return True
    if verb.dep_ != "xcomp" or not links.has_to(verb):
        return False
    failed = links.form(verb.head) in _FAILING and not links.is_negated(verb.head)
    return failed or is_yet_to_come(links, verb)


def is_left_out(verb: Token) -> bool:
    """Whether a verb is told as what was not done: left without signing; stopped short of, or instead of, saying."""
    joint = verb.head
    if verb.dep_ != "pcomp":
        return False
    if joint.lower_ == "without":
        return True
    return joint.lower_ == "of" and joint.i > 0 and joint.nbor(-1).lower_ in {"short", "instead"}


def is_yet_to_come(links: Links, verb: Token) -> bool:
    """Whether a verb is told as not done so far: they have yet to agree."""
    above = verb.head
    if verb.dep_ != "xcomp" or not links.has_to(verb) or links.is_negated(above):
        return False
    yet = (*links.children(above, "advmod"), *links.children(verb, "advmod"))
    return links.form(above) in _WAITING and any(word.lower_ == "yet" for word in yet)


def is_told_by_nobody(links: Links, verb: Token) -> bool:
    """Whether a verb stands in what was not said or thought: never said that they would come; nobody expects them to.

    Only of verbs that do not take for granted what they tell: who did not mention that he came, came.
    """
    for _ in range(_DEEP):
        if verb.dep_ != "conj":
            break
        verb = verb.head
    above = verb.head
    if verb.dep_ != "ccomp" or above.i > verb.i or above.pos_ != "VERB":
        return False
    return links.form(above) in words("grammar/standing", "unsaid", "verbs") and is_not_done(links, above)
