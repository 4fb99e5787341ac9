"""The web desk as a server for this machine only."""

import gc
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

import uvicorn

from reportedly.errors import UsageError
from reportedly.records import Capture
from reportedly.settings import Desk
from reportedly.web.app import create_app
from reportedly.web.judging import Judging

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

LOOPBACK = "127.0.0.1"


def serve(  # noqa: PLR0913
    desk: Desk,
    ledger: "Ledger",
    body_of: Callable[[Capture], bytes],
    port: int,
    announce: Callable[[str], None],
    *,
    bundle_of: Callable[[str], bytes | None] | None = None,
    judging: Judging | None = None,
    who: str = "",
) -> None:
    """Serve until interrupted; ``announce`` is told the address once it can be opened. Port 0 takes a free one.

    ``who`` is the name of whoever sits at this machine, and stands in its forms until another is written.
    Raises ``UsageError`` where the port is taken.
    """
    settings = desk.settings
    app = create_app(
        ledger,
        name=settings.name,
        now=desk.clock(),
        sample=settings.sample,
        body_of=body_of,
        bundle_of=bundle_of,
        judging=judging,
        fetch=settings.fetch,
        free_bytes=desk.free_bytes,
        who=who,
    )
    # Named as TCP, so that asyncio sets TCP_NODELAY: without it each answer waits 40 ms for the browser's receipt.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((LOOPBACK, port))
        except (OSError, OverflowError) as error:
            raise UsageError(f"port {port} cannot be used ({error}): choose another with --port") from error
        listener.listen(128)
        gc.collect()
        gc.freeze()  # what is loaded now stays; looking through all of it again would hold up a page now and then
        announce(f"http://{LOOPBACK}:{listener.getsockname()[1]}/")
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])
