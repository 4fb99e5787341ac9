"""Which way a clause looks, back or ahead: that decides which Monday "on Monday" is.

The verb that governs the time expression is asked where it stands (``grammar/standing``): what is planned, expected or
asked for looks ahead, what has occurred looks back. Plans, sayings and deadlines lean their own way; a preposition can
say it sooner ("until Friday", "starting Thursday").
"""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.grammar import standing
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.times import clues

_PUT_OFF = frozenset({"postpone", "reschedule", "delay", "defer"})  # "was put off on Friday", but "to Friday"
_MOVED_TO = frozenset({"to", "for", "until", "till", "from"})
_JOINED = frozenset({"prep", "agent", "pobj", "dobj"})
_NEAR = 6  # words between a day and the verb that moves something to it
_PLANS = frozenset(
    {"schedule", "expect", "due", "set", "slate", "plan", "pencil", "ready", "poise", "prepare", "likely", "fix"}
)
_BEGIN = frozenset({"start", "begin", "commence"})
_SAYING = frozenset(
    {"say", "tell", "add", "report", "announce", "claim", "state", "confirm", "warn", "insist", "urge", "declare"}
)
_SHOWING = frozenset(
    {"show", "indicate", "suggest", "reflect", "mark", "mean", "represent", "reveal", "highlight", "underline"}
)  # "down from three in March, indicates a shift" looks neither way
_LASTING = frozenset({"last", "continue", "remain", "stay", "go", "run", "keep", "fight", "be"})
_DEADLINES = frozenset({"by", "till", "until", "before"})
_CLOCK = frozenset({"a.m.", "p.m.", "am", "pm", "est", "edt", "pst", "gmt", "utc", "noon", "midnight", "midday"})
_LONGEST_CLOCK = 3  # words of an hour: 9 a.m. EST
_PRESENT = frozenset({"VBZ", "VBP"})
_HELPERS = ("aux", "auxpass")
_DEPTH = 12  # heads climbed at most; a parse deeper than that says nothing about the expression


def direction(clauses: Clauses, time: Tokens | None) -> int:
    """-1 where the clause of the words of a time looks back, 1 where it looks ahead, 0 where it does not say."""
    if time is None or not len(time):
        return 0
    return -1 if just_said(clauses, time) else _of_clause(clauses, time)


def just_said(clauses: Clauses, time: Tokens) -> bool:
    """Whether a verb of saying stands before it (``told reporters Monday``): the parser hangs the day on the next."""
    i = time[0].i - 1
    doc = time.doc
    while i >= 0 and doc[i].lower_ in {"on", "late", "early", "earlier", "here"}:
        i -= 1
    if i < 0 or doc[i].tag_ not in {"VBD", "VBN"} or clauses.form(doc[i]) not in _SAYING:
        return False
    return clauses.child(doc[i], *_HELPERS) is None


def _of_clause(clauses: Clauses, time: Tokens) -> int:
    before = _word_before(time)
    if before == "since":
        return -1
    below = time.root
    for token in _climb(time.root):
        told = clues.side(clauses, token, below) if token != time.root else 0
        if told and (token.lower_ != "after" or token != time.root.head):
            return told
        below = token
        if token.pos_ in {"VERB", "AUX"}:
            way = _of_verb(clauses, token, before)
            if way < 0 and clauses.form(token) in _SAYING and _is_promised(token, time):
                return 1
            if way:
                return _deadline(clauses, token, before) if way < 0 and before in _DEADLINES else way
    return 1 if before in _DEADLINES else 0


def _word_before(time: Tokens) -> str:
    """The word before a time in lower case, without article and hour beside a day: until 9 a.m. EST Tuesday."""
    doc, first = time.doc, time[0].i
    first -= first > 0 and doc[first - 1].lower_ == "the"
    for i in range(first - 1, max(-1, first - 2 - _LONGEST_CLOCK), -1):
        if doc[i].lower_ not in _CLOCK and not (doc[i].like_num and doc[i + 1].lower_ in _CLOCK):
            return doc[i].lower_
    return ""


