"""What all records share: how they are made, what their ids come from, and the words for their kinds."""

import hashlib
from typing import Literal

import msgspec

from reportedly.text import kept

SCHEMA = "reportedly/reading/1"
READER = "english/0.9.0"
"""The reader of this program: its name and version. Another version reads all anew."""
OTHERS = ("multilingual", "none")
"""Who reads, at the same version, what is not English: the reader of other languages, and nobody."""

EntityKind = Literal["person", "organisation", "place", "group", "agreement"]
Precision = Literal["point", "city", "region", "country", "line", "none"]
SourceKind = Literal["named", "role", "media", "anonymous", "document", "outlet", "unknown"]
Mode = Literal["direct", "indirect", "mixed"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
Polarity = Literal["affirmed", "denied"]
Status = Literal["occurred", "ongoing", "planned", "expected", "called_for", "hypothetical", "denied"]
State = Literal["open", "due", "happened", "moved", "cancelled", "denied", "silent"]
DevelopmentState = Literal["happened", "moved", "cancelled", "denied"]
Basis = Literal["given", "feed", "page", "url", "text", "none"]
TimeKind = Literal["point", "duration", "window", "set"]
Grain = Literal["minute", "hour", "day", "week", "month", "quarter", "year", "decade"]
RelationKind = Literal["posted_at", "leads", "member_of", "located_in", "part_of"]
FetchState = Literal["fetched", "unchanged", "gone", "blocked", "paywalled", "not_an_article", "failed"]


def counting_as(reader: str) -> tuple[str, ...]:
    """The readers whose readings count as those of ``reader`` (``name/version``): itself, and others of its version."""
    return (reader, *(f"{name}/{reader.partition('/')[2]}" for name in OTHERS))


def content_id(letter: str, *parts: object) -> str:
    """An id of one letter and 16 hex digits made from ``parts``: equal parts, equal id."""
    digest = hashlib.blake2b("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass"), digest_size=8)
    return letter + digest.hexdigest()


def page_id(url: str) -> str:
    """The id of a page: the same for equal addresses, however long they are, as the ledger keeps them."""
    return content_id("p", kept(url))


class Record(msgspec.Struct, frozen=True):
    """What all records are: frozen, typed, compared by content."""
