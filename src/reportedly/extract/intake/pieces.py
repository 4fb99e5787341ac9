"""A stream line by line; a line of more than some bytes comes in pieces."""

from typing import BinaryIO


class Pieces:
    """The lines of a stream. ``line`` is the number of the line that came last."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream, self._most, self._back = stream, most, b""
        self._ended = True
        self.line = 0
        self.begins = True

    def next(self) -> bytes:
        """The next line or piece of one, empty at the end. ``begins`` says whether a line begins with it."""
        if self._back:
            piece, self._back = self._back, b""
            return piece
        piece = self._stream.readline(self._most + 1)
        while piece.endswith(b"\\") and (more := self._stream.read(1)):  # what is escaped stays with its backslash
            piece += more
        self.begins = self._ended
        self.line += self._ended and bool(piece)
        self._ended = piece.endswith(b"\n")
        return piece

    def back(self, piece: bytes) -> None:
        """Give a line back: it comes once more."""
        self._back = piece
