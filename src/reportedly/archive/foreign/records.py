"""What comes out of somebody's archive besides outcomes: pages, pages seen again, and what is passed over."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from reportedly.records import Headers


class Kind(StrEnum):
    """What is passed over, in words for one or for many."""

    redirect = "redirects"
    error = "answers with an error"
    picture = "pictures"
    media = "sounds and films"
    code = "style sheets, scripts and fonts"
    data = "data (JSON, XML and the like)"
    document = "PDF and office documents"
    text = "plain texts"
    other = "other files"
    empty = "empty answers"
    no_answer = "answers without a status"
    no_web = "records with an address that is none of the web"
    known_text = "texts of pages in the same file"
    again = "revisits of what was not filed"


class Again(NamedTuple):
    """A page that was seen again with the same bytes, whose SHA-256 is given; they stand in an earlier record."""

    url: str
    fetched_at: datetime
    status: int
    reason: str
    headers: Headers
    sha256: str
    origin: str


class PassedOver(NamedTuple):
    """A record that holds no page."""

    kind: Kind
    url: str


class Unusable(Exception):
    """A record that should be a page and cannot be used as one."""
