"""The desk's settings: one frozen object, built once from ``desk.toml`` and passed on.

A desk is a folder: ``desk.toml``, ``outlets/*.toml``, ``ledger.db``, ``archive/*.warc.gz``.
"""

import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from reportedly import clock
from reportedly.errors import BadSetting, NoDesk, UsageError

WRITER: Final = r"^$|^[a-z0-9][a-z0-9.-]{0,39}$"
"""What a writer of the archive may be called."""


class FetchSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How pages are asked for. Times in seconds, sizes in bytes.

    ``resolve`` maps a host (or ``*.suffix``) to ``address:port``, as ``/etc/hosts`` would; a host named there is
    allowed even where its address is private. The sample desk reaches its own server this way. No more pages are
    fetched than would make ``most_waiting`` wait to be extracted or read.
    """

    user_agent: str = "reportedly/0.1 (news monitoring desk)"
    timeout: float = 30.0
    max_bytes: int = 10_000_000
    per_host_delay: float = 1.0
    parallel_hosts: int = 8
    pages_per_host: int = 500
    most_waiting: Annotated[int, msgspec.Meta(ge=1)] = 20_000
    failures_per_host: int = 3
    poll_every: float = 900.0
    poll_at_latest: float = 21600.0
    look_again_after: tuple[float, ...] = (3600.0, 86400.0, 604800.0)
    resolve: dict[str, str] = {}


class ReadSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How pages and articles are read. ``processes`` 0 means one for each core, up to two."""

    processes: int = 0
    max_characters: int = 1_000_000


class ClusterSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The Ray cluster that extracts and reads; without an ``address`` this machine does.

    ``actors`` 0 means one for each processor there. ``token_file`` is relative to the desk's folder; without it the
    token is where Ray looks for it. ``ports`` (``"6379"``, ``"10002-19999"``) are those at which Ray may be reached
    from other machines.
    """

    address: Annotated[str, msgspec.Meta(pattern=r"^$|^[^\s/]+:[0-9]{1,5}$")] = ""
    actors: Annotated[int, msgspec.Meta(ge=0)] = 0
    token_file: str = ""
    ports: tuple[Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,5}(-[0-9]{1,5})?$")], ...] = ()


class ArchiveSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where and how pages are kept. When a WARC file has ``file_bytes``, the next one is begun.

    ``place`` is a folder (relative to the desk's) or a bucket, ``s3://bucket/prefix``; there a file is put whole when
    it has ``segment_bytes`` or is ``segment_seconds`` old. ``writer`` tells the files of one machine from another's.
    """

    place: Annotated[str, msgspec.Meta(pattern=r"^s3://[a-z0-9][a-z0-9.-]+(/[^/?#]+)*/?$|^(?!\w+://).+")] = "archive"
    endpoint: Annotated[str, msgspec.Meta(pattern=r"^$|^https?://[^@]+$")] = ""
    region: str = ""
    credentials_file: str = ""
    writer: Annotated[str, msgspec.Meta(pattern=WRITER)] = ""
    file_bytes: Annotated[int, msgspec.Meta(ge=1)] = 1_000_000_000
    segment_bytes: Annotated[int, msgspec.Meta(ge=1, le=100_000_000)] = 16_000_000
    segment_seconds: Annotated[float, msgspec.Meta(ge=0)] = 10.0


class WorkSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How work is shared by several processes. Times in seconds.

    A worker that was not heard of for ``lease`` seconds is gone; each is heard of every ``beat``.
    """

    lease: Annotated[float, msgspec.Meta(gt=0)] = 60.0
    beat: Annotated[float, msgspec.Meta(gt=0)] = 10.0

    def __post_init__(self) -> None:
        if self.beat > self.lease / 2:
            raise ValueError(
                f"work.beat = {self.beat} is too slow for work.lease = {self.lease}: write half of it or less"
            )


class KeepSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For how long what was read is kept whole: days, as ``"90d"``; None means always."""

    readings: Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]{0,4}d$")] | None = None


class OidcSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who else vouches for people: an OpenID Connect provider, and which of its groups have which role here.

    ``secret_file`` is relative to the desk's folder.
    """

    issuer: str = ""
    client: str = ""
    secret_file: str | None = None
    scope: str = "openid profile email"
    groups: str = "groups"
    roles: dict[str, Literal["reader", "editor", "admin"]] = {}
    label: str = "your organisation"


class WebSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the web desk is served, and to whom. Times in seconds.

    ``names`` are those it answers to, ``proxies`` the addresses or networks that are believed about who is behind them.
    """

    host: str = "127.0.0.1"
    port: int = 8700
    names: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    secure: bool = False
    idle: float = 43200.0
    signed_in_at_most: float = 604800.0
    requests_a_minute: Annotated[int, msgspec.Meta(ge=10)] = 600
    oidc: OidcSettings | None = None


class ShiftSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When shifts begin, as ``"06:00"`` in the time ``zone``; without any the last 24 hours stand for one."""

    shifts: tuple[Annotated[str, msgspec.Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")], ...] = ()
    zone: str = "UTC"


class BundleSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How evidence bundles are made.

    ``time_authority`` is the address of an RFC 3161 time-stamp authority; ``time_authority_certificates`` a PEM file
    with those of its certificates that are trusted, relative to the desk's folder.
    """

    time_authority: str | None = None
    time_authority_certificates: str | None = None


class MailSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The server that takes alerts by mail; without a ``host`` none are sent.

    ``sender`` is the address they come from. ``password_file`` is relative to the desk's folder; without it the
    password is in the environment variable ``REPORTEDLY_MAIL_PASSWORD``.
    """

    host: str = ""
    port: int = 587
    sender: str = ""
    starttls: bool = True
    user: str = ""
    password_file: str = ""
    timeout: float = 30.0


class ExchangeSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whether the servers of partners are asked as feeds are polled, and how often at most, in seconds."""

    poll: bool = True
    poll_every: Annotated[float, msgspec.Meta(ge=60.0)] = 900.0


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings of one desk. ``today`` makes the desk's calendar stand still; only sample desks use it."""

    name: str = "Desk"
    ledger: str = "sqlite:///ledger.db"
    sample: bool = False
    today: date | None = None
    fetch: FetchSettings = FetchSettings()
    read: ReadSettings = ReadSettings()
    bundle: BundleSettings = BundleSettings()
    cluster: ClusterSettings = ClusterSettings()
    archive: ArchiveSettings = ArchiveSettings()
    work: WorkSettings = WorkSettings()
    keep: KeepSettings = KeepSettings()
    mail: MailSettings = MailSettings()
    web: WebSettings = WebSettings()
    exchange: ExchangeSettings = ExchangeSettings()
    desk: ShiftSettings = ShiftSettings()


class Space(msgspec.Struct, frozen=True):
    """How much room an archive has: the bytes that are ``free``, None where that cannot be told.

    Of one in a ``bucket`` how many files wait on this machine to be put there, their bytes, and since when the first.
    """

    free: int | None = None
    bucket: str = ""
    files: int = 0
    bytes: int = 0
    since: datetime | None = None


