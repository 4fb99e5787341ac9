"""Small pieces of work for a crew, which workers find by name."""

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from typing import NoReturn

from reportedly.errors import DamagedArchive


def doubled(numbers: Iterable[int]) -> Iterator[int]:
    for number in numbers:
        yield 2 * number


def fatal_at_13(numbers: Iterable[int]) -> Iterator[int]:
    """Whoever doubles 13 dies."""
    for number in numbers:
        if number == 13:
            die()
        yield 2 * number


def damaged_at_13(numbers: Iterable[int]) -> Iterator[int]:
    for number in numbers:
        if number == 13:
            raise DamagedArchive("page 13 is damaged")
        yield 2 * number


def who(numbers: Iterable[int]) -> Iterator[int]:
    """The process that was asked."""
    for _ in numbers:
        yield os.getpid()


def has_reader(numbers: Iterable[int]) -> Iterator[bool]:
    """Whether whoever is asked has loaded the parser."""
    for _ in numbers:
        yield "spacy" in sys.modules


def die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def slow(numbers: Iterable[int]) -> Iterator[int]:
    """What takes a while."""
    for number in numbers:
        time.sleep(0.02)
        yield 2 * number


def unforeseen_at_13(numbers: Iterable[int]) -> Iterator[int]:
    """Work that has a fault."""
    for number in numbers:
        yield 1 // (number - 13)


def slow_who(numbers: Iterable[int]) -> Iterator[int]:
    """The process that was asked, which takes a while to say."""
    for _ in numbers:
        time.sleep(0.01)
        yield os.getpid()
