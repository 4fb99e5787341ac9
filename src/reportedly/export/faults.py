"""What does not add up, for a person and for a program."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

import msgspec

from reportedly.account.faults import KINDS, REMEDIES
from reportedly.records import Fault, FaultKind

SHOWN: Final = 20
"""Faults of one kind that a person is shown; the others are counted."""


class FaultLine(msgspec.Struct):
    """A fault as ``reportedly ledger check --format jsonl`` prints it."""

    kind: FaultKind
    about: str
    words: str
    remedy: str


def jsonl(faults: Iterable[Fault]) -> Iterator[str]:
    """One JSON object a fault, as they are found."""
    for fault in faults:
        yield msgspec.json.encode(FaultLine(fault.kind, fault.about, fault.words, REMEDIES[fault.kind])).decode()


def text(faults: Iterable[Fault]) -> Iterator[str]:
    """Kind by kind as they are found: its faults, how many are not shown, and what to do."""
    for kind, of_kind in groupby(faults, attrgetter("kind")):
        yield f"{KINDS[kind]}:"
        more = 0
        for number, fault in enumerate(of_kind):
            if number < SHOWN:
                yield f"    {fault.about}: {fault.words}"
            else:
                more += 1
        if more:
            yield f"    and {more:,} more"
        yield f"    what to do: {REMEDIES[kind]}"
