"""Answers that are sent only to whoever does not have them yet: ETag, If-None-Match, 304 (RFC 9110)."""

import hashlib
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import Request
from starlette.responses import Response


def unless_known(request: Request, body: bytes, media_type: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer with its ETag, or 304 where whoever asks names it."""
    own = {**(headers or {}), **tagged(body)}
    return known_already(request, own) or Response(body, media_type=media_type, headers=own)


def tagged(told: bytes) -> dict[str, str]:
    """The headers of an answer that is the same where what is ``told`` is: itself, or all that it hangs on."""
    tag = f'"{hashlib.blake2b(told, digest_size=12).hexdigest()}"'
    return {"cache-control": "private, no-cache", "etag": tag}


def known_already(request: Request, headers: Mapping[str, str]) -> Response | None:
    """304 to whoever names the tag in these headers, else None."""
    if _names(request.headers.get("if-none-match", ""), headers["etag"]):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return None


def _names(header: str, tag: str) -> bool:
    named = {one.strip().removeprefix("W/") for one in header.split(",")}
    return tag in named or "*" in named
