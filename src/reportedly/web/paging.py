"""Lists in pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import urlencode

from fastapi import Request

Line = TypeVar("Line")
PAGE: Final = 40  # lines on a page of a list


@dataclass(frozen=True)
class Paging:
    """The number of a page of a list, and the addresses of the pages before and after it, None where there is none."""

    number: int
    before: str | None
    after: str | None


def paged(request: Request, number: int, lines: Iterable[Line], size: int = PAGE) -> tuple[list[Line], Paging]:
    """The lines of this page, and its paging; ``lines`` holds one more than a page where there is another."""
    held = list(lines)
    before = _address(request, number - 1) if number > 1 else None
    after = _address(request, number + 1) if len(held) > size else None
    return held[:size], Paging(number, before, after)


def _address(request: Request, number: int) -> str:
    asked = [(key, value) for key, value in request.query_params.multi_items() if key != "page" and value]
    return "?" + urlencode([*asked, ("page", str(number))])
