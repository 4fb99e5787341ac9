"""The lexicon of words that introduce what somebody says, and how to look a parsed verb up in it."""

from dataclasses import dataclass
from functools import cache

from reportedly.read.grammar.lexicons import table
from reportedly.read.grammar.page import Page
from reportedly.records import Certainty, Polarity


@dataclass(frozen=True)
class Cue:
    """One kind of cue word: how its content is joined to it and what it says of its sureness. See ``cues.toml``."""

    kind: str
    certainty: Certainty = "unknown"
    polarity: Polarity = "affirmed"
    frames: frozenset[str] = frozenset()


PLAIN = Cue("plain", "certain")
HEARSAY = Cue("hearsay", "probable")


@cache
def lexicon() -> dict[str, tuple[Cue, ...]]:
    """From verb (``point_out``) to its cue kinds, in the order of the file."""
    out: dict[str, list[Cue]] = {}
    for kind, entry in table("grammar/cues").items():
        sureness = {part: entry[part] for part in ("certainty", "polarity") if part in entry}
        cue = Cue(kind, **sureness, frames=frozenset(entry.get("frames", ())))
        for verb in entry["verbs"].split():
            out.setdefault(verb, []).append(cue)
    return {verb: tuple(cues) for verb, cues in out.items()}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(verb.partition("_")[0] for verb in lexicon())


def verbs(page: Page) -> dict[int, tuple[Cue, ...]]:
    """From the index of each cue verb of a page, in order, to its kinds."""
    clauses, first_words, known = page.clauses, _first_words(), lexicon()
    tokens = (token for token in page.doc if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound"})
    verbs = [verb for verb in tokens if clauses.form(verb) in first_words]
    kinds = ((verb.i, known.get(clauses.with_particle(verb)) or known.get(clauses.form(verb))) for verb in verbs)
    return {i: cues for i, cues in kinds if cues}
