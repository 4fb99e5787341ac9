"""Who may use a route: said by one word above it, and asked before anything of the route runs.

    @router.post("/stories/{story_id}/merge")
    @editors
    def merge(...)

The words are ``anybody``, ``readers``, ``editors`` and ``admins``; an admin may what an editor may, an editor what a
reader may. ``partners`` is for programs of other desks and for nobody else. ``feeds`` is ``readers``, and can also be
opened with a person's feed token. A route without a word is safe:
what only shows is for readers, all else for admins alone (and a test asks for the word).
"""

from collections.abc import Callable
from typing import Any, Final, Literal, NamedTuple, TypeVar

from reportedly.records import ROLES, Role

Admitted = Literal["anybody", "partner"] | Role
SHOWING: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_WORD: Final = "__admits__"
_FEED: Final = "__is_feed__"

Route = TypeVar("Route", bound=Callable[..., Any])


def anybody(route: Route) -> Route:
    """Open to whoever can reach the desk, signed in or not."""
    return _admitting(route, "anybody")


def readers(route: Route) -> Route:
    """For everybody who is signed in; also what they change for themselves alone."""
    return _admitting(route, "reader")


def editors(route: Route) -> Route:
    """For who decides and writes."""
    return _admitting(route, "editor")


def admins(route: Route) -> Route:
    """For who says who may come in."""
    return _admitting(route, "admin")


def partners(route: Route) -> Route:
    """For other desks, which come in with the token that this one gave them; no person comes in here."""
    return _admitting(route, "partner")


def feeds(route: Route) -> Route:
    """For readers, and for the feed reader of one, which gives ``?key=`` and cannot sign in."""
    setattr(route, _FEED, True)
    return readers(route)


class Need(NamedTuple):
    """What a route asks for; ``said`` is whether a word stands above it, ``feed`` whether feed tokens open it."""

    role: Admitted
    said: bool
    feed: bool

    @property
    def person(self) -> Role | None:
        """The role that a person has who may; None where anybody may, and where no person does."""
        return next((role for role in ROLES if role == self.role), None)


def need_of(endpoint: Callable[..., Any], method: str) -> Need:
    """What is asked of whoever sends ``method`` to the route that ``endpoint`` answers."""
    usual: Role = "reader" if method in SHOWING else "admin"
    role: Admitted | None = getattr(endpoint, _WORD, None)
    return Need(role or usual, role is not None, getattr(endpoint, _FEED, False))


def _admitting(route: Route, role: Admitted) -> Route:
    setattr(route, _WORD, role)
    return route
