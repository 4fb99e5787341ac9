"""What every page stands on: the ledger, the desk's clock, and the way from a template to an answer."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import Depends, Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from reportedly.account import links
from reportedly.account.remarks import NOTHING as UNREMARKED
from reportedly.account.spoken import is_read
from reportedly.account.wording import PUT_AS, SOURCES, STATES, STATUSES
from reportedly.clock import Clock
from reportedly.letters import tongues
from reportedly.records import CORRECTABLE, MARKS, Capture
from reportedly.settings import FetchSettings, Space
from reportedly.web import safety, wording, written
from reportedly.web.door import Door
from reportedly.web.navigation import Navigation
from reportedly.web.taste import taste
from reportedly.web.visitor import Visitor

if TYPE_CHECKING:
    from reportedly.brief.checking import Weigh
    from reportedly.ledger import Ledger
    from reportedly.web.judging import Judging
    from reportedly.web.partners import Partners


@cache
def templates() -> Environment:
    """The templates with what all of them may call; everything they print is escaped, a misspelt name is an error."""
    loader = PackageLoader("reportedly.web", "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, lstrip_blocks=True, auto_reload=False)
    made.globals.update(
        words=wording,
        put_as=PUT_AS,
        sources=SOURCES,
        states=STATES,
        statuses=STATUSES,
        correctable=CORRECTABLE,
        tlp=MARKS,
        unremarked=UNREMARKED,
        passage=links.passage,
        cited=links.of,
        outside=links.outside,
        framed=tongues.framed,
        own=written.own,
        apart=written.apart,
        listed=written.listed,
        turned=written.turned,
        reads=is_read,
    )
    for name in made.list_templates(extensions=["html"]):  # compiled now, so that the first page is as quick as others
        made.get_template(name)
    return made


USUAL: Final = FetchSettings()
"""When pages and feeds are due where no settings are given."""


@dataclass(frozen=True)
class WebDesk:
    """One desk as the web sees it.

    ``body_of`` gives a capture's archived bytes, ``bundle_of`` the evidence bundle of a story or an article; without
    ``judging`` nothing can be decided here. ``fetch`` says when a page is due, ``space`` how much room there is.
    ``door`` knows who is asking. ``shifts`` begin at these times of day in ``zone``.
    ``weigh`` says how surely sentences are put; without it no brief can be written here. ``partners`` answers other
    desks; without it none comes in.
    """

    ledger: "Ledger"
    name: str
    now: Clock
    sample: bool
    body_of: Callable[[Capture], bytes]
    door: Door
    bundle_of: Callable[[str], bytes | None] | None = None
    judging: "Judging | None" = None
    fetch: FetchSettings = USUAL
    space: Callable[[], Space] = Space
    shifts: tuple[str, ...] = ()
    zone: tzinfo = UTC
    weigh: "Weigh | None" = None
    partners: "Partners | None" = None
    templates: Environment = field(default_factory=templates)

    @property
    def today(self) -> date:
        """The day on the desk's calendar."""
        return self.now().date()

    def visitor(self, request: Request) -> Visitor:
        """Who is asking. A desk without accounts is served to its own machine only, and whoever sits there may all."""
        return self.door.visitor(request)

    def page(self, template: str, request: Request, *, status: int = 200, style: str = "", **shown: Any) -> Response:
        """A page from its template; ``style`` is allowed by its digest, everything else inline is refused.

        Whoever may not decide is shown no form to do it with.
        """
        visitor, navigation = self.visitor(request), places(request)
        if not visitor.may("editor") and "judging" in shown:
            shown["judging"] = None
        words = self.templates.get_template(template).render(
            desk=self,
            visitor=visitor,
            today=self.today,
            at=request.url.path,
            asked=request.query_params,
            here=here(request),
            navigation=navigation.shown(request.url.path, visitor.person),
            serves=navigation.has,
            taste=taste(request),
            style=style,
            **shown,
        )
        headers = {"content-security-policy": safety.policy_with(_digest(style))} if style else {}
        return HTMLResponse(words.encode("utf-8", "replace"), status_code=status, headers=headers)

    def piece(self, template: str, **shown: Any) -> Response:
        """A piece of a page, to be put in the place of what it was."""
        return HTMLResponse(self.templates.get_template(template).render(words=wording, **shown))


def _digest(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def of(request: Request) -> WebDesk:
    """The desk that the application was made for."""
    desk: WebDesk = request.app.state.desk
    return desk


def places(request: Request) -> Navigation:
    """Where one can go on the application."""
    navigation: Navigation = request.app.state.navigation
    return navigation


def here(request: Request) -> str:
    """The address of the page that is asked for, as a form on it gives it to be led back."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def _visitor(request: Request) -> Visitor:
    return of(request).visitor(request)


ThisDesk = Annotated[WebDesk, Depends(of)]
ThisVisitor = Annotated[Visitor, Depends(_visitor)]
