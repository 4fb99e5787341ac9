"""A ledger behind a real pgbouncer that lends a connection for one transaction at a time."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psycopg
import pytest
import sqlalchemy as sa

from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Article
from tests.postgres import USER, Postgres

Write = Callable[..., Article]
LENT = 2
PORT = 6432


@pytest.fixture
def pooled(postgres: Postgres, database: str) -> Iterator[str]:
    """The address of an empty ledger as the pooler gives it, which has no more than ``LENT`` connections to lend."""
    program = shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.skip("no pgbouncer is installed (Debian: apt-get install pgbouncer)")
    settings = {
        "listen_addr": "",
        "unix_socket_dir": postgres.folder,
        "listen_port": PORT,
        "auth_type": "any",
        "pool_mode": "transaction",
        "default_pool_size": LENT,
    }
    lines = [f"* = host={postgres.folder} user={USER}", "[pgbouncer]", *(f"{k} = {v}" for k, v in settings.items())]
    file = postgres.folder / "pgbouncer.ini"
    file.write_text("\n".join(["[databases]", *lines, ""]), encoding="utf-8")
    file.chmod(0o644)
    pooler = subprocess.Popen([program, "-q", file], stderr=subprocess.DEVNULL, **postgres.who)
    url = f"{database}&port={PORT}"
    try:
        _wait_for(postgres, sa.make_url(url).database or "")
        yield url
    finally:
        pooler.send_signal(signal.SIGINT)
        pooler.wait(30)


def _wait_for(postgres: Postgres, name: str) -> None:
    for _ in range(200):
        try:
            psycopg.connect(dbname=name, user=USER, host=str(postgres.folder), port=PORT, autocommit=True).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("pgbouncer does not answer")


def test_many_file_search_and_look_over_few_connections(
    pooled: str, postgres: Postgres, article: Write, filed: Callable[[Ledger, Article], Article]
) -> None:
    def work(part: int) -> int:
        with open_ledger(pooled) as ledger:
            for n in range(6):
                filed(ledger, article(url=f"https://x.example/{part}-{n}", text=f"{article().text} Note {part}{n}."))
                assert len(ledger.articles.search(f'"note {part}{n}"').hits) == 1
            return len(ledger.articles.lines(limit=100))

    with ThreadPoolExecutor(4) as pool:
        seen = [*pool.map(work, range(4))]
    assert max(seen) == 24
    with open_ledger(pooled) as ledger:
        assert (ledger.counts().articles, ledger.counts().unread) == (24, 0)
    with closing(postgres.connected(sa.make_url(pooled).database or "")) as own:
        left = own.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'").fetchone()
        lent = own.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchone()
    assert left == (0,)
    assert lent is not None
    assert 0 < lent[0] <= LENT


def test_what_a_transaction_set_is_not_left_to_the_next(pooled: str) -> None:
    with open_ledger(pooled) as ledger:
        with ledger._database.writing() as connection:
            assert connection.scalar(sa.text("SELECT current_setting('idle_in_transaction_session_timeout')")) == "1min"
        with ledger._database.looking() as connection:
            assert connection.scalar(sa.text("SELECT current_setting('idle_in_transaction_session_timeout')")) == "0"
