"""Bytes of JSON as the value they hold, or why they hold none; and what can be had of broken ones."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from reportedly.errors import BadInput
from reportedly.extract.intake.mending import decoded

BETWEEN = b" \t\r\n,;)\x1e\xef\xbb\xbf"  # what may stand between values, as scripts and RFC 7464 have it
NONE = "there are no articles in it"
_APART = re.compile(rb'(?<=\})\s*,\s*(?=\{\s*")')


class Value(NamedTuple):
    """What stands in some bytes, of which ``lost`` characters could not be kept."""

    value: Any
    lost: int


def value(data: bytes) -> Value:
    """What stands in the bytes. Raises ``BadInput`` where they are no JSON."""
    try:
        return Value(msgspec.json.decode(data), 0)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        text, lost = decoded(data)
        try:
            return Value(json.loads(text, strict=False), lost)
        except (ValueError, RecursionError):
            raise BadInput(str(error)) from error


def error(data: bytes) -> str:
    """Why the bytes are no JSON of an article."""
    try:
        value(data.strip(BETWEEN))
    except BadInput as why:
        return str(why)
    return NONE


def objects(data: bytes) -> Iterator[dict[str, Any] | str]:
    """The objects that stand side by side in broken bytes, or what is wrong with one.

    A quotation mark too many or too few puts brackets into strings; but between two objects stands "},{" all the same.
    """
    for part in _APART.split(data):
        try:
            found, _ = json.JSONDecoder(strict=False).raw_decode(decoded(part.strip()).text)
        except (ValueError, RecursionError):
            yield error(part)
        else:
            yield found if isinstance(found, dict) else f"this is a {type(found).__name__}"
