"""What a person typed to be searched for.

All words must stand in a text. ``"two words"`` stand one after another, ``"two words"~5`` with at most five others
between them, ``begin*`` is any word that begins so, and what has a ``-`` before it must not stand there. Nothing else
means anything, so nothing is an error.
"""

import re
from typing import Final, NamedTuple

from reportedly.search.words import terms, words

_TYPED: Final = re.compile(r'(-?)"([^"]*)"(?:~(\d{1,3}))?|(-?)(\S+)')
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_PARTING: Final = "\u200c"  # some write a space in its place


class Sought(NamedTuple):
    """What has to stand in a text: one of these ``ways``, each of words in a row.

    With ``near`` there is one way, of words with at most so many others between them, in any order; with ``begins`` one
    of one word, which others begin with.
    """

    ways: tuple[tuple[str, ...], ...]
    near: int | None = None
    begins: bool = False


class Question(NamedTuple):
    """What must stand in a text, and what must not."""

    wanted: tuple[Sought, ...] = ()
    unwanted: tuple[Sought, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return bool(self.wanted or self.unwanted)


def question(typed: str) -> Question:
    """What was typed, as a question."""
    wanted: list[Sought] = []
    unwanted: list[Sought] = []
    for not_quoted, quoted, near, not_bare, bare in _TYPED.findall(typed.translate(_QUOTES)):
        sought = _bare(bare) if bare else _quoted(quoted, near)
        if sought:
            (unwanted if not_quoted or not_bare else wanted).append(sought)
    return Question(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))


def _quoted(quoted: str, near: str) -> Sought | None:
    held = tuple(terms(quoted))
    return Sought((held,), int(near) if near and len(held) > 1 else None) if held else None


def _bare(bare: str) -> Sought | None:
    if bare.endswith("*"):
        forms = [word.form for word in words(bare)]
        if len(forms) == 1:
            return Sought((tuple(forms),), begins=True)
    held = tuple(terms(bare))
    apart = tuple(terms(bare.replace(_PARTING, " ")))
    return Sought(tuple(dict.fromkeys((held, apart)))) if held else None
