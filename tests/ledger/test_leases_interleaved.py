"""In whatever order workers come, take, file, sleep, are missed and leave: all is filed once, pages in their order."""

import shutil
import tempfile
from collections import defaultdict
from contextlib import suppress
from datetime import timedelta
from functools import cache
from pathlib import Path

from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from reportedly.errors import LeaseLost
from reportedly.ledger import Holder, Ledger, Program, Shown, claiming, open_ledger
from reportedly.ledger.database import Database
from reportedly.ledger.schema import unextracted
from reportedly.records import READER
from tests.ledger.test_captures import capture

WORKERS = strategies.integers(0, 2)
FEW = 3  # taken at once


@cache
def empty() -> Path:
    """The file of an empty ledger, to be copied."""
    file = Path(tempfile.mkdtemp()) / "ledger.db"
    open_ledger(f"sqlite:///{file}").close()
    return file


class Newsroom(RuleBasedStateMachine):
    """Three workers; each knows what it took and has not filed."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(empty(), self.folder / "ledger.db")
        self.ledger: Ledger = open_ledger(f"sqlite:///{self.folder}/ledger.db")
        self.holders: dict[int, Holder] = {}
        self.took: defaultdict[str, list[str]] = defaultdict(list)
        self.asleep: set[str] = set()
        self.pages: dict[str, int] = {}
        self.filed: list[str] = []

    def teardown(self) -> None:
        """Who comes last finds all that is left."""
        for number in self.holders:
            self.sleep(number)
        last = self.ledger.leases.enter(Program("north", 9, "k", READER))
        left = [row.capture for rows in claiming.each(self.database, unextracted, last, FEW) for row in rows]
        self.ledger.captures.file_shown([Shown(own, None) for own in left], last)
        assert sorted(self.filed + left, key=str) == sorted(self.pages, key=str)
        assert self.ledger.captures.count_to_extract() == 0
        self.ledger.close()
        shutil.rmtree(self.folder)

    @property
    def database(self) -> Database:
        return self.ledger._database

    @rule(page=strategies.integers(0, 3))
    def come(self, page: int) -> None:
        """Another capture of a page."""
        own = replace(capture(len(self.pages)), url=f"https://herald.example/{page}")
        self.ledger.captures.put(own)
        self.pages[own.id] = page

    @rule(number=WORKERS)
    def enter(self, number: int) -> None:
        if number not in self.holders:
            self.holders[number] = self.ledger.leases.enter(Program("north", number, "k", READER))

    @rule(number=WORKERS, head=strategies.booleans())
    def take(self, number: int, *, head: bool) -> None:
        """Take some of what is due, from the head or reading on; who slept too long takes nothing."""
        if holder := self.holders.get(number):
            holder.freed += head
            taken = claiming.each(self.database, unextracted, holder, FEW)
            with suppress(LeaseLost):
                some = [row.capture for row in next(taken, ())]
                assert holder.id not in self.asleep or not some
                self.took[holder.id] += some

    @rule(number=WORKERS, many=strategies.integers(1, 4))
    def file(self, number: int, many: int) -> None:
        """File the first of what was taken; who slept too long files nothing."""
        holder = self.holders.get(number)
        some = self.took[holder.id][:many] if holder else []
        if holder and some:
            before = self.ledger.captures.count_to_extract()
            try:
                with self.ledger.leases.guarded(holder):
                    self.ledger.captures.file_shown([Shown(own, None) for own in some], holder)
            except LeaseLost:
                assert holder.id in self.asleep
                assert self.ledger.captures.count_to_extract() == before
            else:
                assert holder.id not in self.asleep
                self.filed += some
            del self.took[holder.id][:many]

    @rule(number=WORKERS)
    def sleep(self, number: int) -> None:
        """A worker's lease runs out, and it does not know."""
        if holder := self.holders.get(number):
            self.ledger.leases.renew(holder, timedelta(seconds=-1))
            self.asleep.add(holder.id)

    @rule(number=WORKERS)
    def miss(self, number: int) -> None:
        """Whoever is there looks after the others; those whose leases ran out are taken off."""
        if holder := self.holders.get(number):
            self.ledger.leases.take_off(holder)

    @rule(number=WORKERS)
    def leave(self, number: int) -> None:
        if holder := self.holders.pop(number, None):
            self.ledger.leases.leave(holder)

    @invariant()
    def each_is_filed_once_and_in_the_order_of_its_page(self) -> None:
        if hasattr(self, "filed"):
            assert len(self.filed) == len({*self.filed})
            for page in range(4):
                own = [int(one[1:]) for one in self.filed if self.pages[one] == page]
                assert own == sorted(own)


Newsroom.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestLeases = Newsroom.TestCase
