"""What can be said of a block without understanding it: its length, links and neighbours, the boxes it stands in.

Numbers only, and none that depends on the language: a row for each block, a column for each name. The columns' order is
fixed by the code; the model that learned from them carries their number.
"""

from collections import Counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.extract.page.blocks import TELLING, Layout
from reportedly.letters import lengths

FeatureRows = NDArray[np.float32]
Places = NDArray[np.intp]

FAR = 20.0  # boxes; farther counts as this far
LEVELS = 5  # boxes above a block that are looked at
SHARES = (0.35, 0.5, 0.7, 0.9)  # of the page's running text
SHORT = 160  # characters within which a block may be a notice
WIDEST = 3  # neighbours on each side
WIDTH = 200  # columns there is room for
RUNNING = 60  # characters of a block of running text

_NOTICES = (
    "©", "all rights reserved", "copyright", "cookie", "subscribe", "sign up", "newsletter", "follow us", "share this",
    "share on", "click here", "read more", "advertisement", "related stories", "related articles", "see also",
    "also read", "read also", "terms of use", "terms of service", "privacy policy", "leave a reply", "leave a comment",
    "login", "log in", "most read", "most popular", "photo:", "photograph:", "image:", "images:", "our app", "whatsapp",
    "affiliate", "commission",
)  # fmt: skip
_TAG_KINDS = ("p", "div", "li", "td th", "h1 h2 h3 h4 h5 h6")
_TAGS = {tag: kind for kind, tags in enumerate(_TAG_KINDS) for tag in tags.split()}


def features(page: Layout) -> FeatureRows:
    """The features of each block of ``page``, which has some: a matrix of its blocks by ``WIDTH`` columns."""
    return _Table(page).rows()


