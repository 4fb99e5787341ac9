"""Articles about one happening, day by day: each day's articles are linked with each other and with what is open.

A pair is likened by a learned judge of its clues (``pairs``), and a happening by a mean over its articles. Those in
one tongue join first, as if there were no other; the more pairs stand behind a mean, the lower it may be: of a large
happening few pairs are alike. Then those in different tongues join, which are judged less surely: there the mean is of
log-odds, so that one pair that seems sure does not outweigh several that speak against it. Two groups in one script may
so be joined by an account in another that both are near to, but never two in Latin letters. What earlier days joined
stays joined, so that a happening only grows; and as a day hangs on nothing that was published after it, an article that
comes late changes its own day and those after it, as if it had come in time.

Where few articles are told these days, what is left apart gets a second look, by whole accounts (``pairs.accounts``):
two outlets that tell of one happening on one day, each in its own words, are joined by what they say further down. And
there two groups in Latin letters are joined by a whole account in another script that is clearly near to one of each.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import combinations
from statistics import fmean

from reportedly.likeness import Weights, cosine
from reportedly.stories.linkage import Linkage, Pair, backed
from reportedly.stories.pairs import accounts, across
from reportedly.stories.pairs.apart import apart
from reportedly.stories.pairs.candidates import OPEN, Index
from reportedly.stories.pairs.clues import Weighed, clues, weighed, worth
from reportedly.stories.pairs.judge import FEW, LEAST, by_accounts, likelihood, points, probability
from reportedly.stories.pairs.rarity import Rarity
from reportedly.stories.pairs.telling import Telling

# By folds over days, within the whole stream (training/stories): from .17 on less is found, BCubed falls below .13.
ALIKE = 0.15  # the mean likelihood (``backed``) from which two groups join
# The same for groups of different tongues, as log-odds (.05), and from where they may come to join by growing (.1).
ACROSS, NEAR_ACROSS = -2.94, -2.2
# On a quiet desk (training/stories): from where whole accounts join; groups of different tongues, as log-odds (.15);
# and two in Latin letters by a whole account in another script (.27).
AGAIN, QUIETLY_ACROSS, BRIDGED = 0.13, -1.7, -1.0
PARTED = -10_000.0  # of two in Latin letters that did not join by themselves: no account in another script joins them


class Stream:
    """The happenings of a stream of articles up to a day; ``turn`` goes on to the next.

    Articles go by numbers that ascend from day to day, a happening by the page of its first article. Only the days on
    which those to come hang are kept, so a stream may be taken up in the middle: ``remember`` is told of these days.
    """

    def __init__(self) -> None:
        self._rarity, self._index = Rarity(), Index()
        self._told: dict[int, Telling] = {}
        self._happening: dict[int, str] = {}
        self._weighed: dict[int, Weighed] = {}
        self._meant: dict[int, across.Meant] = {}
        self._judged: dict[Pair, float] = {}
        self._points: dict[Pair, float] = {}
        self._accounts: dict[int, Weights] = {}

    def remember(self, day: date, told: Mapping[int, Telling], happening: Mapping[int, str]) -> None:
        """Take up a day whose articles were linked before: ``happening`` says how."""
        self._take_up(day, told)
        self._happening |= {i: happening[i] for i in _single(told)}

    def turn(self, day: date, told: Mapping[int, Telling], pages: Mapping[int, str]) -> dict[int, str]:
        """Go on to this day, of which these are the articles and their pages; gives the happening of each."""
        self._take_up(day, told)
        fresh = _single(told)
        self._link(fresh, {(min(i, j), max(i, j)) for i in fresh for j in self._near_words(i)}, pages)
        return {i: self._happening.get(i, pages[i]) for i in told}

    def alike(self, i: int, j: int) -> float:
        """The likelihood that two articles tell one happening; nought where one is not told any more."""
        if i not in self._told or j not in self._told:
            return 0.0
        return self._alike(i, j) if self._one_tongue(i, j) else probability(self._across(i, j))

    def _take_up(self, day: date, told: Mapping[int, Telling]) -> None:
        self._told = {**{i: known for i, known in self._told.items() if day - known.day <= OPEN}, **told}
        self._happening = {i: first for i, first in self._happening.items() if i in self._told}
        self._rarity.turn(day, list(told.values()))
        self._index.turn(day, [(i, told[i]) for i in _single(told)])
        self._weighed, self._meant, self._judged, self._points, self._accounts = {}, {}, {}, {}, {}

    def _near_words(self, i: int) -> list[int]:
        """The open articles that an article is compared with."""
        its, means = self._at(i), self._means(i)
        return [*self._index.others(i, its.rare, its.skeletons), *self._index.across(its.telling.tongue, means.rare)]

    def _link(self, fresh: Sequence[int], proposed: Collection[Pair], pages: Mapping[int, str]) -> None:
        one = {pair for pair in proposed if self._one_tongue(*pair)}
        open_, new = self._in_their_tongues(fresh, one)
        old, two = list(open_.values()), {*proposed} - one
        if self._quiet:
            old, new = Linkage(old, new, self._bridged, BRIDGED).joined(two, BRIDGED)
        old, new = Linkage(old, new, self._in_two, NEAR_ACROSS).joined(two, QUIETLY_ACROSS if self._quiet else ACROSS)
        for first, grown in (*zip(open_, old, strict=True), *((pages[min(group)], group) for group in new)):
            self._happening |= dict.fromkeys(grown, first)

    def _in_their_tongues(
        self, fresh: Sequence[int], proposed: Collection[Pair]
    ) -> tuple[dict[str, list[int]], list[list[int]]]:
        """The open happenings, grown by what is in a tongue they are told in, and the new ones.

        An account in another tongue does not count here: in each they grow as if there were no other.
        """
        open_ = {self._happening[i]: list[int]() for i in sorted(self._happening)}
        new = list[list[int]]()
        for tongue in sorted({self._told[i].tongue for i in (*self._happening, *fresh)}):
            told = self._open_in(tongue)
            single = [[i] for i in fresh if self._told[i].tongue == tongue]
            linkage = Linkage(list(told.values()), single, self._alike, mean=fmean if tongue else backed)
            old, grown = linkage.joined([pair for pair in proposed if self._told[pair[0]].tongue == tongue], ALIKE)
            if self._quiet:
                again = Linkage(old, grown, self._by_accounts, AGAIN, max)
                old, grown = again.joined(combinations((i for i in fresh if self._told[i].tongue == tongue), 2), AGAIN)
            new += grown
            for first, members in zip(told, old, strict=True):
                open_[first] = sorted([*open_[first], *members])
        return open_, new

    def _open_in(self, tongue: str) -> dict[str, list[int]]:
        """The open happenings told in a tongue, each with its articles in it."""
        told = defaultdict[str, list[int]](list)
        for i, first in sorted(self._happening.items()):
            if self._told[i].tongue == tongue:
                told[first].append(i)
        return told

    def _alike(self, i: int, j: int) -> float:
        pair = min(i, j), max(i, j)
        if pair not in self._judged:
            self._judged[pair] = self._judge(*pair)
        return self._judged[pair]

    def _across(self, i: int, j: int) -> float:
        pair = min(i, j), max(i, j)
        if pair not in self._points:
            self._points[pair] = self._judge_across(*pair)
        return self._points[pair]

    def _in_two(self, i: int, j: int) -> float | None:
        if not self._one_tongue(i, j):
            return self._across(i, j)
        return None if self._told[i].tongue else PARTED

    def _bridged(self, i: int, j: int) -> float | None:
        """The points of whole accounts in two tongues that have something in common; none of others."""
        whole = self._told[i].account and self._told[j].account
        points = self._across(i, j) if whole and not self._one_tongue(i, j) else LEAST
        return points if points > LEAST else None

    @property
    def _quiet(self) -> bool:
        """Whether so few articles are told these days that a second look is worth it."""
        return len(self._told) < FEW

    def _by_accounts(self, i: int, j: int) -> float | None:
        """The likelihood by whole accounts that two outlets tell one happening on one day; none of any others."""
        a, b = self._at(i), self._at(j)
        one, other = a.telling, b.telling
        if one.day != other.day or one.outlet == other.outlet or not (one.account and other.account):
            return None
        if apart(one, other):
            return 0.0
        alike, met = cosine(self._account(i), self._account(j)), not one.met.isdisjoint(other.met)
        return by_accounts(clues(a, b, self._rarity), alike, len(self._told), met=met)

    def _account(self, i: int) -> Weights:
        if i not in self._accounts:
            self._accounts[i] = accounts.weights(self._told[i].account)
        return self._accounts[i]

    def _one_tongue(self, i: int, j: int) -> bool:
        return self._told[i].tongue == self._told[j].tongue

    def _judge(self, i: int, j: int) -> float:
        a, b = self._at(i), self._at(j)
        asked = worth(a, b) and not apart(a.telling, b.telling)
        return likelihood(clues(a, b, self._rarity), len(self._told)) if asked else 0.0

    def _judge_across(self, i: int, j: int) -> float:
        a, b = self._means(i), self._means(j)
        return points(across.clues(a, b), len(self._told)) if across.worth(a, b) else LEAST

    def _means(self, i: int) -> across.Meant:
        if i not in self._meant:
            self._meant[i] = across.meant(self._told[i], self._rarity)
        return self._meant[i]

    def _at(self, i: int) -> Weighed:
        if i not in self._weighed:
            self._weighed[i] = weighed(self._told[i], self._rarity)
        return self._weighed[i]


def _single(told: Mapping[int, Telling]) -> list[int]:
    """All but the round-ups, which stay alone."""
    return [i for i, telling in told.items() if not telling.round_up]
