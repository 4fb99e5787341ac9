"""Ids of objects: made of the desk's key and of what they tell of, so that nobody else can make a version of one.

Moments are written to the millisecond, always with three digits: the same moment is the same letters.
"""

from datetime import UTC, datetime
from typing import Final
from uuid import UUID, uuid5

from reportedly.errors import BadInput

NAMESPACE: Final = UUID("6f1c0c52-6d5a-5c0e-9d53-0e7b4f7d2a11")
_OBSERVABLES: Final = UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")
"""The namespace that STIX gives to ids of observables."""


def object_id(kind: str, desk: str, about: str, generation: int = 0) -> str:
    """The id of what a desk says of something: ``kind`` is the object's type, and what kind of it after a slash."""
    again = f"|{generation}" if generation else ""
    return f"{kind.partition('/')[0]}--{uuid5(NAMESPACE, f'{kind}|{desk}|{about}{again}')}"


def shared_id(kind: str, about: str) -> str:
    """The id of an object that all desks write alike: a pact's marking."""
    return f"{kind}--{uuid5(NAMESPACE, f'{kind}|{about}')}"


def observable_id(kind: str, contributing: str) -> str:
    """The id of an observable; ``contributing`` is the canonical JSON of its properties that count."""
    return f"{kind}--{uuid5(_OBSERVABLES, contributing)}"


def moment(at: datetime) -> str:
    """``2026-11-28T02:40:00.000Z``."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"


def moment_of(written: object) -> datetime:
    """The moment that is written, with any number of digits of a second; raises ``BadInput`` for any other words."""
    if not isinstance(written, str) or not written.endswith("Z"):
        raise BadInput(f"{str(written)[:60]!r} is no moment as STIX writes it: 2026-11-28T02:40:00.000Z")
    try:
        return datetime.fromisoformat(written[:-1]).replace(tzinfo=UTC)
    except ValueError as error:
        raise BadInput(f"{written[:60]!r} is no moment: {error}") from error
