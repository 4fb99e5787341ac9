"""The web desk as a server: for this machine only, or for whom its settings let in."""

import gc
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

import uvicorn

from reportedly.brief.checking import Weigh
from reportedly.errors import UsageError
from reportedly.records import Capture
from reportedly.settings import Desk
from reportedly.web.app import create_app
from reportedly.web.binding import Binding, bound, door
from reportedly.web.judging import Judging
from reportedly.web.partners import Partners

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


def serve(  # noqa: PLR0913
    desk: Desk,
    ledger: "Ledger",
    body_of: Callable[[Capture], bytes],
    port: int | None,
    announce: Callable[[str], None],
    *,
    bundle_of: Callable[[str], bytes | None] | None = None,
    judging: Judging | None = None,
    who: str = "",
    host: str | None = None,
    weigh: Weigh | None = None,
    partners: Partners | None = None,
) -> None:
    """Serve until interrupted; ``announce`` is told the address once it can be opened. Port 0 takes a free one.

    ``host`` and ``port`` are those of the settings where none are given. ``who`` is the name of whoever sits at this
    machine, and stands in its forms until another is written. Raises ``UsageError`` where the port is taken, or where
    others could reach the desk and nobody can let them in.
    """
    settings = desk.settings
    binding = bound(settings.web, host, port)
    app = create_app(
        ledger,
        name=settings.name,
        now=desk.clock(),
        sample=settings.sample,
        body_of=body_of,
        bundle_of=bundle_of,
        judging=judging,
        fetch=settings.fetch,
        space=desk.space,
        hosts=binding.names,
        door=door(desk, ledger, binding, who),
        proxies=binding.proxies,
        shifts=settings.desk.shifts,
        zone=desk.zone,
        weigh=weigh,
        partners=partners,
    )
    # Named as TCP, so that asyncio sets TCP_NODELAY: without it each answer waits 40 ms for the browser's receipt.
    family = socket.AF_INET6 if ":" in binding.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((binding.host, binding.port))
        except (OSError, OverflowError) as error:
            where = "" if binding.here_only else f" of {binding.host}"
            raise UsageError(
                f"port {binding.port}{where} cannot be used ({error}): choose another with --port"
            ) from error
        listener.listen(128)
        gc.collect()
        gc.freeze()  # what is loaded now stays; looking through all of it again would hold up a page now and then
        announce(_address(binding, listener.getsockname()[1]))
        config = uvicorn.Config(app, log_level="warning", proxy_headers=False, server_header=False)
        uvicorn.Server(config).run(sockets=[listener])


def _address(binding: Binding, port: int) -> str:
    """Where browsers find the desk; where they come by https, that is what stands before it."""
    host = f"[{binding.host}]" if ":" in binding.host else binding.host
    plain = f"http://{host}:{port}/"
    return plain if binding.here_only else f"https://{binding.names[-1]}/, by a server before {plain} that speaks https"
