"""What stands in a bundle: the names of its members, and the lines and objects in them.

A bundle is a WACZ 1.1.1 file. ``archive/``, ``indexes/``, ``pages/`` and the two ``datapackage`` files are those of
that format, so that other tools replay the pages; what is under ``reportedly/`` says what the desk found in them.
"""

from datetime import datetime
from typing import Final, Literal

from reportedly.records import Record
from reportedly.text import Span

PACKAGE: Final = "datapackage.json"
DIGEST: Final = "datapackage-digest.json"
WARC: Final = "archive/data.warc.gz"
INDEX: Final = "indexes/index.cdx.gz"
INDEX_OF_INDEX: Final = "indexes/index.idx"
PAGES: Final = "pages/pages.jsonl"
ABOUT: Final = "reportedly/about.json"
CAPTURES: Final = "reportedly/captures.jsonl"
READINGS: Final = "reportedly/readings.jsonl"
STATEMENTS: Final = "reportedly/statements.jsonl"
BRIEF: Final = "reportedly/brief.md"

REQUIRED: Final = (WARC, INDEX, INDEX_OF_INDEX, PAGES, ABOUT, CAPTURES, READINGS, STATEMENTS)
ALL: Final = (*REQUIRED, BRIEF, PACKAGE, DIGEST)
"""Every member a bundle may have, in the order they are written."""

WACZ: Final = "1.1.1"
FORMAT: Final = "reportedly/bundle/1"

BundleKind = Literal["story", "article", "brief"]


class About(Record, frozen=True):
    """What the bundle is of, who made it and when."""

    format: str
    kind: BundleKind
    id: str
    title: str
    desk: str
    software: str
    created: datetime


class StatementLine(Record, frozen=True):
    """A statement with its words spelt out. ``in_page``: every one of its words stands in the archived page as well."""

    statement: str
    article: str
    url: str
    capture: str | None
    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]
    spans: tuple[Span, ...]
    certainty: str
    polarity: str
    in_page: bool


class ArticleSource(Record, frozen=True):
    """From which capture, and by which extractor, the text of an article comes."""

    article: str
    extractor: str


class CaptureLine(Record, frozen=True):
    """A page: when it came, its digest, where it stands in the bundle, and the articles that were taken from it."""

    capture: str
    url: str
    fetched_at: datetime
    status: int
    content_type: str
    sha256: str
    length: int
    offset: int
    articles: tuple[ArticleSource, ...]


class Resource(Record, frozen=True):
    """A member of the bundle, as ``datapackage.json`` lists it."""

    name: str
    path: str
    hash: str
    bytes: int


class Package(Record, frozen=True):
    """``datapackage.json``: every other member but the signature, with its digest."""

    profile: str
    wacz_version: str
    title: str
    software: str
    created: str
    resources: tuple[Resource, ...]


class Signed(Record, frozen=True, rename="camel", omit_defaults=True):
    """Who vouches for the digest of ``datapackage.json``, and since when.

    ``signature`` is over ``hash``, ``time_signature`` (RFC 3161) over the signature, ``seal`` over all of this.
    """

    hash: str
    created: str
    software: str
    algorithm: str
    public_key: str
    signature: str
    time_signature: str | None = None
    timestamp_cert: str | None = None
    seal: str = ""


class Digest(Record, frozen=True, rename="camel"):
    """``datapackage-digest.json``."""

    path: str
    hash: str
    signed_data: Signed


def moment(when: datetime) -> str:
    """A moment as the bundle writes it, to the second."""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
