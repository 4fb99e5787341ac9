"""PostgreSQL as a ledger's database: what is refused, who writes, and what becomes of who stops in the middle."""

import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from subprocess import run

import psycopg
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from reportedly.errors import BadSetting, LedgerLost
from reportedly.ledger import Ledger, open_ledger
from reportedly.ledger.database import connect, shown
from reportedly.ledger.engine import postgresql as engine
from reportedly.ledger.schema import metadata
from reportedly.ledger.schema.search import article_words
from reportedly.records import Article
from tests.postgres import Postgres

Write = Callable[..., Article]


def test_a_ledger_is_made_in_a_bare_database_and_found_again(bare_database: str, article: Write, filed: Write) -> None:
    with open_ledger(bare_database) as ledger:
        filed(ledger, article())
    assert bare_database.startswith("postgresql+psycopg://")
    for begins in ("postgresql://", "postgres://"):
        with open_ledger(bare_database.replace("postgresql+psycopg://", begins)) as ledger:
            assert ledger.counts().articles == 1


def test_the_steps_lead_to_the_tables_the_program_uses(bare_database: str) -> None:
    open_ledger(bare_database).close()

    def own_type(_context: object, _column: object, _old: object, _new: object, new_type: object) -> bool | None:
        return False if isinstance(new_type, sa.types.TypeDecorator) else None

    with closing(connect(bare_database)) as own, own.looking() as connection:
        known = sa.MetaData()
        for table in (*metadata.tables.values(), article_words):
            table.to_metadata(known)
        opts = {"compare_type": own_type, "include_object": _is_for_postgresql}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, known) == []


def _is_for_postgresql(_index: object, name: str | None, _kind: str, _reflected: object, _other: object) -> bool:
    return name not in {"ix_entities_naming", "ix_entities_name_id"}  # indexes over words, which it has otherwise


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'", "SQL_ASCII"),
        ("TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'", "letters of all scripts"),
        (
            "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'en'",
            "as a dictionary",
        ),
    ],
)
def test_a_database_that_cannot_keep_a_ledger_is_refused_with_words(postgres: Postgres, how: str, words: str) -> None:
    name = postgres.make(how)
    with pytest.raises(BadSetting, match=words) as refused:
        connect(postgres.url(name))
    assert f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'" in str(refused.value)
    postgres.drop(name)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://desk:hush@127.0.0.1:1/desk",
        "postgresql://desk@127.0.0.1:1/desk?password=hush",
        "postgresql://desk:hush@127.0.0.1:many/desk",
        "mysql://desk:hush@127.0.0.1/desk",
    ],
)
def test_a_password_is_never_printed(url: str) -> None:
    assert "hush" not in shown(url)
    with pytest.raises(BadSetting, match=r"\*\*\*") as refused:
        connect(url)
    assert "hush" not in str(refused.value)


@pytest.mark.process("what is not installed is hidden from a program of its own")
def test_without_the_driver_words_say_what_to_install() -> None:
    code = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from reportedly.ledger.database import connect\n"
        "try: connect('postgresql://desk@127.0.0.1/desk')\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    said = run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.startswith("BadSetting")
    assert "pip install 'reportedly[postgresql]'" in said


def test_numbers_in_the_address_are_numbers(database: str) -> None:
    with pytest.raises(BadSetting, match="pool='many'"):
        connect(f"{database}&pool=many")


def test_a_process_keeps_few_connections_however_many_threads_ask(database: str) -> None:
    many = sa.text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
    with closing(connect(database)) as own, ThreadPoolExecutor(12) as pool:

        def look(_n: int) -> int:
            with own.looking() as connection:
                connection.execute(sa.text("SELECT pg_sleep(0.02)"))
                return connection.scalar(many) or 0

        assert max(pool.map(look, range(48))) <= engine.POOL
    with closing(connect(f"{database}&pool=1")) as own, own.looking() as connection:
        assert connection.scalar(many) == 1


