"""The web desk: made once from a ledger, a clock and the archive. Only people's decisions are filed from it."""

from collections.abc import Callable, Iterable
from datetime import UTC, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fastapi import Depends, FastAPI
from starlette.staticfiles import StaticFiles

from reportedly import __version__, clock
from reportedly.brief.checking import Weigh
from reportedly.clock import Clock
from reportedly.people import Porter
from reportedly.records import Capture
from reportedly.settings import FetchSettings, Space
from reportedly.web import api, failures, navigation, pages
from reportedly.web import partners as others
from reportedly.web.door import Door
from reportedly.web.forwarded import Forwarded
from reportedly.web.gate import Recorder, admitted
from reportedly.web.judging import Judging
from reportedly.web.partners import Partners
from reportedly.web.safety import LOOPBACK, Doorkeeper
from reportedly.web.webdesk import USUAL, WebDesk

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

_STATIC: Final = Path(__file__).parent / "static"


def create_app(  # noqa: PLR0913  all but the ledger are named
    ledger: "Ledger",
    *,
    name: str,
    now: Clock,
    sample: bool,
    body_of: Callable[[Capture], bytes],
    bundle_of: Callable[[str], bytes | None] | None = None,
    judging: Judging | None = None,
    fetch: FetchSettings = USUAL,
    space: Callable[[], Space] = Space,
    hosts: Iterable[str] = LOOPBACK,
    who: str = "",
    door: Door | None = None,
    proxies: Iterable[str] = (),
    shifts: tuple[str, ...] = (),
    zone: tzinfo = UTC,
    weigh: Weigh | None = None,
    partners: Partners | None = None,
) -> FastAPI:
    """The application over ``ledger``. It answers only to the names in ``hosts``, at any port.

    ``body_of`` gives the archived bytes of a capture, ``bundle_of`` an evidence bundle by the id of a story or an
    article, ``judging`` takes people's decisions, ``who`` is the name of whoever sits at this machine; ``sample`` puts
    a banner on every page.
    ``door`` knows who comes in, and what ``proxies`` say of that is believed; without one, ``who`` may all.
    ``weigh`` says how surely the sentences of a brief are put; ``partners`` answers other desks.
    ``fetch`` says when a page is due to be looked at, ``space`` how much room is left for the archive.
    ``shifts`` begin at these times of day in ``zone``; without any the last 24 hours stand for one.
    """
    door = door or Door(Porter(ledger, clock.system), who)
    app = FastAPI(
        title=f"{name}: reportedly",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(admitted)],
    )
    app.state.desk = WebDesk(
        ledger, name, now, sample, body_of, door, bundle_of, judging, fetch, space, shifts, zone, weigh, partners
    )
    app.add_middleware(Recorder, door=door)
    app.add_middleware(Doorkeeper, hosts=tuple(hosts), secure=door.secure)
    app.add_middleware(Forwarded, proxies=tuple(proxies), secure=door.secure)  # the last added is the first asked
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    for page in pages.ALL:
        app.include_router(page)
    for resource in api.ALL:
        app.include_router(resource, prefix="/api")
    app.include_router(others.router)
    failures.add_to(app)
    app.state.navigation = navigation.of(pages.ALL)
    return app
