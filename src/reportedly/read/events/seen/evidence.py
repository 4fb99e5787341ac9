"""What speaks for and against a word's telling an event ahead, by name and weight.

Four kinds: what the model says of the word; what it says of the words around it, and of the same word elsewhere; what
the word is in its sentence, and what governs it; and what the rules made of it.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import islice

import numpy as np
from spacy.tokens import Token

from reportedly.read.grammar.page import Page
from reportedly.read.model.decode import Floats
from reportedly.read.model.outlook import CERTAINTIES, ROOTS, STATUSES, Said

Evidence = dict[str, float]

_LOW = -6.0  # logit of a word that was not read
_GOVERNORS = 2
_OPEN = 0.05  # probability from which the same word elsewhere counts


class Around:
    """The logits of a page's words by sentence and by dictionary form, for looking at their neighbours."""

    def __init__(self, page: Page, logits: Floats) -> None:
        """``logits``: one for each token of the page, that it tells an event ahead."""
        self._logits: list[float] = np.maximum(logits.astype(np.float64), _LOW).tolist()
        self._same = defaultdict[str, list[tuple[float, int]]](list)
        self._sentence = dict[int, list[tuple[float, int]]]()
        for sentence in page.body:
            words = range(sentence.start, sentence.end)
            likely = nlargest(2, ((self._logits[i], i) for i in words))
            for i in words:
                self._sentence[i] = likely
                p = likelihood(self._logits[i])
                if p > _OPEN:
                    self._same[page.doc[i].lemma_.lower()].append((p, i))
        self._best = {form: nlargest(2, likely) for form, likely in self._same.items()}

    def of(self, word: Token) -> Iterator[tuple[str, float]]:
        """What is said of the word's governor, its dependants, its sentence, and of the same word elsewhere."""
        form = word.lemma_.lower()
        yield "governor", self._logits[word.head.i] if word.head.i != word.i else _LOW
        yield "dependant", max((self._logits[child.i] for child in word.children), default=_LOW)
        yield "sentence", likelihood(_but(self._sentence.get(word.i, ()), word, _LOW)) * 3
        yield "same", _but(self._best.get(form, ()), word, 0.0) * 3
        own = likelihood(self._logits[word.i]) > _OPEN
        yield "times", min(len(self._same.get(form, ())) - own, 3)


def _but(best: Sequence[tuple[float, int]], word: Token, default: float) -> float:
    """The best that is not the word's own."""
    return next((value for value, i in best if i != word.i), default)


def likelihood(logit: float) -> float:
    """The probability of a logit."""
    return 1 / (1 + math.exp(-max(logit, -30.0)))


def of_word(word: Token, said: Said, around: Around, rules: Mapping[int, Sequence[str]]) -> Evidence:
    """All evidence on a word; ``rules``: by a word's index what the rules made of it."""
    found: Evidence = {"model": said.ahead / 3}
    found |= {f"status={name}": float(p) / 4 for name, p in zip(("none", *STATUSES), said.status, strict=True)}
    found |= {f"certainty={name}": float(p) / 3 for name, p in zip(CERTAINTIES, said.certainty, strict=True)}
    found[f"root={ROOTS[int(said.root.argmax())]}"] = 1.0
    found |= {f"around={name}": value / 3 for name, value in around.of(word)}
    found |= dict.fromkeys((f"pos={word.pos_}", f"dep={word.dep_}"), 1.0)
    found |= {f"governor{n}={form}": 1.0 for n, form in enumerate(_governors(word))}
    return found | {f"rules={name}": 1.0 for name in rules.get(word.i, ())}


def _governors(word: Token) -> Iterator[str]:
    return (above.lemma_.lower() for above in islice(word.ancestors, _GOVERNORS))
