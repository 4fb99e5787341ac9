"""People's decisions: rows that are only ever added. An undo is a row too, and can be undone.

Invariant: what a decision is about is kept as it stood, what is in force is put down anew, and what hangs on it is
marked, all in the transaction that files the decision. So a run that is killed after it goes on where it was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Connection

from reportedly.errors import Overtaken
from reportedly.ledger import batches
from reportedly.ledger.database import Database
from reportedly.ledger.judging import followups, force, grounds, hanging, laying, lists, relaters
from reportedly.ledger.judging.lists import Asked, DecisionLine
from reportedly.ledger.rows import record_of, row_of
from reportedly.ledger.schema import announcements, in_force, judged, judgements
from reportedly.ledger.upserts import insert_new
from reportedly.records import Judged, Judgement, Reading, Sighting


@dataclass(frozen=True, slots=True)
class Judgements:
    """The decisions, in the order in which they were filed."""

    _database: Database

    def put(self, decision: Judgement, *, known: int | None = None, concerning: Iterable[str] = ()) -> None:
        """Add a decision; ``ValueError`` where it undoes one that is not there.

        With ``known``, the number of the last decision that whoever decides could see, ``Overtaken`` where another
        came since about the same thing, or about one of those it concerns.
        """
        with self._database.writing() as connection:
            if known is not None and lists.naming(connection, [decision.about, *concerning], known):
                raise Overtaken(f"somebody decided about {decision.about} since you looked at it")
            if _is_there(connection, decision.id):
                return
            if decision.undoes is not None and not _is_there(connection, decision.undoes):
                raise ValueError(f"judgement {decision.id} undoes {decision.undoes}, which is not in the ledger")
            insert_new(connection, judgements, [row_of(decision)], "id")
            grounds.remember(connection, decision.about)
            force.settle(connection, decision.about)
            hanging.mark(connection, _undone(connection, decision))

    def begin_relating(self) -> int:
        """The number of the last decision when relating began; where one was killed over it, when that one began."""
        with self._database.writing() as connection:
            return relaters.begin(connection)

    def end_relating(self) -> None:
        """What was decided since is laid over what was related."""
        with self._database.writing() as connection:
            relaters.end(connection)

    def left_half(self) -> bool:
        """Whether somebody relates, or was killed over it."""
        with self._database.looking() as connection:
            return relaters.since(connection) is not None

    def hung_again(self, number: int) -> list[Judgement]:
        """The decisions after that of a number, in order; what hangs on each is marked once more."""
        query = sa.select(judgements).where(judgements.c.seq > number).order_by(judgements.c.seq)
        with self._database.writing() as connection:
            made = [record_of(Judgement, row) for row in connection.execute(query).mappings()]
            for one in made:
                hanging.mark(connection, _undone(connection, one))
        return made

    def pages(self, about: str) -> list[str]:
        """The URLs of the pages that what was ever decided about a thing concerns."""
        parted = sa.select(judgements.c.value).where(judgements.c.about == about, judgements.c.value.is_not(None))
        begun = sa.select(announcements.c.url).where(announcements.c.id == about)
        stood = sa.select(judged.c.url).where(judged.c.about == about)
        every = sa.union(begun, stood, parted.where(judgements.c.kind == "split"))
        with self._database.looking() as connection:
            return sorted(connection.scalars(every))

    # -- one by one ----------------------------------------------------------------------------------------------------

    def get(self, judgement: str) -> Judgement | None:
        """A decision by its id."""
        with self._database.looking() as connection:
            row = connection.execute(sa.select(judgements).where(judgements.c.id == judgement)).mappings().first()
        return record_of(Judgement, row) if row else None

    def undone(self, made: Judgement) -> Judgement:
        """The decision that is made or taken back in the end by one: of an undo of an undo the first."""
        with self._database.looking() as connection:
            return _undone(connection, made)

    def all(self, *, about: str | None = None) -> list[Judgement]:
        """Every decision ever made, or every one about the thing with the id ``about``."""
        query = sa.select(judgements).order_by(judgements.c.seq)
        return self._made(query if about is None else query.where(judgements.c.about == about))

    def naming(self, names: Iterable[str]) -> list[Judgement]:
        """Every decision about one of these things, or that names one."""
        with self._database.looking() as connection:
            return lists.naming(connection, names)

    def standing(
        self, *, about: str | None = None, of: str | None = None, kinds: Iterable[str] | None = None
    ) -> list[Judgement]:
        """The decisions in force: all, or those ``about`` a thing, about a kind of thing, of some kinds."""
        query = sa.select(judgements).join(in_force, in_force.c.seq == judgements.c.seq).order_by(judgements.c.seq)
        if about is not None:
            query = query.where(in_force.c.about == about)
        if of is not None:
            query = query.where(in_force.c.of == of)
        if kinds is not None:
            query = query.where(in_force.c.kind.in_([*kinds]))
        return self._made(query)

    def _made(self, query: sa.Select[tuple[object, ...]]) -> list[Judgement]:
        with self._database.looking() as connection:
            return [record_of(Judgement, row) for row in connection.execute(query).mappings()]

    # -- lists ---------------------------------------------------------------------------------------------------------

    def newest(self) -> int:
        """The number of the last decision, 0 where there is none."""
        with self._database.looking() as connection:
            return relaters.newest(connection)

    def after(self, number: int, names: Iterable[str]) -> list[Judgement]:
        """The decisions after that of a number which are about these things or name one."""
        with self._database.looking() as connection:
            return lists.naming(connection, names, number)

    def lines(
        self, asked: Asked = lists.EVERY, *, limit: int = 50, before: int | None = None, after: int | None = None
    ) -> list[DecisionLine]:
        """Decisions that were asked for, the newest first, those filed ``before`` that of a number.

        With ``after`` those filed after that of a number, in the order of filing.
        """
        with self._database.looking() as connection:
            return lists.lines(connection, asked, limit, before, after)

    def tags(self) -> dict[str, int]:
        """The tags in use, in alphabetical order, with how many things have each."""
        with self._database.looking() as connection:
            return lists.tags(connection)

    def tagged(self, tag: str, *, limit: int = 50, offset: int = 0) -> list[str]:
        """What has a tag, last tagged first, by its names."""
        with self._database.looking() as connection:
            return lists.tagged(connection, tag, limit, offset)

    # -- what is judged ------------------------------------------------------------------------------------------------

    def judged(self, names: Iterable[str]) -> Mapping[str, Judged]:
        """What is kept of the things of these names."""
        with self._database.looking() as connection:
            return grounds.by_name(connection, names)

    def on_pages(self, urls: Iterable[str]) -> dict[str, list[tuple[Judged, list[Judgement]]]]:
        """By URL what was judged on these pages, with the decisions in force about it."""
        with self._database.looking() as connection:
            return grounds.on_pages(connection, urls)

    def on_readings(self, articles: Iterable[str]) -> list[tuple[Reading, dict[str, tuple[Judgement, ...]]]]:
        """Readings as they were filed, of those of these articles in which something was judged.

        With each by the id of a statement or event the decisions in force about it.
        """
        with self._database.looking() as connection:
            return laying.judged_in(connection, articles)

    def in_force_about(self, names: Iterable[str]) -> list[Judgement]:
        """The decisions in force about any of these things, in their order."""
        query = sa.select(judgements).join(in_force, in_force.c.seq == judgements.c.seq).order_by(judgements.c.seq)
        with self._database.looking() as connection:
            rows = [
                row
                for some in batches.of_ids(names)
                for row in connection.execute(query.where(in_force.c.about.in_(some))).mappings()
            ]
        return [record_of(Judgement, row) for row in sorted(rows, key=lambda row: int(row["seq"]))]

    def names_of(self, followup: str) -> list[str]:
        """The names under which a follow-up may have been judged: of its announcements, and of what they were."""
        with self._database.looking() as connection:
            supports = sa.select(announcements.c.id).where(announcements.c.followup == followup)
            known = [each.judged.about for each in followups.named(connection, [followup])]
            return [*dict.fromkeys((followup, *connection.scalars(supports), *known))]

    def stood(self) -> dict[str, Sighting]:
        """By name the announcements that people decided about, as they stood; of decisions in force that match."""
        query = sa.select(in_force.c.about).where(
            in_force.c.of == "expectation", in_force.c.kind.in_(("split", "withdraw"))
        )
        with self._database.looking() as connection:
            every = grounds.by_name(connection, connection.scalars(query.distinct()))
            return {name: followups.stood(known) for name, known in every.items()}

    def set_aside(self, urls: Iterable[str]) -> set[str]:
        """Those of these pages whose article people set aside."""
        with self._database.looking() as connection:
            return grounds.set_aside(connection, urls)


def _is_there(connection: Connection, judgement: str) -> bool:
    return connection.scalar(sa.select(judgements.c.seq).where(judgements.c.id == judgement)) is not None


def _undone(connection: Connection, decision: Judgement) -> Judgement:
    """The decision that in the end is made or taken back: of an undo of an undo the first."""
    while decision.undoes is not None:
        row = connection.execute(sa.select(judgements).where(judgements.c.id == decision.undoes)).mappings().first()
        if row is None:
            break
        decision = record_of(Judgement, row)
    return decision


__all__ = ["Asked", "DecisionLine", "Judgements"]
