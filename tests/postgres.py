"""A real PostgreSQL on a Unix socket, one a session of tests, with a database of its own for each test.

It is started when the first test asks for it, by an unprivileged user where the tests run as root, and forgets all when
it ends: nothing is synced to the disk. Tests that want one skip where no PostgreSQL is installed (Debian:
``apt-get install postgresql``).
"""

import getpass
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest
import sqlalchemy as sa

from reportedly.ledger import open_ledger

LARGE: Final = os.environ.get("REPORTEDLY_TEST_LEDGER") == "postgresql"
"""Whether the tests of the ledger are to keep it on PostgreSQL, and not on SQLite as usual."""
of_sqlite = pytest.mark.skipif(LARGE, reason="it is about SQLite itself")
"""Beside tests of what only SQLite has."""
USER: Final = "desk"
SUITS: Final = "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
EMPTY: Final = "empty_ledger"
"""The database that is copied for tests: a ledger with all its tables and nothing in them but what its making puts."""
_KEPT: Final = '"$@" & read -r _; kill -QUIT $! 2>/dev/null; wait'
"""A server that ends with the tests, however they end: nobody writes to its keeper, whose input ends with them."""
_CLEAN: Final = """
DO $$
DECLARE name text; held boolean; full_ones text[] := '{}';
BEGIN
    FOR name IN SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
        AND relnamespace = 'public'::regnamespace
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I)', name) INTO held;
        IF held THEN full_ones := full_ones || quote_ident(name); END IF;
    END LOOP;
    IF full_ones <> '{}' THEN EXECUTE 'TRUNCATE ' || array_to_string(full_ones, ', ') || ' CASCADE'; END IF;
    FOR name IN SELECT sequencename FROM pg_sequences WHERE last_value IS NOT NULL
    LOOP
        EXECUTE format('ALTER SEQUENCE %I RESTART', name);
    END LOOP;
END $$
"""
_FAST: Final = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "max_wal_size": "2GB",
    "log_min_messages": "fatal",
    "lc_messages": "C",
}


class Postgres:
    """One server. ``kill`` and ``start`` it, ``freeze`` what it serves, make databases and drop them."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self.folder = programs, folder
        self._names = count(1)
        self._clean: list[str] = []
        self._made_of: dict[str, bytes] = {}
        self._keeper: subprocess.Popen[bytes] | None = None
        self.who: dict[str, Any] = {}
        if os.geteuid() == 0:
            own = _unprivileged()
            self.who = {"user": own.pw_uid, "group": own.pw_gid, "extra_groups": []}
            os.chown(folder, own.pw_uid, own.pw_gid)
        locale = ("--encoding=UTF8", "--lc-collate=C", "--lc-ctype=C.UTF-8", "--lc-messages=C")
        self._run("initdb", "-D", "data", "-U", USER, "--auth=trust", "--no-sync", "--no-instructions", *locale)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = [word for name, value in _FAST.items() for word in ("-c", f"{name}={value}")]
        command = [str(self._programs / "postgres"), "-D", "data", "-k", str(self.folder), *settings]
        with (self.folder / "log").open("ab") as log:
            held: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": log, "stderr": log, **self.who}
            self._keeper = subprocess.Popen(["sh", "-c", _KEPT, "sh", *command], cwd=self.folder, **held)
        self.wait()

    def wait(self) -> None:
        """Wait until the server answers."""
        for _ in range(600):
            try:
                self.connected("postgres").close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        pytest.fail(f"PostgreSQL does not answer: {(self.folder / 'log').read_text()}")

    def stop(self) -> None:
        """End the server as its owner would: what is under way is undone."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """End the server as a machine that fails would: it recovers when it is started again."""
        self._end(signal.SIGQUIT)

    def url(self, database: str) -> str:
        """The address of a database as it stands in a desk's settings."""
        return f"postgresql+psycopg://{USER}@/{database}?host={self.folder}"

    def connected(self, database: str) -> psycopg.Connection[Any]:
        """A connection of its own, each statement a transaction."""
        return psycopg.connect(dbname=database, user=USER, host=str(self.folder), autocommit=True)

    def empty(self) -> str:
        """The address of an empty ledger: of one that was given back, else of a new one."""
        return self.url(self._clean.pop() if self._clean else self.make(f"TEMPLATE {EMPTY} STRATEGY file_copy"))

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The address of an empty ledger, for a while."""
        url = self.empty()
        yield url
        self.give_back(url)

    def remember_empty(self) -> None:
        """Note what the making of a ledger puts into its tables."""
        with closing(self.connected(EMPTY)) as own:
            tables = own.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            for (name,) in tables:
                with own.cursor().copy(f'COPY "{name}" TO STDOUT'.encode()) as rows:
                    if held := b"".join(bytes(row) for row in rows):
                        self._made_of[name] = held

    def give_back(self, url: str) -> None:
        """Empty a ledger that ``empty`` gave, which takes a tenth of what it takes to make another."""
        name = sa.make_url(url).database or ""
        with closing(self.connected(name)) as own:
            own.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid()"
            )
            own.execute(_CLEAN.encode())
            for table, rows in self._made_of.items():
                with own.cursor().copy(f'COPY "{table}" FROM STDIN'.encode()) as copied:
                    copied.write(rows)
        self._clean.append(name)

    def make(self, how: str = SUITS) -> str:
        """The name of a new database."""
        name = f"desk_{next(self._names)}"
        self.do(f"CREATE DATABASE {name} {how}")
        return name

    def drop(self, name: str) -> None:
        """Take a database away, with all that are connected to it."""
        self.do(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def do(self, statement: str, database: str = "postgres") -> None:
        """Have a statement done by the server."""
        with closing(self.connected(database)) as connection:
            connection.execute(statement.encode())

    def _end(self, how: signal.Signals) -> None:
        if self._keeper is not None and self._keeper.stdin is not None:
            file = self.folder / "data" / "postmaster.pid"
            os.kill(int(file.read_text(encoding="utf-8").partition("\n")[0]), how)
            while file.exists():
                time.sleep(0.01)
            self._keeper.stdin.close()
            self._keeper.wait(60)
            self._keeper = None

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True, **self.who)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server of this session of tests, with an empty ledger to copy."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL is installed (Debian: apt-get install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # the path of a socket may not be long
    server = Postgres(found, folder)
    try:
        server.start()
        server.do(f"CREATE DATABASE {EMPTY} {SUITS}")
        open_ledger(server.url(EMPTY)).close()
        server.remember_empty()
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def bare_database(postgres: Postgres) -> Iterator[str]:
    """The address of a database that is fit for a ledger and has no table yet."""
    name = postgres.make()
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def database(postgres: Postgres) -> Iterator[str]:
    """The address of an empty ledger on PostgreSQL."""
    with postgres.lent() as url:
        yield url


def programs() -> Path | None:
    """The folder of the server's programs; Debian keeps them off the path."""
    found = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name), reverse=True)
    return Path(found).parent if found else folders[0] if folders else None


def _unprivileged() -> pwd.struct_passwd:
    """Whom the server runs as where we are root, as whom it refuses to run."""
    names = {one.pw_name for one in pwd.getpwall()}
    return pwd.getpwnam("postgres" if "postgres" in names else "nobody" if "nobody" in names else getpass.getuser())
