"""Articles about one happening: close in days, not about different places or people, alike in their telling words.

Likeness is the cosine of tf-idf weights over headline and lead. Two raids in two towns are often more alike in words
than two tellings of one raid, so names decide first: a pair that names places but none in common is held apart, and
so for people. Groups grow by average linkage over the pairs that an index of rare words proposes; all ties are
broken by position, so the answer does not depend on the order in which articles came.
"""

import heapq
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from datetime import date

from reportedly.likeness import Weights, cosine, rarity, unit
from reportedly.records import Gist

NEAR_DAYS = 3  # apart at most; a follow-up piece later than that is a new happening more often than not
# Measured on 127 labelled items of 12 outlets (see tests/stories): below it background glues, above it pairs part.
ALIKE = 0.25
AVERAGE = 0.2
FLOOR = 0.12  # a pair less alike counts as not alike at all when an average is taken
FREQUENT = 250  # articles: a word in more of them proposes no pair
MANY_OF_ONE = 50  # articles of an outlet before its own habits of speech can be told
HABIT = 0.1  # a word in more than this share of an outlet's articles is habit
_MANY_SHARED = 2  # words in common before a pair is looked at
# Headlines of what touches many happenings: a label before a colon, or words anywhere.
_LABELS = ("live", "map", "timeline", "podcast", "opinion", "editorial", "explainer", "in pictures")
_MANY = (
    *("live blog", "live update", "live updates", "as it happened", "what we know", "roundup", "round-up", "week in"),
    *("in pictures", "timeline of", "list of", "morning briefing", "evening briefing", "newsletter", r"day \d+ of"),
    *("key events", "top stories", "headlines", "in maps", "reaction to", "reactions to", "react to", "tracker"),
    *("podcast", "explainer", "crossword", "horoscope"),
)
_ROUND_UP = re.compile(rf"\b(?:(?:{'|'.join(_LABELS)}):|(?:{'|'.join(_MANY)})\b)", re.IGNORECASE)


def is_round_up(gist: Gist) -> bool:
    """Live blogs, lists, maps and round-ups touch many happenings and belong to none."""
    return bool(_ROUND_UP.search(gist.headline or ""))


def clusters(gists: Sequence[Gist]) -> list[list[int]]:
    """Positions of articles of one happening; every position once. Undated articles and round-ups stay alone."""
    weights = _weights(gists)
    grouped = _linked(len(gists), dict(_likeness(gists, weights)))
    return sorted(sorted(group) for group in grouped)


def _weights(gists: Sequence[Gist]) -> list[Weights]:
    """tf-idf weights of unit length. A word must tell something within its outlet too: sign-offs and slogans do not."""
    frequency = Counter(word for gist in gists for word in gist.words)
    outlets = Counter(gist.outlet for gist in gists)
    within = Counter((gist.outlet, word) for gist in gists for word in gist.words)

    def weight(gist: Gist, word: str) -> float:
        rare = rarity(len(gists) + 1, frequency[word])
        articles, holding = outlets[gist.outlet], within[gist.outlet, word]
        if articles >= MANY_OF_ONE and holding > HABIT * articles:
            return min(rare, rarity(articles, holding))
        return rare

    return [unit({word: weight(gist, word) for word in gist.words}) for gist in gists]


def _proposed(gists: Sequence[Gist]) -> Iterator[tuple[int, int]]:
    """Pairs of dated articles, few days apart, that share words which are not everywhere on those days."""
    dated = [(g.published, i) for i, g in enumerate(gists) if g.published and not is_round_up(g)]
    recent = defaultdict[str, deque[tuple[date, int]]](deque)
    for day, i in sorted(dated):
        shared = Counter[int]()
        for word in gists[i].words:
            holders = recent[word]
            while holders and (day - holders[0][0]).days > NEAR_DAYS:
                holders.popleft()
            if len(holders) <= FREQUENT:
                shared.update(j for _, j in holders)
            holders.append((day, i))
        yield from ((min(i, j), max(i, j)) for j, count in shared.items() if count >= _MANY_SHARED)


def _likeness(gists: Sequence[Gist], weights: Sequence[Weights]) -> Iterator[tuple[tuple[int, int], float]]:
    for i, j in _proposed(gists):
        if not _apart(gists[i], gists[j]):
            alike = cosine(weights[i], weights[j])
            if alike >= FLOOR:
                yield (i, j), alike


def _apart(a: Gist, b: Gist) -> bool:
    """Whether the names speak against one happening: both name places, none in common, and so for people."""
    return _foreign(a.places, b.places) and (_foreign(a.people, b.people) or not (a.people and b.people))


def _foreign(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return bool(ours) and bool(theirs) and not set(ours) & set(theirs)


def _linked(total: int, likeness: dict[tuple[int, int], float]) -> list[list[int]]:
    """Average linkage: the two groups most alike on average join, as long as that average is high enough."""
    groups = {i: [i] for i in range(total)}
    sums = defaultdict[int, dict[int, float]](dict)
    for (i, j), alike in likeness.items():
        sums[i][j] = sums[j][i] = alike
    heap = [(-alike, i, j) for (i, j), alike in likeness.items() if alike >= ALIKE]
    heapq.heapify(heap)
    fresh = total
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in groups or j not in groups:
            continue
        groups[fresh] = groups.pop(i) + groups.pop(j)
        sums[fresh] = _joined(sums, i, j, fresh)
        for other, total_cosine in sums[fresh].items():
            average = total_cosine / (len(groups[fresh]) * len(groups[other]))
            if average >= AVERAGE:
                heapq.heappush(heap, (-average, other, fresh))
        fresh += 1
    return list(groups.values())


def _joined(sums: dict[int, dict[int, float]], i: int, j: int, fresh: int) -> dict[int, float]:
    """The likeness sums of the group made of ``i`` and ``j``; the neighbours learn of it too."""
    ours, theirs = sums.pop(i), sums.pop(j)
    joined = {k: ours.get(k, 0.0) + theirs.get(k, 0.0) for k in sorted({*ours, *theirs} - {i, j})}
    for k, total in joined.items():
        sums[k].pop(i, None)
        sums[k].pop(j, None)
        sums[k][fresh] = total
    return joined
