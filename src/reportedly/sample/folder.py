"""A desk's folder that watches the sample world."""

from datetime import date
from pathlib import Path

from reportedly import outlets
from reportedly.sample import world
from reportedly.settings import writable

_SETTINGS = """\
# A sample desk: it watches invented outlets in invented countries. Its calendar stands still at `today`.
name = "Sample desk"
sample = true
today = {today}

[fetch]
per_host_delay = 0.0
look_again_after = [86400.0, 604800.0]

[fetch.resolve]
"*.example" = "{address}"
"""


def desk(folder: Path, address: str, today: date) -> None:
    """Write ``desk.toml`` and ``outlets/*.toml`` into ``folder``, so that it is a sample desk on ``today``.

    ``address`` ("127.0.0.1:PORT") is where the sample server listens. Called again it only moves the calendar and the
    address; ledger and archive are left alone.
    """
    with writable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / ".desk.toml.new"
        fresh.write_text(_SETTINGS.format(today=today.isoformat(), address=address), encoding="utf-8")
        fresh.replace(folder / "desk.toml")
    for site in world.sites().values():
        outlets.save(folder / "outlets", site.outlet)
