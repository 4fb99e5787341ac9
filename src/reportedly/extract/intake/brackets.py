"""JSON that no line holds alone, followed bracket by bracket.

A list is never held: its parts are handed on one by one. An object that is too large or broken is opened, and what
its lists hold is handed on likewise. So the most in memory is one row, or one small document.
"""

import re
from collections.abc import Iterator
from typing import Any

from reportedly.errors import BadInput
from reportedly.extract.intake import decoding
from reportedly.extract.intake.listed import Fits, Found, inside
from reportedly.extract.intake.pieces import Pieces

DEEPEST = 8  # lists and objects that are opened
MOST_OPEN = 1_000  # brackets; Python decodes no deeper ones
LIST, OBJECT, QUOTE = b'[{"'
PARTNER = {ord("}"): OBJECT, ord("]"): LIST}
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+("?)|[\[\]{}]', re.DOTALL)
_REST = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+("?)', re.DOTALL)


class _Level:
    """A list or object that was opened: where, why, how many rows were found before, and whether its parts are rows."""

    def __init__(self, bracket: int, place: str, why: str, before: int) -> None:
        self.bracket, self.place, self.why, self.before, self.fitted = bracket, place, why, before, False


class _TooDeep(Exception):
    """More brackets are open than Python decodes."""


class Document:
    """JSON values that begin in one line and end in this or a later one.

    ``alone`` says that nothing stands before them in the file: what is broken may be opened then.
    """

    def __init__(self, pieces: Pieces, longest: int, fits: Fits, *, alone: bool) -> None:
        self._pieces, self._longest, self._fits, self._alone = pieces, longest, fits, alone
        self._line = pieces.line
        self._stack: list[int] = []  # brackets that are not closed
        self._levels: list[_Level] = []  # those of them that were opened
        self._held: list[bytes] | None = None  # the value that is being followed
        self._size = self._number = self._found = 0
        self._begun = self._line
        self._in_string = False
        self._before = 0  # the last byte that is no space

    def rows(self, piece: bytes) -> Iterator[Found]:
        """The rows from this piece on to where the value ends that begins in it."""
        try:
            yield from self._rows(piece)
        except _TooDeep:
            why = f"more than {MOST_OPEN:,} brackets are open: no JSON of articles"
            yield self._trouble(f"line {self._pieces.line}", why)

    def _rows(self, piece: bytes) -> Iterator[Found]:
        yield from self._feed(piece)
        while self._stack:
            following = self._pieces.next()
            if not following:
                yield from self._broken_off()
            elif self._pieces.begins and self._cannot_go_on(following):
                yield from self._given_up()
                if not self._levels:
                    self._pieces.back(following)
                    return
                yield from self._feed(following)
            else:
                yield from self._feed(following)
        if not self._found:
            yield self._trouble(f"line {self._line}", decoding.error(piece))

    # -- following -----------------------------------------------------------------------------------------------------

    def _feed(self, data: bytes) -> Iterator[Found]:
        at = start = 0
        if self._in_string:
            rest = _REST.match(data)
            at = rest.end() if rest else 0
            self._in_string = not (rest and rest[1])
        for token in _TOKEN.finditer(data, at) if not self._in_string else ():
            mark = data[token.start()]
            if mark == QUOTE:
                self._in_string = bool(self._stack) and not token[1]
            elif mark in PARTNER:
                self._close(mark)
                if self._held is not None and len(self._stack) <= len(self._levels):
                    value = b"".join((*self._held, data[start : token.end()]))
                    self._held = None
                    yield from self._value(value)
                yield from self._leave()
            elif self._begin(mark):
                start = token.start()
        self._before = (data.rstrip()[-1:] or bytes([self._before]))[0]
        if self._held is not None:
            yield from self._hold(data[start:])

    def _begin(self, mark: int) -> bool:
        """Take note of an opening bracket; whether a value that is followed begins with it."""
        begins = self._held is None and len(self._stack) == len(self._levels)
        if begins and mark == LIST and not self._stack:
            self._levels.append(
                _Level(mark, f"line {self._pieces.line}", "this is a list without articles", self._found)
            )
            begins = False
        elif begins:
            self._held, self._size, self._begun = [], 0, self._pieces.line
        self._stack.append(mark)
        if len(self._stack) > MOST_OPEN:
            raise _TooDeep
        return begins

    def _hold(self, data: bytes) -> Iterator[Found]:
        """Keep a part of the value that is followed; one that has become too large is opened."""
        if self._held is None:
            return
        self._held.append(data)
        self._size += len(data)
        if self._size > self._longest:
            value, self._held = b"".join(self._held), None
            yield from self._open(value, f"it has more than {self._longest:,} bytes, and no articles in it")

    def _close(self, mark: int) -> None:
        partner = PARTNER[mark]
        if partner in self._stack:
            while self._stack.pop() != partner:
                pass

    def _leave(self) -> Iterator[Found]:
        """Go out of the levels that are closed, and say so where nothing was found in one."""
        while len(self._levels) > len(self._stack):
            level = self._levels.pop()
            if level.before == self._found:
                yield self._trouble(level.place, level.why)

    # -- values --------------------------------------------------------------------------------------------------------

    def _value(self, data: bytes) -> Iterator[Found]:
        """The rows in a value that is whole."""
        try:
            value, lost = decoding.value(data)
        except BadInput as error:
            yield from self._broken(data, str(error))
            return
        level = self._levels[-1] if self._levels else None
        held = [value] if isinstance(value, dict) and self._fits(value) else inside(value, self._fits)
        if level and held:
            level.fitted = True
        elif not held and isinstance(value, dict) and self._is_row(level):
            held = [value]
        for row in held:
            yield self._row(row, lost, single=level is None and row is value)

    def _is_row(self, level: _Level | None) -> bool:
        """Whether an object stands where rows do, whatever it holds."""
        return level is None or (level.bracket == LIST and (level.fitted or len(self._levels) == 1))

    def _broken(self, data: bytes, error: str) -> Iterator[Found]:
        """What can be had of a value that cannot be decoded."""
        level = self._levels[-1] if self._levels else None
        if (level.bracket == OBJECT or data[0] == LIST) if level else self._alone:
            stack = list(self._stack)
            yield from self._open(data, error)
            self._stack = stack
            yield from self._leave()
        else:
            yield from self._apart(data)

    def _open(self, data: bytes, why: str) -> Iterator[Found]:
        """Follow what stands in a value instead of itself."""
        del self._stack[len(self._levels) :]
        if len(self._levels) >= DEEPEST:
            yield self._trouble(f"line {self._begun}", why)
        self._levels.append(_Level(data[0], f"line {self._begun}", why, self._found))
        self._stack.append(data[0])
        self._in_string = False
        yield from self._feed(data[1:])

    # -- what is broken ------------------------------------------------------------------------------------------------

    def _cannot_go_on(self, piece: bytes) -> bool:
        """Whether the line begins an object where none may stand: what came before it was never closed."""
        if not piece.lstrip().startswith(b"{"):
            return False
        if self._in_string:
            return piece.startswith(b'{"') and decoding.error(piece) == decoding.NONE
        return self._stack[-1] == OBJECT and self._before != ord(":")

    def _given_up(self) -> Iterator[Found]:
        """Leave the value that is followed behind."""
        data, self._held = b"".join(self._held or ()), None
        del self._stack[len(self._levels) :]
        self._in_string = False
        yield from self._apart(data)

    def _broken_off(self) -> Iterator[Found]:
        """What can be had where the file ends in the middle of values."""
        while self._held is not None and len(self._levels) < DEEPEST and self._may_open():
            data, self._held = b"".join(self._held), None
            yield from self._open(data, f"the file ends in the middle of it: {decoding.error(data)}")
        if self._held is not None:
            data, self._held = b"".join(self._held), None
            yield from self._apart(data, "the file ends in the middle of it")
        elif self._found:
            yield self._trouble(self._next(), "the file ends in the middle of it")
        self._stack.clear()
        yield from self._leave()

    def _may_open(self) -> bool:
        return self._levels[-1].bracket == OBJECT if self._levels else self._alone

    def _apart(self, data: bytes, why: str = "") -> Iterator[Found]:
        """The rows in broken bytes that are whole, and where one is not."""
        objects = list(decoding.objects(data))
        for left, found in zip(range(len(objects) - 1, -1, -1), objects, strict=True):
            if isinstance(found, str):
                yield self._trouble(self._next(), found if left else why or found)
            elif self._fits(found):
                yield self._row(found, 0, single=False)

    # -- what is handed on ---------------------------------------------------------------------------------------------

    def _row(self, row: Any, lost: int, *, single: bool) -> Found:
        self._found += 1
        self._number += not single
        return Found.of(row, f"line {self._begun}" if single else self._numbered(), lost)

    def _numbered(self) -> str:
        return f"article {self._number}" if self._line == 1 else f"article {self._line}.{self._number}"

    def _next(self) -> str:
        """The place of what is broken where a row should be."""
        if not self._levels:
            return f"line {self._begun}"
        self._number += 1
        return self._numbered()

    def _trouble(self, place: str, what: str) -> Found:
        self._found += 1
        return Found(place, None, what)
