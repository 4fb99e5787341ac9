"""Pages on their way into the ledger: archived one by one, filed together as the archive has them in their place."""

from collections.abc import Sequence

from reportedly.archive import capture_id
from reportedly.ledger import Arrived
from reportedly.records import Capture, Exchange, Outcome
from reportedly.session import Session

Marks = tuple[str | None, str | None]


class Arrivals:
    """What is known of pages beside their bytes, until they are filed."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._known: dict[str, tuple[Outcome | None, Outcome | None, Marks | None, bool]] = {}

    def keep(
        self,
        page: Exchange,
        outcome: Outcome | None = None,
        *,
        lost: Outcome | None = None,
        marks: Marks | None = None,
        announces: bool = False,
    ) -> Capture:
        """The capture of a page that is archived now, and filed as soon as it may be; see ``Arrived`` for the words."""
        self._known[capture_id(page)] = outcome, lost, marks, announces
        return self.session.archive.write(page, self._file)

    def _file(self, captures: Sequence[Capture]) -> None:
        arrived = [Arrived(capture, *self._known[capture.id]) for capture in captures]
        self.session.ledger.captures.put_all(arrived)
        for capture in captures:
            self._known.pop(capture.id, None)
