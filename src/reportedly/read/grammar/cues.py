"""The lexicon of words that introduce what somebody says, and how to look a parsed verb up in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from spacy.tokens import Doc, Token

from reportedly.read.grammar.lexicons import base, table
from reportedly.records import Certainty, Polarity


@dataclass(frozen=True)
class Cue:
    """One kind of cue word: how its content is joined to it and what it says of its sureness. See ``cues.toml``."""

    kind: str
    frames: frozenset[str]
    certainty: Certainty = "unknown"
    polarity: Polarity = "affirmed"


PLAIN = Cue("plain", frozenset(), "certain")
HEARSAY = Cue("hearsay", frozenset(), "probable")


@cache
def lexicon() -> dict[str, tuple[Cue, ...]]:
    """From verb (``point_out``) to its cue kinds, in the order of the file."""
    out: dict[str, list[Cue]] = {}
    for kind, entry in table("grammar/cues").items():
        certainty = cast("Certainty", entry["certainty"])
        cue = Cue(kind, frozenset(entry["frames"]), certainty, cast("Polarity", entry.get("polarity", "affirmed")))
        for verb in entry["verbs"].split():
            out.setdefault(verb, []).append(cue)
    return {verb: tuple(cues) for verb, cues in out.items()}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(verb.partition("_")[0] for verb in lexicon())


def verbs(doc: Doc) -> Iterator[tuple[Token, tuple[Cue, ...]]]:
    """The cue verbs of a parsed text, in order, each with its kinds."""
    known, words = _first_words(), lexicon()
    for token in doc:
        if base(token) in known and token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound"}:
            cues = words.get(_with_particle(token)) or words.get(base(token))
            if cues:
                yield token, cues


def _with_particle(token: Token) -> str:
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), None)
    return f"{base(token)}_{particle}" if particle else base(token)
