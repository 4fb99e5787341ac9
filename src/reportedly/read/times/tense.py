"""Which way a clause looks, back or ahead: that decides which Monday "on Monday" is.

The verb that governs the time expression is asked: a modal, an infinitive or "due", "set", "expected" look ahead, a
past tense looks back. A preposition can say it sooner ("until Friday", "starting Thursday").
"""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

_MODALS = frozenset(
    ["will", "shall", "'ll", "’ll", "would", "wo", "may", "might", "could", "can", "should", "must", "ca"]
)
_PLANS = frozenset(
    [
        "schedule",
        "expect",
        "due",
        "set",
        "slate",
        "plan",
        "postpone",
        "reschedule",
        "delay",
        "defer",
        "plan",
        "pencil",
        "ready",
        "poise",
        "prepare",
        "likely",
        "fix",
    ]
)
_BEGIN = frozenset(["start", "begin", "commence"])
_SAYING = frozenset(
    ["say", "tell", "add", "report", "announce", "claim", "state", "confirm", "warn", "insist", "urge", "declare"]
)
_SHOWING = frozenset(
    ["show", "indicate", "suggest", "reflect", "mark", "mean", "represent", "reveal", "highlight", "underline"]
)  # "down from three in March, indicates a shift" looks neither way
_PUT_OFF = frozenset(["postpone", "reschedule", "delay", "defer"])  # "was put off on Friday", but "to Friday"
_LASTING = frozenset(["last", "continue", "remain", "stay", "go", "run", "keep", "fight", "be"])
_DEADLINES = frozenset(["by", "till", "until", "before"])
_DEPTH = 12  # heads climbed at most; a parse deeper than that says nothing about the expression


def _climb(token: Token) -> Iterator[Token]:
    for _ in range(_DEPTH):
        yield token
        if token.head is token:
            return
        token = token.head


def _helpers(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in {"aux", "auxpass"} or child.tag_ in {"MD", "TO"}]


def _of_helpers(verb: Token, helpers: list[Token], before: str) -> int:
    lemmas = {helper.lower_ for helper in helpers}
    if lemmas & _MODALS:
        return -1 if "have" in lemmas else 1
    if any(helper.tag_ == "TO" for helper in helpers):
        return -1 if "have" in lemmas else 1
    if verb.lemma_ in _PUT_OFF:
        return 1 if before in _DEADLINES | {"to", "for"} else -1
    if verb.lemma_ in _PLANS:
        return 1
    if any(helper.lemma_ == "have" or helper.tag_ == "VBD" for helper in helpers):
        return -1
    return 1 if verb.tag_ == "VBG" else -1 if verb.tag_ == "VBN" else 0


_TENSES = {"VBD": -1, "VBN": -1, "VBZ": 1, "VBP": 1}


def _of_verb(verb: Token, before: str) -> int:
    helpers = _helpers(verb)
    if helpers:
        return _of_helpers(verb, helpers, before)
    if verb.lemma_ in _PLANS and verb.tag_ != "VBD":
        return 1
    if verb.tag_ == "VBG":
        return 1 if verb.lemma_ in _BEGIN else 0
    if verb.lemma_ in _SAYING and verb.tag_ in {"VBZ", "VBP"}:
        return -1
    if verb.lemma_ in _SHOWING and verb.tag_ in {"VBZ", "VBP"}:
        return 0
    return _TENSES.get(verb.tag_, 0)


def just_said(words: Words) -> bool:
    """``said on Wednesday``, ``told reporters Monday``: the parser likes to hang the day on the verb that follows."""
    i = words[0].i - 1
    doc = words.doc
    while i >= 0 and doc[i].lower_ in {"on", "late", "early", "earlier", "here"}:
        i -= 1
    return i >= 0 and doc[i].tag_ in {"VBD", "VBN"} and doc[i].lemma_ in _SAYING and not _helpers(doc[i])


def direction(words: Words | None) -> int:
    """-1 where the clause of ``words`` looks back, 1 where it looks ahead, 0 where it does not say."""
    if words is None or not len(words):
        return 0
    return -1 if just_said(words) else _of_clause(words)


def _of_clause(words: Words) -> int:
    before = words[0].nbor(-1).lower_ if words[0].i else ""
    for token in _climb(words.root):
        if token.lower_ == "after" and token is not words.root.head:
            return -1  # "to resume after the truce announced on Saturday"
        if token.pos_ in {"VERB", "AUX"}:
            found = _of_verb(token, before)
            if found < 0 and token.lemma_ in _SAYING and _is_promised(token, words):
                return 1
            if found:
                return _deadline(token) if found < 0 and before in _DEADLINES else found
        elif token.lemma_ in {"due", "likely", "set"} and token.pos_ == "ADJ":
            return 1
    return 1 if before in _DEADLINES else 0


def _is_promised(said: Token, words: Words) -> bool:
    """``said it will sign on Tuesday``: the parser hangs the day on the saying, though a plan stands nearer."""
    between = said.doc[said.i + 1 : words[0].i] if said.i < words[0].i else ()
    return any(token.lower_ in {"will", "shall", "'ll", "’ll"} and token.tag_ == "MD" for token in between)


def _deadline(verb: Token) -> int:
    """``had fled by Friday``, ``lasted until Friday`` look back; ``ordered closed until Friday`` does not."""
    if any(helper.lemma_ == "have" for helper in _helpers(verb)):
        return -1
    return -1 if verb.tag_ == "VBD" and verb.dep_ in {"ROOT", "relcl", "advcl"} and verb.lemma_ in _LASTING else 1