def _climb(token: Token) -> Iterator[Token]:
    for _ in range(_DEPTH):
        yield token
        if token.head == token:
            return
        token = token.head


def mover(clauses: Clauses, day: Token) -> Token | None:
    """The verb that moves something from or to a day, which prepositions join to it or to its object."""
    for word in islice(_climb(day), _NEAR):
        if word.pos_ == "VERB":
            return word if clauses.moves(word) else None
        if word.dep_ not in _JOINED:
            return None
    return None


def _of_verb(clauses: Clauses, verb: Token, before: str) -> int:
    form, helped = clauses.form(verb), clauses.child(verb, *_HELPERS) is not None
    if before in _MOVED_TO and clauses.moves(verb):
        return 1  # "postponed it from Thursday to Friday"
    if form in _PUT_OFF and verb.tag_ == "VBN" and helped:
        return 1 if before in _DEADLINES | {"to", "for"} else _by_standing(clauses, verb)
    if form in _PLANS | _PUT_OFF and (helped or verb.tag_ != "VBD"):
        return 1
    if _is_voted(clauses, verb):
        return 0  # who voted to impeach on Sunday did so on Sunday
    return _unhelped(clauses, verb) if not helped else _by_standing(clauses, verb)


def _unhelped(clauses: Clauses, verb: Token) -> int:
    form = clauses.form(verb)
    if verb.tag_ == "VBG":
        return 1 if form in _BEGIN or _is_meant(clauses, verb) else 0
    if verb.tag_ in _PRESENT and form in _SAYING | _SHOWING:
        return -1 if form in _SAYING else 0
    return _by_standing(clauses, verb)


def _is_voted(clauses: Clauses, verb: Token) -> bool:
    """Whether the verb tells what was voted."""
    return verb.dep_ == "xcomp" and clauses.form(verb.head) == "vote" and verb.head.tag_ in {"VBD", "VBN"}


def _is_meant(clauses: Clauses, verb: Token) -> bool:
    """Whether a noun governs the verb that makes it lie ahead: no intention of closing it in June."""
    return verb.dep_ == "pcomp" and standing.unless_denied(clauses, verb).status in standing.OPEN


def _by_standing(clauses: Clauses, verb: Token) -> int:
    if any(helper.tag_ == "VBD" for helper in clauses.children(verb, *_HELPERS)) or _has_have(clauses, verb):
        return -1  # were meeting, have met
    status = standing.unless_denied(clauses, verb).status
    if status == "denied" and clauses.has_to(verb):  # refused to come on Friday, but failed to come on Friday
        return -1 if clauses.form(verb.head) == "fail" and verb.head.tag_ in {"VBD", "VBN"} else 1
    return -1 if status in {"occurred", "denied"} else 1


def _has_have(clauses: Clauses, verb: Token) -> bool:
    return any(helper.lemma_ == "have" for helper in clauses.children(verb, *_HELPERS))


def _is_promised(saying: Token, time: Tokens) -> bool:
    """Whether a plan stands nearer: ``said it will sign on Tuesday``, where the parser hangs the day on the saying."""
    between = saying.doc[saying.i + 1 : time[0].i] if saying.i < time[0].i else ()
    return any(token.lower_ in {"will", "shall", "'ll", "’ll"} and token.tag_ == "MD" for token in between)


def _deadline(clauses: Clauses, verb: Token, before: str) -> int:
    """``had fled by Friday``, ``lasted until Friday`` look back; ``closed`` and ``has given until Friday`` do not."""
    if _has_have(clauses, verb):
        present = any(helper.tag_ in _PRESENT for helper in clauses.children(verb, *_HELPERS))
        return 1 if present and before == "until" and clauses.form(verb) not in _LASTING else -1
    lasted = verb.tag_ == "VBD" and verb.dep_ in {"ROOT", "relcl", "advcl"} and clauses.form(verb) in _LASTING
    return -1 if lasted else 1
