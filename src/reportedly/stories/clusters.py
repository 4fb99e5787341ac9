"""Articles about one happening, day by day: each day's articles are linked with each other and with what is open.

A pair is likened by a learned judge of its clues (``pairs``), and a story by the mean over its articles. What earlier
days joined stays joined, so that a story only grows; and as a day hangs on nothing that was published after it, an
article that comes late changes its own day and those after it, as if it had come in time.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from reportedly.records import Gist
from reportedly.stories import order
from reportedly.stories.linkage import Linkage, Pair
from reportedly.stories.pairs.apart import apart
from reportedly.stories.pairs.candidates import OPEN, Index
from reportedly.stories.pairs.clues import Weighed, clues, weighed, worth
from reportedly.stories.pairs.judge import likelihood
from reportedly.stories.pairs.rarity import Rarity
from reportedly.stories.pairs.telling import Telling, telling
from reportedly.stories.parting import Parting

# By folds over days, within the whole stream (training/stories): pairwise F1 is 46 from .12 to .16, less above.
ALIKE = 0.15  # the mean likelihood from which two groups join


def clusters(gists: Sequence[Gist], parting: Parting | None = None) -> list[list[int]]:
    """Positions of articles of one happening; every position once. Undated articles and round-ups stay alone.

    ``parting`` is told of each day, so that it can part what people said does not belong together.
    """
    days = defaultdict[date | None, list[int]](list)
    for i, gist in enumerate(gists):
        days[order.day(gist)].append(i)
    alone = [[i] for i in days.pop(None, ())]
    stream = Stream(gists, parting)
    for day in sorted(known for known in days if known):
        stream.turn(day, days[day])
    return sorted([*stream.stories(), *alone])


class Stream:
    """The stories of a stream of articles up to a day; ``turn`` goes on to the next."""

    def __init__(self, gists: Sequence[Gist], parting: Parting | None = None) -> None:
        self._gists = gists
        self._parting = parting
        self._rarity, self._index = Rarity(), Index()
        self._open: list[list[int]] = []
        self._closed: list[list[int]] = []
        self._told: dict[int, Telling] = {}
        self._weighed: dict[int, Weighed] = {}
        self._judged: dict[Pair, float] = {}

    def stories(self) -> list[list[int]]:
        """All stories so far."""
        return [*self._closed, *self._open]

    def turn(self, day: date, fresh: Sequence[int]) -> None:
        """Go on to this day, of which these are the articles."""
        self._close(day)
        self._told |= {i: telling(self._gists[i], day) for i in fresh}
        self._rarity.turn(day, [self._told[i] for i in fresh])
        single = [i for i in fresh if not self._told[i].round_up]
        self._index.turn(day, [(i, self._told[i]) for i in single])
        self._weighed, self._judged = {}, {}
        self._link(single, {(min(i, j), max(i, j)) for i in single for j in self._near_words(i)})
        if self._parting:
            self._parting.turn(day, self._open, single, self._near)
        self._closed += [[i] for i in fresh if self._told[i].round_up]

    def _close(self, day: date) -> None:
        """Let go of the stories that nobody told for some days."""
        self._told = {i: told for i, told in self._told.items() if day - told.day <= OPEN}
        opened, self._open = self._open, []
        for story in opened:
            (self._open if any(i in self._told for i in story) else self._closed).append(story)

    def _near_words(self, i: int) -> list[int]:
        """The open articles that an article is compared with."""
        return self._index.others(i, self._at(i).rare, self._at(i).skeletons)

    def _link(self, fresh: Sequence[int], proposed: Collection[Pair]) -> None:
        recent = [[i for i in story if i in self._told] for story in self._open]
        old, new = Linkage(recent, fresh, self._alike).joined(proposed, ALIKE)
        self._open = [sorted({*story, *grown}) for story, grown in zip(self._open, old, strict=True)]
        self._open += new

    def _alike(self, i: int, j: int) -> float:
        pair = min(i, j), max(i, j)
        if pair not in self._judged:
            a, b = map(self._at, pair)
            asked = worth(a, b) and not apart(a.telling, b.telling)
            self._judged[pair] = likelihood(clues(a, b, self._rarity), len(self._told)) if asked else 0.0
        return self._judged[pair]

    def _near(self, i: int, j: int) -> float:
        return self._alike(i, j) if i in self._told and j in self._told else 0.0

    def _at(self, i: int) -> Weighed:
        if i not in self._weighed:
            self._weighed[i] = weighed(self._told[i], self._rarity)
        return self._weighed[i]
