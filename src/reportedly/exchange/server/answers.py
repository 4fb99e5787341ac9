"""Answers as TAXII 2.1 has them, failures too: each with its media type, and with words that say what to do."""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

import msgspec

from reportedly.records import Answered

TAXII: Final = "application/taxii+json;version=2.1"
STIX: Final = "application/stix+json;version=2.1"
LARGEST: Final = 10_000_000
"""Bytes that are taken at once: a report with a long text has 100,000."""
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_LENIENT: Final = {"*/*", "application/*", "application/json", "application/taxii+json", "application/stix+json"}
_OURS: Final = {"", "2.1"}


class Problem(Exception):
    """A request cannot be answered as it was meant; ``details`` are for programs."""

    def __init__(self, status: HTTPStatus, words: str, **details: str) -> None:
        super().__init__(words)
        self.status = status
        self.details = details


def nothing_there(base: str) -> Problem:
    """That there is nothing, also where there is something for others."""
    return Problem(
        HTTPStatus.NOT_FOUND,
        f"There is nothing for you at this address. Where a program asks for the discovery address, paste {base}/ ; "
        f"where it asks for an API root, {base}/api/ ; collections are named by their ids, and {base}/api/collections/ "
        "lists those that your pacts give you.",
    )


def answer(told: Any, status: HTTPStatus = HTTPStatus.OK, more: Mapping[str, str] = _NOTHING) -> Answered:
    """A resource."""
    return raw(msgspec.json.encode(told), status, more)


def raw(body: bytes, status: HTTPStatus = HTTPStatus.OK, more: Mapping[str, str] = _NOTHING) -> Answered:
    """A resource that is written already. Nothing keeps it on the way, and no tag tells whether it changed."""
    headers = {"content-type": TAXII, "cache-control": "no-store", **more}
    return Answered(status, tuple(headers.items()), body)


def failed(status: int, words: str) -> Answered:
    """A failure that came before anything could be answered."""
    return problem(Problem(HTTPStatus(status), words))


def problem(problem: Problem) -> Answered:
    """An error message."""
    told: dict[str, Any] = {
        "title": problem.status.phrase,
        "description": str(problem),
        "http_status": str(problem.status.value),
    }
    return answer(told | ({"details": problem.details} if problem.details else {}), problem.status)


def check_accept(header: str) -> None:
    """Raises where whoever asks takes another version of TAXII and nothing else; all others get what there is."""
    named = [_media_type(one) for one in header.split(",") if one.strip()]
    if any(kind in _LENIENT and version in _OURS for kind, version in named):
        return
    if any(kind == "application/taxii+json" or "taxii" in kind for kind, _ in named):
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, f"This desk speaks TAXII 2.1 alone: ask with `Accept: {TAXII}`.")


def check_content(header: str) -> None:
    """Raises where what was sent is said to be no JSON, or of another version."""
    kind, version = _media_type(header)
    if header and not (kind in _LENIENT and version in _OURS):
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send objects with `Content-Type: {TAXII}`.")


def _media_type(given: str) -> tuple[str, str]:
    kind, *parameters = (part.strip().lower() for part in given.split(";"))
    named = dict(part.partition("=")[::2] for part in parameters)
    return kind, named.get("version", "").strip('"')
