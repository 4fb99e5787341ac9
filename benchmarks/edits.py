"""How long two revisions of an article take to be told apart, as they grow: ``python -m benchmarks.edits``.

Three kinds of change: an edit (a word in twenty), a text written anew, and a text of very few distinct words, which has
nothing that stands once. Beside it the standard library's ``SequenceMatcher`` over all words at once, where it ends in
a minute.
"""

import random
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import partial

from reportedly.edits.tokens import tokens
from reportedly.edits.word_diff import rewordings

WORDS = 1_000  # of an article of some length
SIZES = (1, 4, 16, 64)
PLAIN_UP_TO = 16_000  # words; beyond, the plain comparison takes minutes
VOCABULARY = 3_000


def main() -> None:
    """Print the table."""
    print(f"{'words':>8}  {'kind':<12}{'ours':>10}{'difflib':>10}")
    for size in SIZES:
        for kind, made in KINDS.items():
            before, after = made(random.Random(size), size * WORDS)  # noqa: S311  a repeatable text
            ours = seconds(partial(by_ties, before, after))
            plain = size * WORDS <= PLAIN_UP_TO and kind != "few words"
            theirs = seconds(partial(plainly, before, after)) if plain else None
            shown = f"{theirs:>8.3f} s" if theirs is not None else f"{'not run':>10}"
            print(f"{size * WORDS:>8,}  {kind:<12}{ours:>8.3f} s{shown}", flush=True)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of ``work``."""
    start = time.process_time()
    work()
    return time.process_time() - start


def by_ties(before: list[str], after: list[str]) -> object:
    """Ours, from the texts on."""
    return rewordings(tokens(" ".join(before)), tokens(" ".join(after)))


def plainly(before: list[str], after: list[str]) -> object:
    """All words against all words."""
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def edited(chance: random.Random, n: int) -> tuple[list[str], list[str]]:
    """A word in twenty is another."""
    before = text(chance, n)
    return before, [word if chance.random() > 0.05 else f"else{chance.randrange(VOCABULARY)}" for word in before]  # noqa: PLR2004


def anew(chance: random.Random, n: int) -> tuple[list[str], list[str]]:
    """Two texts of one language that have nothing else in common."""
    return text(chance, n), text(chance, n)


def few(chance: random.Random, n: int) -> tuple[list[str], list[str]]:
    """Two rows of thirty words."""
    return ([f"w{chance.randrange(30)}" for _ in range(n)], [f"w{chance.randrange(30)}" for _ in range(n)])


def text(chance: random.Random, n: int) -> list[str]:
    """Words as frequent as in a language: the first the commonest (Zipf)."""
    weights = [1 / rank for rank in range(1, VOCABULARY + 1)]
    return chance.choices([f"w{rank}" for rank in range(VOCABULARY)], weights, k=n)


KINDS = {"edited": edited, "written anew": anew, "few words": few}

if __name__ == "__main__":
    main()