class Desk(msgspec.Struct, frozen=True):
    """A desk's folder with its settings."""

    folder: Path
    settings: Settings

    @property
    def archive(self) -> Path:
        """The folder of WARC files; of an archive in a bucket, that of what is on its way there."""
        return self.folder / ("archive" if self.in_bucket else self.settings.archive.place)

    @property
    def in_bucket(self) -> bool:
        """Whether the archive stands in a bucket."""
        return self.settings.archive.place.startswith("s3://")

    @property
    def outlets(self) -> Path:
        """The folder of outlet files, a TOML file an outlet."""
        return self.folder / "outlets"

    @property
    def key(self) -> Path:
        """The file of the key that signs evidence bundles."""
        return self.folder / "evidence.key"

    @property
    def ledger_url(self) -> str:
        """The database address: that in ``REPORTEDLY_LEDGER`` if there is one, else that of the settings."""
        return self.located(os.environ.get("REPORTEDLY_LEDGER") or self.settings.ledger)

    def located(self, url: str) -> str:
        """A database address as ``desk.toml`` means it: a relative SQLite file lies in the desk's folder."""
        relative = url.startswith("sqlite:///") and not url.startswith("sqlite:////")
        return f"sqlite:///{(self.folder / url.removeprefix('sqlite:///')).resolve()}" if relative else url

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which its shifts begin; raises ``BadSetting``."""
        try:
            return ZoneInfo(self.settings.desk.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise BadSetting(
                f"{self.folder / 'desk.toml'}: {self.settings.desk.zone!r} is no time zone: write it as Asia/Karachi"
            ) from error

    def space(self) -> Space:
        """How much room the archive has as this machine sees it."""
        if self.in_bucket:
            return _on_its_way(self.archive / "spool", self.settings.archive.place)
        try:
            return Space(shutil.disk_usage(self.archive).free)
        except OSError:
            return Space()

    def but(self, *, today: date | None = None, processes: int | None = None) -> "Desk":
        """The same desk for one run with another day or number of reading processes; None leaves it as it is."""
        read = (
            self.settings.read
            if processes is None
            else msgspec.structs.replace(self.settings.read, processes=processes)
        )
        settings = msgspec.structs.replace(self.settings, read=read, today=today or self.settings.today)
        return Desk(self.folder, settings)

    def clock(self) -> clock.Clock:
        """The clock the desk runs on: the machine's, or one that stands at ``today``."""
        today = self.settings.today
        return clock.standing_at(today) if today else clock.system

    def now(self) -> datetime:
        """The present moment on the desk's clock, aware UTC."""
        return self.clock()()


def _on_its_way(spool: Path, bucket: str) -> Space:
    """What waits in a folder to be put into a bucket; a file that goes meanwhile waits no more."""
    waiting = []
    for path in spool.glob("reportedly-*.warc.gz"):
        with suppress(FileNotFoundError):
            waiting.append(path.stat())
    first = min((one.st_mtime for one in waiting), default=None)
    since = None if first is None else datetime.fromtimestamp(first, UTC)
    return Space(None, bucket, len(waiting), sum(one.st_size for one in waiting), since)


def desk_in(folder: Path) -> Desk:
    """The desk in ``folder``; raises ``NoDesk`` or ``BadSetting``."""
    file = folder / "desk.toml"
    if not file.is_file():
        raise NoDesk(f"{folder} is not a desk (no desk.toml there): make one with `reportedly init {folder}`")
    try:
        return Desk(folder, msgspec.toml.decode(file.read_bytes(), type=Settings))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadSetting(f"{file}: {error}; see docs/settings.md for what may stand there") from error


def init_desk(folder: Path) -> Desk:
    """The desk in ``folder``, made where there is none: what exists is left as it is. Raises ``UsageError``."""
    file = folder / "desk.toml"
    with writable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.write_text(f'name = "{folder.resolve().name}"\n', encoding="utf-8")
        desk = desk_in(folder)
        desk.archive.mkdir(parents=True, exist_ok=True)
        desk.outlets.mkdir(exist_ok=True)
    return desk


def put_ledger(desk: Desk, url: str) -> None:
    """Write another address of the ledger into ``desk.toml``; all else stays. Raises ``BadSetting``, ``UsageError``."""
    file = desk.folder / "desk.toml"
    line = f"ledger = {msgspec.json.encode(url).decode()}"  # a string of JSON is one of TOML
    lines = file.read_text(encoding="utf-8").splitlines()
    tables = (n for n, held in enumerate(lines) if held.lstrip().startswith("["))
    above = range(next(tables, len(lines)))
    own = next((n for n in above if re.match(r"\s*ledger\s*=", lines[n])), None)
    text = "\n".join([line, *lines] if own is None else [*lines[:own], line, *lines[own + 1 :]]) + "\n"
    wanted = msgspec.structs.replace(desk.settings, ledger=url)
    if msgspec.toml.decode(text, type=Settings) != wanted:
        raise BadSetting(f"{file} is written in a way that no line can be put into: write the new `ledger` by hand")
    with writable(file):
        new = file.with_suffix(".new")
        new.touch(mode=0o600)
        new.write_text(text, encoding="utf-8")
        new.chmod(stat.S_IMODE(file.stat().st_mode))  # it may hold a password
        new.replace(file)


@contextmanager
def writable(place: Path) -> Iterator[None]:
    """Say in plain words, as ``UsageError``, that nothing can be written at the place that the user named."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"{place} cannot be written: {error.strerror}; name another place") from error
