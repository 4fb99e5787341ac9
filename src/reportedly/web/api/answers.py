"""How records become JSON answers."""

from typing import Any, Final

import msgspec
from starlette.responses import Response

from reportedly.errors import BadInput

MOST: Final = 200  # rows of one answer


def answer(rows: Any) -> Response:
    """The records as JSON, exactly as the desk holds them."""
    return Response(msgspec.json.encode(rows), media_type="application/json")


def checked(limit: int, offset: int) -> None:
    """Raise ``BadInput`` unless the rows asked for are within reason."""
    if not (1 <= limit <= MOST and 0 <= offset < 2**31):
        raise BadInput(f"limit={limit}, offset={offset}: ask for 1 to {MOST} rows from offset 0 on")
