"""From the model's logits to the words of a page that tell an event, and how likely each tells one ahead.

A word that may tell an event ahead is looked at twice: a logistic model weighs what speaks for it (``evidence``);
``training/seen/`` tells how its weights were found, on answers of encoders that had not seen the articles. Of a verb
and its own subject or object only the likelier one is a trigger: the trigger of “hold talks” is one word.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from spacy.tokens import Token

from reportedly.read.events.seen import evidence
from reportedly.read.events.seen.evidence import Around, Evidence
from reportedly.read.grammar.page import Page
from reportedly.read.model import Outlook, Said
from reportedly.read.model.decode import Floats

AHEAD = 0.3  # probability from which a word tells an event ahead
EVENT = 0.6  # probability from which a word tells an event
_LOOKED_AT = -3.2  # logit of the model from which a word is looked at twice: one in twenty-five
_MAY_TELL = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "AUX"})
_TOGETHER = frozenset({"dobj", "nsubj", "nsubjpass", "compound", "amod"})


class Seen(NamedTuple):
    """A word that may tell an event: how likely it tells one, and one ahead, and all that the model says of it.

    ``beside`` is the word of its own subject or object that tells the same event ahead.
    """

    word: Token
    event: float
    ahead: float
    said: Said
    beside: Token | None = None

    @property
    def is_ahead(self) -> bool:
        """Whether it tells an event ahead."""
        return self.ahead >= AHEAD


class Found(NamedTuple):
    """By its index each word that tells an event, and each that was looked at twice."""

    told: dict[int, Seen]
    looked_at: dict[int, Seen]


def find(page: Page, outlook: Outlook, rules: Mapping[int, Sequence[str]]) -> Found:
    """The words of a page that tell an event; ``rules``: by a word's index what the rules made of it."""
    ahead_logits, likely = logits(page, outlook)
    ahead = {
        word.i: Seen(word, float(likely[word.i]), _probability(found), said)
        for word, said, found in weighed(page, outlook, ahead_logits, rules)
    }
    wanted = likely >= EVENT
    wanted[np.array([*ahead], np.int64)] = True
    told = (
        ahead.get(word.i) or Seen(word, float(likely[word.i]), 0.0, said)
        for word in _words(page, wanted.tolist())
        if (said := outlook.of(word.idx, word.idx + len(word)))
    )
    return Found(_apart(each for each in told if each.is_ahead or each.event >= EVENT), ahead)


def logits(page: Page, outlook: Outlook) -> tuple[Floats, Floats]:
    """Of each token of a page the logit that it tells an event ahead, and how likely it tells an event."""
    starts, lengths = page.doc.to_array(["IDX", "LENGTH"]).astype(np.int64).T
    return outlook.each(starts, starts + lengths)


def weighed(
    page: Page, outlook: Outlook, ahead: Floats, rules: Mapping[int, Sequence[str]]
) -> Iterator[tuple[Token, Said, Evidence]]:
    """The words to look at twice, with what the model says of them and all evidence; ``ahead``: the tokens' logits."""
    around = Around(page, ahead)
    for word in _words(page, (ahead >= _LOOKED_AT).tolist()):
        said = outlook.of(word.idx, word.idx + len(word))
        if said is not None:
            yield word, said, evidence.of_word(word, said, around, rules)


def _words(page: Page, wanted: Sequence[bool]) -> Iterator[Token]:
    """The words of the body that may tell an event, of those that are ``wanted``, by their indices."""
    indices = (i for sentence in page.body for i in range(sentence.start, sentence.end) if wanted[i])
    return (word for i in indices if (word := page.doc[i]).pos_ in _MAY_TELL)


def _probability(found: Evidence) -> float:
    weights = _weights()
    return evidence.likelihood(weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found.items()))


@cache
def _weights() -> dict[str, float]:
    """From a piece of evidence to its weight."""
    lines = files("reportedly.read.events").joinpath("data/seen.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def _apart(likely: Iterable[Seen]) -> dict[int, Seen]:
    """Without those that share their event with a likelier one, in the order of the words."""
    kept: dict[int, Seen] = {}
    for each in sorted(likely, key=lambda each: (-each.ahead if each.is_ahead else 0.0, -each.event, each.word.i)):
        other = next((other for other in _near(each.word, kept) if _is_one(each.word, other)), None)
        if other is None:
            kept[each.word.i] = each
        elif each.is_ahead and kept[other.i].is_ahead:
            kept[other.i] = kept[other.i]._replace(beside=each.word)
    return dict(sorted(kept.items()))


def _near(word: Token, kept: Mapping[int, Seen]) -> Iterator[Token]:
    """The words already kept that a word governs or is governed by."""
    return (other for other in (word.head, *word.children) if other.i in kept and other.i != word.i)


def _is_one(a: Token, b: Token) -> bool:
    return (a.head == b and a.dep_ in _TOGETHER) or (b.head == a and b.dep_ in _TOGETHER)
