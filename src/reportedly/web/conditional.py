"""Answers that are sent only to whoever does not have them yet: ETag, If-None-Match, 304 (RFC 9110)."""

import hashlib
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import Request
from starlette.responses import Response


def unless_known(request: Request, body: bytes, media_type: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer with its ETag, or 304 where whoever asks names it."""
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    own = {"cache-control": "private, no-cache", **(headers or {}), "etag": tag}
    if _names(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=own)
    return Response(body, media_type=media_type, headers=own)


def _names(header: str, tag: str) -> bool:
    named = {one.strip().removeprefix("W/") for one in header.split(",")}
    return tag in named or "*" in named
