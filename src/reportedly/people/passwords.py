"""Passwords: kept as Argon2id hashes, and hashed anew when the hasher's parameters were raised."""

import unicodedata
from functools import cached_property
from threading import BoundedSemaphore
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST: Final = 12
"""Characters: what a guesser who has the hashes cannot go through; NIST SP 800-63B-4 asks for 8 with a second factor,
15 without. No rule says which characters."""
LONGEST: Final = 500
FEWEST: Final = 5
"""Different characters; fewer are a pattern."""


class Passwords:
    """Hashes and compares. Two at a time, for each takes 64 MiB and some 0.2 s of processor time on two cores."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turns = BoundedSemaphore(2)

    @cached_property
    def _nobodys(self) -> str:
        return self._hasher.hash("the password of nobody")

    def hashed(self, password: str) -> str:
        """The hash to keep, with its salt and parameters."""
        with self._turns:
            return self._hasher.hash(_same(password))

    def match(self, kept: str | None, password: str) -> bool:
        """Whether it is the password that was ``kept``; where none was, that takes as long to deny."""
        try:
            with self._turns:
                return self._hasher.verify(kept or self._nobodys, _same(password)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False

    def is_stale(self, kept: str) -> bool:
        """Whether it was hashed with other parameters than are usual now."""
        return self._hasher.check_needs_rehash(kept)


def unfit(password: str, *own: str) -> str:
    """Why it cannot be a password of whom the words ``own`` name; empty where it can."""
    plain = _same(password).casefold()
    if len(plain) < SHORTEST:
        return f"A password has at least {SHORTEST} characters: some words of your own are easy to keep in mind."
    if len(plain) > LONGEST:
        return f"A password has at most {LONGEST} characters."
    if len(set(plain)) < FEWEST or plain in {word.casefold() for word in own}:
        return "That is too easy to guess: take some words of your own."
    return ""


def _same(password: str) -> str:
    """One spelling of what looks alike, however a keyboard sends it."""
    return unicodedata.normalize("NFC", password)
