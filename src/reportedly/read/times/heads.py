r"""With which letters a pattern can begin: the index that spares trying every rule at every word.

Understands the part of the regular-expression language that the time rules are written in: literals, groups,
alternatives, classes, ``\d``, the quantifiers ``?`` and ``{..}``, and look-arounds (which take no letters).
"""

import re
from collections.abc import Iterator

LENGTH = 5
_OPEN = "*"  # marks a beginning after which anything may follow
_ATOM = re.compile(r"\\.|\[[^\]]+\]|[^\\\[()|]")
_QUANTIFIER = re.compile(r"[?*]|\{0?,?\d*(?:,\d*)?\}|\+")
_GROUP = re.compile(r"\(\?(?:P<\w+>|:)|\(\?<?[=!]")
_FEW = 5  # letters of a class that are spelled out


def heads(pattern: str) -> frozenset[str]:
    """The first letters, ``LENGTH`` at most, of all that the pattern matches; "0" stands for any digit."""
    return frozenset(head.rstrip(_OPEN)[:LENGTH] for head in _beginnings(pattern))


def _beginnings(pattern: str) -> set[str]:
    return {head for part in _alternatives(pattern) for head in _of_sequence(part)}


def _of_sequence(pattern: str) -> set[str]:
    partial, done = {""}, set[str]()
    for options, optional in _atoms(pattern):
        joined = {_joined(begun, option) for begun in partial for option in options}
        done |= {text for text in joined if text.endswith(_OPEN) or len(text) >= LENGTH}
        partial = (joined - done) | (partial if optional else set())
        if not partial:
            break
    return done | partial


def _joined(begun: str, option: str) -> str:
    """Digits count by their class only where the word begins with one."""
    return begun + (_OPEN if begun and option == "0" + _OPEN else option)


def _atoms(pattern: str) -> Iterator[tuple[set[str], bool]]:
    """Each atom's possible beginnings and whether it may be missing."""
    at = 0
    while at < len(pattern):
        if pattern[at] == "(":
            opened = _GROUP.match(pattern, at)
            inside, end = opened.end() if opened else at + 1, _closing(pattern, at)
            look = opened is not None and opened[0][-1] in "=!"
            options = {""} if look else _beginnings(pattern[inside:end])
            at = end + 1
        else:
            atom = _ATOM.match(pattern, at)
            options, at = _letters(atom[0] if atom else ""), at + len(atom[0] if atom else " ")
        quantifier = _QUANTIFIER.match(pattern, at)
        at = quantifier.end() if quantifier else at
        optional = quantifier is not None and quantifier[0][0] in "?*"
        repeated = quantifier is not None and not optional
        yield (
            ({option if option.endswith(_OPEN) else option + _OPEN for option in options} if repeated else options),
            optional,
        )


def _letters(atom: str) -> set[str]:
    if atom.startswith("["):
        inside = atom[1:-1]
        if re.search(r"\d", inside):
            return {"0" + _OPEN}
        return set(inside) if len(inside) < _FEW and "\\" not in inside and "-" not in inside[1:-1] else {_OPEN}
    if atom in {r"\d", "0", "1", "2", "3"}:
        return {"0" + _OPEN}
    if atom.startswith("\\"):
        return {atom[1:]} if atom[1] in ".-" else {""} if atom[1] == "b" else {_OPEN}
    return {_OPEN} if atom == "." else {"" if atom in "^$" else atom}


def _closing(pattern: str, at: int) -> int:
    depth = 0
    for end, c in _unquoted(pattern, at):
        depth += (c == "(") - (c == ")")
        if depth == 0:
            return end
    return len(pattern)


def _alternatives(pattern: str) -> Iterator[str]:
    depth, start = 0, 0
    for at, c in _unquoted(pattern, 0):
        depth += (c == "(") - (c == ")")
        if c == "|" and depth == 0:
            yield pattern[start:at]
            start = at + 1
    yield pattern[start:]


def _unquoted(pattern: str, start: int) -> Iterator[tuple[int, str]]:
    """The characters that are neither escaped nor in a class."""
    for atom in re.finditer(r"\\.|\[[^\]]+\]|.", pattern[start:], re.DOTALL):
        if len(atom[0]) == 1:
            yield start + atom.start(), atom[0]
