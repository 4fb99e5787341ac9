"""The parts of running stories that began on one day, as they are kept: ready to be counted and looked up unopened.

Of a day that has passed one asks how many stories had a word, and which have a rare one; only these few are opened.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

import msgspec

from reportedly.stories.threads.part import Meeting, Part


class Told(msgspec.Struct, frozen=True, array_like=True):
    """A day and its parts in the order of their keys: ``parts`` unopened, and beside them what they are found by.

    ``words`` and ``names`` say how many of them have each, ``joining`` and ``ahead`` what each of them has.
    """

    day: date
    words: msgspec.Raw
    names: msgspec.Raw
    joining: msgspec.Raw
    ahead: msgspec.Raw
    parts: tuple[msgspec.Raw, ...]


_encode: Final = msgspec.msgpack.Encoder(order="deterministic").encode
_told: Final = msgspec.msgpack.Decoder(Told)
_part: Final = msgspec.msgpack.Decoder(Part)
_counts: Final = msgspec.msgpack.Decoder(dict[str, int])
_words: Final = msgspec.msgpack.Decoder(tuple[tuple[str, ...], ...])
_meetings: Final = msgspec.msgpack.Decoder(tuple[tuple[Meeting, ...], ...])


def told(day: date, parts: Iterable[Part]) -> Told:
    """The stories that began on a day."""
    own = sorted(parts, key=lambda part: part.key)
    return Told(
        day,
        words=_raw(Counter(word for part in own for word in part.words)),
        names=_raw(Counter(name for part in own for name in part.names)),
        joining=_raw([part.joining for part in own]),
        ahead=_raw([part.ahead for part in own]),
        parts=tuple(map(_raw, own)),
    )


def packed(told: Told) -> bytes:
    """A day as bytes, the same for the same parts."""
    return _encode(told)


def unpacked(data: bytes) -> Told:
    """The day again."""
    return _told.decode(data)


def opened(part: msgspec.Raw) -> Part:
    """A part as it was given."""
    return _part.decode(part)


def words_of(told: Told) -> dict[str, int]:
    """How many of a day's stories have each word."""
    return _counts.decode(told.words)


def names_of(told: Told) -> dict[str, int]:
    """How many of a day's stories have each name."""
    return _counts.decode(told.names)


def joining_of(told: Told) -> tuple[tuple[str, ...], ...]:
    """The words of each story by which it can be joined."""
    return _words.decode(told.joining)


def ahead_of(told: Told) -> tuple[tuple[Meeting, ...], ...]:
    """The meetings that each story announces."""
    return _meetings.decode(told.ahead)


def _raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(_encode(value))
