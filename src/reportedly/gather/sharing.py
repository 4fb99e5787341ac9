"""What is due, shared by host among those at work: what is asked of a host, one worker asks."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from reportedly.ledger import host_id
from reportedly.session import Session

Due = TypeVar("Due")


def shares(session: Session, due: Callable[[], Sequence[Due]], host: Callable[[Due], str]) -> Iterator[list[Due]]:
    """What this worker is to ask for: its share of the hosts at once, then of those that others left, each once.

    While a share is worked on nobody else asks its hosts. Who is alone has all of them in one share.
    """
    had = set[str]()
    while True:
        alone = session.duty.is_alone()
        found = [one for one in due() if host_id(host(one)) not in had]
        hosts = dict.fromkeys(host_id(host(one)) for one in found)
        mine = session.duty.take("host", hosts, share=True)
        if not mine:
            return
        try:
            asked = found if alone else due()  # others may have asked some of it until its hosts were taken
            yield [one for one in asked if host_id(host(one)) in mine]
        finally:
            session.duty.give_back("host")
        had |= mine
        if len(mine) == len(hosts):
            return
