"""What is handed over: boxes of lines, each with the reason why it stands there, and empty ones with the reason why."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final, Literal, get_args

from reportedly.account.since import Since
from reportedly.records import Record

LINES: Final = 20
"""Of a box: what one reads in a minute."""
MORE: Final = 200
"""Of a box that is shown alone."""

BoxName = Literal[
    "new_stories", "grown_stories", "due", "became", "quarrels", "pages", "outlets", "searches", "decisions"
]

BOXES: Final[tuple[BoxName, ...]] = get_args(BoxName)


class Line(Record, frozen=True):
    """One thing to know. ``why`` says why it stands here, ``path`` where the desk shows it.

    ``number`` is how many independent sources stand behind a story; ``touched`` the last news of it. ``state`` is that
    of an expectation. ``note`` are words of an article.
    """

    box: BoxName
    kind: Literal["story", "article", "expectation", "outlet", "decision", "search"]
    id: str
    title: str
    why: str
    path: str
    number: int | None = None
    touched: int | None = None
    state: str | None = None
    note: str = ""
    original: str | None = None


class Box(Record, frozen=True):
    """Lines of one kind; ``cut`` where there are more than are shown.

    ``more`` is where the desk lists all of them, if it does, ``empty`` why there are none.
    """

    name: BoxName
    heading: str
    lines: tuple[Line, ...]
    cut: bool
    more: str
    empty: str


class Morning(Record, frozen=True):
    """The hand-over at ``at``; ``upto`` is the number of the last news in it, ``watching`` whether anybody answers.

    Where it is not whole, stories were looked for among the last news only.
    """

    at: datetime
    since: Since
    upto: int
    is_whole: bool
    watching: str
    is_deaf: bool
    boxes: tuple[Box, ...]

    @property
    def lines(self) -> Iterator[Line]:
        """All lines, box by box."""
        return (line for box in self.boxes for line in box.lines)
