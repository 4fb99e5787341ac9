"""Hosts: when each may be asked, which of them are to be left alone, and what their robots.txt said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter

import sqlalchemy as sa

from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.rows import record_of, row_of
from reportedly.ledger.schema import host_paces, host_rules, host_states
from reportedly.ledger.upserts import insert_or_update, move_on
from reportedly.records import HostRules, HostState, content_id
from reportedly.text import kept


@dataclass(frozen=True, slots=True)
class Hosts:
    """The hosts that were asked for something."""

    _database: Database

    def put(self, states: Iterable[HostState]) -> None:
        """Remember how hosts fare; one without failure and rest is forgotten."""
        given = tuple(states)
        fine = [state.host for state in given if not state.failures and not state.not_before]
        rows = [{**row_of(state), "id": host_id(state.host)} for state in given if state.failures or state.not_before]
        with self._database.writing() as connection:
            for batch in batches.of_ids(map(host_id, fine)):
                connection.execute(sa.delete(host_states).where(host_states.c.id.in_(batch)))
            insert_or_update(connection, host_states, rows, "id", set(HostState.__struct_fields__) - {"host"})

    def all(self) -> tuple[HostState, ...]:
        """The hosts that failed or asked to be left alone."""
        query = sa.select(host_states).order_by(host_states.c.host)
        with self._database.looking() as connection:
            return tuple(record_of(HostState, row) for row in connection.execute(query).mappings())

    def reserve(self, host: str, delay: float) -> float:
        """Seconds until a host may be asked, which is this caller's turn: the next one comes ``delay`` seconds later.

        By the clock of the database, so that all machines that share it keep to one pace.
        """
        with self._database.leasing() as connection:
            return max(0.0, move_on(connection, host_paces, host_id(host), delay))

    def put_rules(self, rules: Iterable[HostRules]) -> None:
        """Remember the robots.txt of hosts."""
        rows = sorted(({**row_of(rule), "id": host_id(rule.origin)} for rule in rules), key=itemgetter("id"))
        with self._database.leasing() as connection:
            insert_or_update(connection, host_rules, rows, "id", set(HostRules.__struct_fields__) - {"origin"})

    def rules(self, since: datetime) -> tuple[HostRules, ...]:
        """The robots.txt of the hosts that were asked for it since then."""
        query = sa.select(host_rules).where(host_rules.c.asked_at >= since).order_by(host_rules.c.origin)
        with self._database.looking() as connection:
            return tuple(record_of(HostRules, row) for row in connection.execute(query).mappings())


def host_id(host: str) -> str:
    """The id of a host or origin: the same for equal names, however long they are."""
    return content_id("h", kept(host))
