"""The notation in which a language's table writes its phrases, as regular expressions over folded text.

Words stand as they are written. ``[x]`` may be missing, ``(a|b c)`` is a choice, ``{day}`` a slot that the vocabulary
fills, ``_`` a blank that may be missing, ``*`` any further letters of a word, ``~`` an article that may be missing
(Arabic), ``+`` behind letters that are written on to what follows; a comma behind a part may stand there or not, marks
such as - and : with or without blanks.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reportedly.read.multilingual.keys import key

_PIECE = re.compile(r"\{\w+\}|[\[\]()|]|,|[^\s\[\]()|{},]+")
_LETTERS = re.compile(r"[^\W_]+")
_TIGHT = frozenset({"-", ":", "/", "."})
_ARTICLE = "ا?ل"  # what the article is by letters; behind the preposition ل its own alef is left out


class Part(NamedTuple):
    """A pattern and the words it can begin with: ``0`` any number, ``x*`` any word that begins so."""

    pattern: str
    heads: frozenset[str]
    optional: bool = False
    comma: bool = False
    tight: bool = False
    glued: bool = False
    opens: bool = False


Slots = Callable[[str], Part]


def parsed(phrase: str, slots: Slots) -> Part:
    """A phrase as a pattern; ``ValueError`` where its brackets do not fit."""
    pieces = _PIECE.findall(phrase)
    part = _choice(pieces, slots)
    if pieces:
        raise ValueError(f"{phrase!r} has a bracket too many: {pieces[0]!r}")
    return part


def _choice(pieces: list[str], slots: Slots) -> Part:
    options = [_sequence(pieces, slots)]
    while pieces and pieces[0] == "|":
        pieces.pop(0)
        options.append(_sequence(pieces, slots))
    if len(options) == 1:
        return options[0]
    ranked = sorted((option.pattern for option in options), key=len, reverse=True)
    return Part(f"(?:{'|'.join(ranked)})", frozenset().union(*(option.heads for option in options)))


def _sequence(pieces: list[str], slots: Slots) -> Part:
    parts: list[Part] = []
    while pieces and pieces[0] not in {"|", ")", "]"}:
        piece = pieces.pop(0)
        if piece == ",":
            parts[-1] = parts[-1]._replace(comma=True)
        elif piece in {"(", "["}:
            inner = _choice(pieces, slots)
            if not pieces or pieces.pop(0) not in {")", "]"}:
                raise ValueError("a bracket of a phrase is not closed")
            parts.append(inner._replace(optional=piece == "[" or inner.optional))
        else:
            parts.append(slots(piece[1:-1]) if piece[0] == "{" else _word(piece))
    return _joined(parts)


def _joined(parts: list[Part]) -> Part:
    """The parts with blanks between them; an optional one takes along the blank on its own side."""
    must = next((i for i, part in enumerate(parts) if not part.optional), None)
    if must is None:
        raise ValueError("a phrase, or a choice of one, has nothing that must stand there")
    pattern = "".join(f"(?:{part.pattern}{_blank(part)})?" for part in parts[:must]) + parts[must].pattern
    for before, part in zip(parts[must:], parts[must + 1 :], strict=False):
        joined = _blank(before, part) + part.pattern
        pattern += f"(?:{joined})?" if part.optional else joined
    heads = frozenset().union(*(part.heads for part in parts[: must + 1]))
    return Part(pattern, heads, opens=parts[0].tight or parts[0].opens)


def _blank(before: Part, behind: Part | None = None) -> str:
    if before.glued or before.tight or (behind is not None and (behind.tight or behind.opens)):
        return " ?"
    return ",? " if before.comma else " "


def _word(piece: str) -> Part:
    """A word of the table: folded, with its wildcards; or a mark, with or without blanks about it."""
    if piece in _TIGHT:
        return Part(re.escape(piece), frozenset(), tight=True)
    article, bare, glued = piece.startswith("~"), piece.strip("~+"), piece.endswith("+")
    folded = _LETTERS.sub(lambda letters: key(letters[0]), bare)
    pattern = "".join(_signs(folded))
    heads = set(_heads(folded))
    if article:
        pattern = f"(?:{_ARTICLE})?{pattern}"
        heads |= {f"{form}{head}" for form in ("ال", "ل") for head in heads}
    return Part(pattern, frozenset(f"{head}*" if glued else head for head in heads), glued=glued)


def _signs(word: str) -> Iterator[str]:
    for sign in word:
        yield {"_": " ?", "*": r"\w*"}.get(sign) or re.escape(sign)


def _heads(word: str) -> Iterator[str]:
    """The first word that text can have where ``word`` stands: سه_شنبه is two words, or one."""
    if "*" in word:
        yield f"{word.partition('*')[0]}*"
        return
    apart = word.split("_")
    yield from ("".join(apart[:n]) for n in range(1, len(apart) + 1))
