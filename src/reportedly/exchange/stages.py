"""What exchange asks of stages, handed in by whoever may import them."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from reportedly.records import Article, Gist, Imprint, Known, Outlet, SharedStory, Tied
from reportedly.text import Span


class Stages(NamedTuple):
    """``private`` finds where articles name private persons, ``imprint`` gives what ``voices`` counts by.

    ``reader`` names who looks. Articles that it cannot read are left out of what ``private`` gives.
    """

    reader: str
    private: Callable[[Iterable[Article]], Mapping[str, tuple[Span, ...]]]
    imprint: Callable[[Gist, str, Outlet | None], Imprint]
    voices: Callable[[Iterable[Known], Iterable[Tied]], tuple[SharedStory, ...]]
