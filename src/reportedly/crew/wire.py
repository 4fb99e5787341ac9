"""Jobs and what came of them as msgpack, for machines that share nothing but the program.

Invariant: ``unpacked(packed(answer)) == answer``, and field by field of the same types. A record is an extension of
msgpack whose number says its class, so that whoever unpacks makes nothing but the classes of ``TRAVEL``, with fields of
the types that they declare.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec

from reportedly import errors
from reportedly.crew.jobs import Done, DueArticle, DuePage, Extracted, Found, Spent
from reportedly.crew.rounds import Answer
from reportedly.records import Article, Capture, FeedItem, Gist, Outcome, Outlet, Reading, ReadingFailed, Sighting

TRAVEL: Final[tuple[type, ...]] = (
    *(DuePage, DueArticle, Done, Extracted, Found, Spent),
    *(Capture, Outlet, FeedItem, Article, Outcome, Reading, ReadingFailed, Gist, Sighting),
)
"""Whose places here are their numbers: jobs and what comes of them, then the records in these."""

_NUMBERS: Final = {kind: number for number, kind in enumerate(TRAVEL)}
_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODERS: Final[tuple[Callable[[memoryview], Any], ...]] = tuple(
    msgspec.msgpack.Decoder(kind).decode
    if issubclass(kind, msgspec.Struct)
    else lambda data, kind=kind: kind(*_tuple(data))  # type: ignore[misc]
    for kind in TRAVEL
)


def packed_jobs(jobs: Sequence[Any]) -> bytes:
    """Jobs as msgpack."""
    return _ENCODER.encode([_sendable(job) for job in jobs])


def jobs(data: bytes) -> tuple[Any, ...]:
    """The jobs again."""
    return _tuple(data)


def packed(answer: Answer) -> bytes:
    """An answer as msgpack, with the name of its error, what it was raised with, and what else it knows."""
    error = answer.error
    told = (type(error).__name__, error.args, vars(error)) if error else None
    return _ENCODER.encode([[_sendable(result) for result in answer.results], told])


def unpacked(data: bytes) -> Answer:
    """The answer again; its error is one of ``errors.py``."""
    results, told = _tuple(data)
    if told is None:
        return Answer(results)
    name, args, known = told
    kind: type[errors.ReportedlyError] = getattr(errors, name)
    error = kind.__new__(kind, *args)
    error.args = args
    vars(error).update(known)
    return Answer(results, error)


def _sendable(value: Any) -> Any:
    """A record as an extension, a tuple with those in it; whatever else as it is."""
    number = _NUMBERS.get(type(value))
    if number is None:
        return tuple(map(_sendable, value)) if type(value) is tuple else value
    if isinstance(value, msgspec.Struct):
        return msgspec.msgpack.Ext(number, _ENCODER.encode(value))
    return msgspec.msgpack.Ext(number, _ENCODER.encode(list(map(_sendable, value))))


def _record(number: int, data: memoryview) -> Any:
    return _DECODERS[number](data)


_ANY: Final = msgspec.msgpack.Decoder(ext_hook=_record)


def _tuple(data: bytes | memoryview) -> tuple[Any, ...]:
    return tuple(tuple(each) if isinstance(each, list) else each for each in _ANY.decode(data))
