"""How somebody likes the pages, in the browser they sit at: light or dark, with or without keys.

It is kept in cookies that say nothing about who they are, so that a page needs no script and no look into the ledger.
"""

from typing import Final, Literal, NamedTuple, get_args

from fastapi import Request
from starlette.responses import Response

Theme = Literal["system", "light", "dark"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
YEAR: Final = 365 * 86_400  # seconds
_THEME: Final = "theme"
_KEYS: Final = "keys"
_OFF: Final = "off"


class Taste(NamedTuple):
    """``theme`` is that of the pages, ``keys`` whether single keys do something on them."""

    theme: Theme
    keys: bool


def taste(request: Request) -> Taste:
    """What the browser says; the system's theme and keys where it says nothing that is known."""
    given = request.cookies.get(_THEME, "")
    theme = next((theme for theme in THEMES if theme == given), THEMES[0])
    return Taste(theme, request.cookies.get(_KEYS) != _OFF)


def keep_theme(response: Response, theme: Theme) -> None:
    """Have the browser remember a theme."""
    _keep(response, _THEME, theme)


def keep_keys(response: Response, *, on: bool) -> None:
    """Have the browser remember whether keys do something."""
    _keep(response, _KEYS, "on" if on else _OFF)


def _keep(response: Response, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="lax")