def test_one_writer_at_a_time_and_who_leases_waits_for_none(database: str) -> None:
    with closing(connect(database)) as one, closing(connect(database)) as other, ThreadPoolExecutor(1) as pool:

        def second() -> int:
            with other.writing() as connection:
                return connection.scalar(sa.text("SELECT count(*) FROM runs")) or 0

        with one.writing() as connection:
            waiting = pool.submit(second)
            with other.leasing() as beside:
                assert beside.scalar(sa.text("SELECT 1")) == 1
            connection.execute(sa.text("INSERT INTO made_by (list, by) VALUES ('a', 'b')"))
            assert not waiting.done()
        assert waiting.result(30) == 0


def test_a_look_sees_one_state_and_writes_nothing(database: str) -> None:
    make = sa.text("INSERT INTO made_by (list, by) VALUES ('a', 'b')")
    many = sa.text("SELECT count(*) FROM made_by")
    with closing(connect(database)) as own:
        with own.looking() as connection:
            assert connection.scalar(many) == 0
            with own.writing() as other:
                other.execute(make)
            assert connection.scalar(many) == 0
        with own.looking() as connection, pytest.raises(sa.exc.InternalError, match="read-only"):
            connection.execute(make)


def test_who_stops_in_the_middle_of_writing_holds_nobody_up(database: str) -> None:
    with closing(connect(f"{database}&idle=1")) as stopped, closing(connect(database)) as other:

        def stop() -> None:
            with stopped.writing() as connection:
                connection.execute(sa.text("INSERT INTO made_by (list, by) VALUES ('a', 'b')"))
                time.sleep(2)
                connection.execute(sa.text("SELECT 1"))

        with pytest.raises(LedgerLost, match="idle-in-transaction"):
            stop()
        with other.writing() as connection:
            assert connection.scalar(sa.text("SELECT count(*) FROM made_by")) == 0
        with stopped.writing() as connection:  # and goes on with another connection
            assert connection.scalar(sa.text("SELECT 1")) == 1


def test_who_stops_while_handing_rows_over_is_ended_by_another(postgres: Postgres, database: str) -> None:
    name = sa.make_url(database).database or ""
    with closing(connect(f"{database}&idle=1")) as other, closing(postgres.connected(name)) as stopped:
        stopped.execute("BEGIN")
        stopped.execute(f"SELECT pg_advisory_xact_lock({engine._LOCK})".encode())
        rows = stopped.cursor().copy("COPY made_by FROM STDIN")
        copied = rows.__enter__()
        copied.write(b"a\tb\n")
        time.sleep(1.5)
        with other.leasing() as connection:
            other.end_who_hangs(connection)
        with other.writing() as connection:
            assert connection.scalar(sa.text("SELECT count(*) FROM made_by")) == 0
        with pytest.raises(psycopg.OperationalError):
            rows.__exit__(None, None, None)


def test_a_server_that_is_killed_ends_a_step_with_words_and_the_next_goes_on(
    postgres: Postgres, database: str, article: Write, filed: Callable[[Ledger, Article], Article]
) -> None:
    with open_ledger(database) as ledger:
        filed(ledger, article())
        with ledger._database.looking() as own:
            own.execute(sa.text("SELECT 1"))
            postgres.kill()
            postgres.start()
            with pytest.raises(LedgerLost, match="nothing of this step was filed"):
                own.execute(sa.text("SELECT 1"))
        filed(ledger, article(url="https://herald.example/more"))
        assert ledger.counts().articles == 2


def test_a_connection_that_the_server_ended_while_nobody_used_it_is_made_anew(
    postgres: Postgres, database: str, article: Write, filed: Callable[[Ledger, Article], Article]
) -> None:
    with open_ledger(database) as ledger:
        filed(ledger, article())
        name = sa.make_url(database).database or ""
        postgres.do("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()", name)
        assert ledger.counts().articles == 1
