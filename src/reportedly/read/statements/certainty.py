"""How sure a claim is put, by the words that hedge it, its source and its cue; the wording counts, not who speaks.

``certain`` is a plain assertion, ``probable`` what is reported by nobody in particular or put as likely, ``possible``
what may or might be, ``unknown`` where the cue makes no assertion at all (demands, vows, denials, allegations).
"""

from collections.abc import Iterable

from spacy.tokens import Token

from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.cues import Cue
from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.unsaid import is_not_done
from reportedly.records import Certainty, Polarity, SourceKind

_AT_LEAST: tuple[tuple[float, Certainty], ...] = ((2, "certain"), (1.25, "probable"), (0.4, "possible"))
_SAYING = frozenset(
    {"say", "write", "disclose", "claim", "plain", "promise", "warn", "think", "show", "learn", "hearsay"}
)
_ABLE = frozenset({"can", "could", "ca"})
_UNSURE_SOURCES: frozenset[SourceKind] = frozenset({"anonymous"})


def of_words(clauses: Clauses, tokens: Iterable[Token], main: Token | None) -> Certainty | None:
    """What the hedges of a clause say: its own modal or adverb, or a condition on it; None without a hedge.

    ``main`` is the clause's verb; a modal elsewhere in the words (in a relative clause) hedges something else.
    """
    hedging = {token.lower_ for token in tokens if _hedges(token, main)}
    if hedging & words("statements/hedges", "possible") or (main is not None and clauses.has_condition(main)):
        return "possible"
    return "probable" if hedging & words("statements/hedges", "probable") else None


def _hedges(token: Token, main: Token | None) -> bool:
    if token.pos_ == "PROPN":  # on May 16
        return False
    if token.pos_ == "NOUN" and token.dep_ not in {"attr", "nsubj"}:  # seized its chance; but: there is a chance
        return False
    return main is None or main in (token, token.head) or (token.head.dep_ == "xcomp" and token.head.head == main)


def of_cue(clauses: Clauses, cue: Cue, verb: Token | None) -> tuple[Certainty, Polarity]:
    """What the cue says of the claim; a negated one claims nothing: who does not deny it has not said it either.

    What was never said, or nobody said, is denied: it is not the source's claim.
    """
    if verb is None or not (is_not_done(clauses, verb) or _is_of_nothing(clauses, verb)):
        return cue.certainty, cue.polarity
    if cue.kind == "exclude":
        return "possible", "affirmed"
    able = any(helper.lower_ in _ABLE for helper in clauses.children(verb, "aux"))  # who cannot confirm denies nothing
    return "unknown", "denied" if cue.kind in _SAYING and not able else "affirmed"


def _is_of_nothing(clauses: Clauses, verb: Token) -> bool:
    """Gave no details, made no promise."""
    return any(clauses.has_no(thing) or thing.lower_ == "nothing" for thing in clauses.children(verb, "dobj"))


def of_score(score: float) -> Certainty:
    """The word for a model's sureness of what is told, whichever way: 3 is sure that it is, -3 that it is not."""
    return next((name for least, name in _AT_LEAST if abs(score) >= least), "unknown")


def of_claim(cue: Certainty, source: SourceKind, hedge: Certainty | None) -> Certainty:
    """A statement's sureness from its cue, its source and the hedges in its content."""
    if hedge is not None and cue != "unknown":
        return hedge
    if hedge == "possible":
        return hedge
    if source in _UNSURE_SOURCES and cue in {"certain", "probable"}:
        return "probable"
    if source == "media" and cue == "certain":
        return "probable"
    return cue
