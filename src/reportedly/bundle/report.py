"""What checking a bundle gives: what is wrong in it, and what it says of itself."""

from collections.abc import Callable
from datetime import datetime

from reportedly.bundle.contents import About
from reportedly.records import Record

Wrong = Callable[[str, str], None]
"""Told where something is wrong (a member, a page, a statement), and what."""


class Fault(Record, frozen=True):
    """Something that is not as it should be: in which member, page or statement, and what."""

    where: str
    message: str


class Stamp(Record, frozen=True):
    """What an authority vouches for: that the signature existed ``at`` that moment.

    ``certificate`` is the SHA-256 of the certificate that the stamp was checked with.
    """

    at: datetime
    authority: str
    certificate: str


class Checked(Record, frozen=True):
    """How much was checked.

    ``elsewhere`` counts statements whose words are the article's but do not all stand in its page (a title that only
    the feed gave), ``without_page`` articles that were handed in as text.
    """

    pages: int = 0
    articles: int = 0
    statements: int = 0
    elsewhere: int = 0
    without_page: int = 0


class Report(Record, frozen=True):
    """All faults found, and the facts that hold where there are none; ``key`` is the signing key's fingerprint."""

    faults: tuple[Fault, ...]
    about: About | None = None
    key: str = ""
    signed_at: str = ""
    stamp: Stamp | None = None
    checked: Checked = Checked()
