"""Secrets that a browser or a program brings: shown once, kept only as their SHA-256."""

import hashlib
import secrets
from typing import Final

TOKEN: Final = "rpt_"  # noqa: S105  the beginning of every token, so that scanners for leaked secrets find it


def fresh() -> str:
    """A secret that nobody guesses: 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is kept of it. Nothing slower is needed: there are too many secrets to try."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
