"""The ledger's schema as an append-only list of steps: one file a step in ``versions/``, none is ever edited.

Invariant: a ledger is at one step or the next, never between: all steps run in one transaction.
"""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.errors import BadSetting
from reportedly.ledger.database import Database

HEAD = "0034"
"""The last step; written here so that a ledger already there opens without reading the list."""


def bring_up_to_date(database: Database) -> None:
    """Create the tables or alter them to ``HEAD``; quick where nothing is to do. A newer ledger is ``BadSetting``."""
    if step(database) == HEAD:
        return
    with database.altering() as connection:
        _migrate(connection)


def step(database: Database) -> str | None:
    """The step that a ledger is at; None where there is none in this database."""
    with database.looking() as connection:
        return _step(connection)


def _step(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    step: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return step


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - takes as long to import as everything else; seldom needed
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        command.upgrade(config, HEAD)
    except CommandError as error:
        step = _step(connection)
        raise BadSetting(f"the ledger is at schema step {step}, this program knows {HEAD}: use a newer one") from error