class _Table:
    """The columns under way, and what several of them rest on."""

    def __init__(self, page: Layout) -> None:
        self.page = page
        self.box: Places = np.array([block.box for block in page.blocks], dtype=np.intp)
        self.parents: Places = np.maximum(np.array(page.parents, dtype=np.intp), 0)
        self.depths: Places = np.array(page.depths, dtype=np.intp)
        self.ends: Places = np.array(page.ends, dtype=np.intp)
        self.count = len(page.blocks)
        self.table = np.empty((WIDTH, self.count), dtype=np.float32)
        self.filled = 0
        self._measure()
        self._sum_up()

    def rows(self) -> FeatureRows:
        """All columns, a row for each block."""
        for fill in (
            *(self._words, self._tags, self._names, self._above, self._shares),
            *(self._nearest, self._order, self._neighbours, self._alike, self._page),
        ):
            fill()
        return np.ascontiguousarray(self.table[: self.filled].T)

    def _add(self, *columns: NDArray[Any] | list[Any] | float) -> None:
        for column in columns:
            self.table[self.filled] = column
            self.filled += 1

    # -- what everything rests on -------------------------------------------------------------------------------------

    def _measure(self) -> None:
        blocks = self.page.blocks
        self.texts = [block.text for block in blocks]
        self.long = np.array([len(text) for text in self.texts], dtype=float)
        self.size, self.words = (np.array(of_all, dtype=float) for of_all in lengths.measured(self.texts))
        self.links = np.minimum(np.array([block.linked for block in blocks]) / self.long, 1.0)
        self.ended = np.array([lengths.is_ended(text) for text in self.texts], dtype=float)
        running = ((self.words >= 8) | ((self.ended > 0) & (self.words >= 4))) & (self.links < 0.4)  # noqa: PLR2004
        self.mass = np.where(running, self.size * (1 - self.links), 0.0)

    def _sum_up(self) -> None:
        """Running text, characters, linked characters and blocks in each box, those within it included."""
        boxes = len(self.page.tags)
        here = np.arange(boxes)
        weights = (self.mass, self.size, self.size * self.links, np.ones(self.count))
        sums = [np.bincount(self.box, weights=of, minlength=boxes) for of in weights]
        self.own = sums[0]
        before = [np.concatenate(((0.0,), np.cumsum(of))) for of in sums]
        self.in_mass, self.in_size, self.in_links, self.in_blocks = (of[self.ends] - of[here] for of in before)
        self.whole = max(float(self.in_mass[0]), 1.0)

    # -- columns ------------------------------------------------------------------------------------------------------

    def _words(self) -> None:
        few = [text.lower() if len(text) < SHORT else "" for text in self.texts]
        commas = [text.count(",") + text.count("،") + text.count("、") for text in self.texts]
        strong = np.array([block.strong for block in self.page.blocks])
        self._add(np.log1p(self.words), np.log1p(self.size), self.links, self.ended, np.log1p(self.mass))
        all_few = "\n".join(few)
        met = [notice for notice in _NOTICES if notice in all_few]
        self._add(commas / self.words, [any(notice in text for notice in met) for text in few])
        self._add(np.minimum(strong / self.long, 1), self.size / self.words)

    def _tags(self) -> None:
        self.tags = [self.page.tags[block.box] for block in self.page.blocks]
        kinds = np.array([_TAGS.get(tag, -1) for tag in self.tags])
        self._add(*(kinds == kind for kind in range(len(_TAG_KINDS))))
        within = np.array(self.page.within)[self.box]
        self._add(*(within >> bit & 1 for bit in range(len(TELLING) - 1)))
        self._add(within >> (len(TELLING) - 1) & 1 if self.page.marked else -1.0)

    def _names(self) -> None:
        """For each kind of name: how far up the nearest box of that name is, and its share of the running text."""
        near = np.array([self.page.nearest[block.box] for block in self.page.blocks], dtype=np.intp).T
        none = near < 0
        far = np.minimum(self.depths[self.box] - self.depths[near], FAR)
        self._add(*np.where(none, FAR, far), *np.where(none, 0, self.in_mass[near] / self.whole))

    def _above(self) -> None:
        box = self.box
        for level in range(LEVELS):
            size = np.maximum(self.in_size[box], 1)
            self._add(self.in_mass[box] / self.whole, self.in_links[box] / size, self.in_mass[box] / size)
            if level:
                self._add(np.log1p(self.in_blocks[box]))
            box = self.parents[box]

    def _shares(self) -> None:
        """The smallest boxes that hold a given share of the page's running text."""
        here = np.arange(self.count)
        for share in SHARES:
            best = self._smallest(share)
            within = (self.box >= best) & (self.box < self.ends[best])
            places = np.flatnonzero(within)
            first, last = (places[0], places[-1]) if len(places) else (0, self.count - 1)
            self._add(within, np.where(within, self.depths[self.box] - self.depths[best], -1))
            self._add(self.in_mass[best] / self.whole, (here - first) / max(last - first, 1))

    def _smallest(self, share: float) -> int:
        large = np.flatnonzero(self.in_mass >= share * self.whole)
        if not len(large):
            return 0
        deep = large[self.depths[large] == self.depths[large].max()]
        return int(deep[np.argmax(self.in_mass[deep])])

    def _nearest(self) -> None:
        """The box that holds most paragraphs of its own: how many steps up and down the tree lead to it."""
        paragraphs = np.array([tag == "p" for tag in self.page.tags])
        held = np.where(paragraphs, 0.0, self.own)
        held += np.bincount(self.parents, weights=np.where(paragraphs, self.own, 0.0), minlength=len(held))
        best = int(held.argmax())
        chain = [best]
        while chain[-1] > 0:
            chain.append(self.page.parents[chain[-1]])
        up, meet = np.zeros(len(held)), np.zeros(len(held))
        for above in reversed(chain):
            up[above : self.ends[above]] = self.depths[best] - self.depths[above]
            meet[above : self.ends[above]] = self.depths[above]
        parent = np.where(paragraphs[self.box], self.parents[self.box], self.box)
        self._add(up[self.box], (self.depths - meet)[self.box], held[parent] / max(float(held.max()), 1.0))
        self._add(held.max() / self.whole)

    def _order(self) -> None:
        here = np.arange(self.count)
        top = self.tags.index("h1") if "h1" in self.tags else -1
        words_so_far = np.cumsum(self.words)
        away = np.sign(here - top) * np.log1p(np.abs(words_so_far - words_so_far[max(top, 0)]))
        self._add(np.clip(here - top, -50, 100), away, here / self.count)
        self._add(np.cumsum(self.mass) / self.whole)
        running = self.mass >= RUNNING
        last = np.maximum.accumulate(np.where(running, here, -99))
        following = np.minimum.accumulate(np.where(running, here, self.count + 99)[::-1])[::-1]
        self._add(np.minimum(here - last, 30), np.minimum(following - here, 30))

    def _neighbours(self) -> None:
        words, links = _edged(np.log1p(self.words), 0), _edged(self.links, 1)
        for step in (1, 2, 3, -1, -2, -3):
            there = slice(WIDEST - step, WIDEST - step + self.count)
            self._add(words[there], links[there])
        mass, size = (np.concatenate(((0.0,), np.cumsum(of))) for of in (self.mass, self.size))
        here = np.arange(self.count)
        for wide in (3, 8):
            low, high = np.maximum(here - wide, 0), np.minimum(here + wide + 1, self.count)
            around = mass[high] - mass[low]
            self._add(around / (size[high] - size[low]), around / self.whole)
            self._add((mass[here] - mass[low]) / np.maximum(size[here] - size[low], 1))
            self._add((mass[high] - mass[here + 1]) / np.maximum(size[high] - size[here + 1], 1))

    def _alike(self) -> None:
        """Blocks in boxes of the same make: together they tell what one alone does not."""
        kinds: dict[object, int] = {}
        pairs = zip(self.page.tags, self.page.classes, strict=True)
        make = np.array([kinds.setdefault(pair, len(kinds)) for pair in pairs])
        over = self.parents[self.box]
        sign = (make[self.box] * len(kinds) + make[over]) * len(kinds) + make[self.parents[over]]
        group = np.unique(sign, return_inverse=True)[1]
        many = np.bincount(group).astype(float)
        mass, size, links = (np.bincount(group, weights=of) for of in (self.mass, self.size, self.size * self.links))
        for column in (np.log1p(many), mass / self.whole, links / size, mass / size, np.log1p(size / many)):
            self._add(column[group])
        times = Counter(self.texts)
        self._add(np.minimum([times[text] for text in self.texts], 5))

    def _page(self) -> None:
        self._add(min(self.page.tags.count("article"), 10), np.log1p(self.whole), np.log1p(self.count))
        self._add(self.whole / max(float(self.in_size[0]), 1))


def _edged(column: NDArray[Any], fill: float) -> NDArray[Any]:
    """The column with ``fill`` before and after it, so that its neighbours are slices."""
    edge = np.full(WIDEST, fill, dtype=column.dtype)
    return np.concatenate((edge, column, edge))
