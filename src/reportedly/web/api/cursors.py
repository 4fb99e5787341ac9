"""Where a list goes on, in a word that means something only to the list it came from."""

import base64
import binascii
from typing import Any, Final, TypeVar

import msgspec

from reportedly.errors import BadInput

Place = TypeVar("Place")
_ALPHABET: Final = b"-_"


def cursor(of: str, *place: Any) -> str:
    """The word for a place in the list named ``of``."""
    return base64.b64encode(msgspec.json.encode([of, *place]), _ALPHABET).rstrip(b"=").decode()


def place(of: str, given: str | None, kind: type[Place]) -> Place | None:
    """The place, a tuple of ``kind``; None where no word is given. Raises ``BadInput`` for one of another list."""
    if given is None:
        return None
    try:
        whole = given.encode("ascii") + b"=" * (-len(given) % 4)
        name, *rest = msgspec.json.decode(base64.b64decode(whole, _ALPHABET, validate=True), type=list[Any])
        if name == of:
            return msgspec.convert(rest, kind)
    except (UnicodeEncodeError, binascii.Error, msgspec.MsgspecError, ValueError):
        pass
    raise BadInput(f"cursor={given[:60]!r}: give the `next` of the page before, of this very list")
