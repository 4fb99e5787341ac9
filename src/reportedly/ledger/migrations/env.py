"""Run by Alembic: the steps go over the connection handed in, inside the transaction it already has."""

from alembic import context

from reportedly.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
