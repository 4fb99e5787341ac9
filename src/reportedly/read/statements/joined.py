"""Statements by both ways of finding them: the trained model decides what is one, the rules add what it cannot see.

On the development part of the attribution set the model alone is far better than the rules alone, and a statement that
both see needs less certainty of the model. Only the rules know quotations with no speaker in their paragraph and
hearsay without a source. ``training/statements/`` has the figures behind the thresholds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.read.grammar import cues
from reportedly.read.grammar.cues import HEARSAY
from reportedly.read.grammar.page import Page
from reportedly.read.model import Tagged
from reportedly.read.statements import before_it, chains, parts, shares
from reportedly.read.statements import tagged as statements_tagged
from reportedly.read.statements.rules import all_rules
from reportedly.read.statements.said import Range, Said, each_once

ENOUGH_ALONE = 0.4  # score from which the model needs no second opinion
CLOSING = frozenset("”»")
SAME = 0.5  # two contents that share this much of their characters are one statement
NEARLY_ALL = 0.85  # of a content's characters, left over: blanks, marks and “that”
STRIDE = 64  # characters of text for which neighbours are looked up together


def find(page: Page, tagged: Sequence[Tagged]) -> tuple[Said, ...]:
    """Every statement of the body in order of its content, none twice; ``tagged`` is what the model found."""
    known = cues.verbs(page)
    by_rule = Neighbours(all_rules.find(page, known))
    settled = (_settled(page, said, score, by_rule) for said, score in statements_tagged.find(page, tagged, known))
    claims = each_once(part for said in settled if said for part in parts.parted(page, said))
    claims = list(shares.shared(page, claims, Neighbours(claims).over))
    claims = list(before_it.told(page, claims, known))
    told = Neighbours(claims)
    claims += [said for said in by_rule.all if _is_added(said, told)]
    return tuple(sorted(each_once(chains.joined(page, claims)), key=lambda said: (said.start, -said.content[-1][1])))


def _settled(page: Page, seen: Said, score: float, by_rule: "Neighbours") -> Said | None:
    """The model's words with what the rules know of them; None where it is too unsure to stand alone.

    The rules know to the last mark where a quotation ends, over several paragraphs too, and what “reportedly” is
    said of.
    """
    agreed = max(by_rule.over(seen), key=lambda said: _agreement(seen, said), default=None)
    if agreed is None or _agreement(seen, agreed) < SAME:
        return seen if score >= ENOUGH_ALONE else None
    exact = agreed.kind is HEARSAY or (agreed.direct and _is_exact(page, seen, agreed))
    content = agreed.content if exact else seen.content
    if agreed.direct and not agreed.cue and seen.source:
        return replace(seen, content=content, direct=exact or seen.direct)
    settled = replace(agreed, content=content)
    return replace(settled, source=seen.source, speaker=seen.speaker, floating=False) if seen.source else settled


def _is_exact(page: Page, seen: Said, quotation: Said) -> bool:
    """Whether a quotation is what the model saw, or left open at the end of that paragraph and goes on in the next."""
    between = (page.copy.text[a:b] for (_, a), (b, _) in pairwise(quotation.content))
    over = any("\n" in gap and not CLOSING & set(gap) for gap in between)
    return over or _shared(seen, quotation) >= NEARLY_ALL


def _agreement(seen: Said, rule: Said) -> float:
    """How much of their contents two findings share; of a quotation the model sees one paragraph at a time."""
    if rule.kind is not HEARSAY and _is_cued_inside(rule, seen):
        return 0
    part = rule.direct and not _is_cued_inside(seen, rule)
    return _common(seen, rule) / _size(seen.content) if part else _shared(seen, rule)


def _is_cued_inside(said: Said, other: Said) -> bool:
    """Whether the cue of one stands in the content of another: the other's speaker passes it on."""
    return any(start <= at < end for start, end in other.content for at, _ in said.cue)


def _is_added(said: Said, told: "Neighbours") -> bool:
    """Whether a rule's statement is one more: untold words in marks or hearsay, or all that another passes on."""
    over = list(told.over(said))
    if any(said.floating or said.cue == other.cue for other in over):
        return False
    if said.direct or said.kind is HEARSAY:
        whole = not said.direct or said.floating or (said.verb is None and said.cue != ())
        return whole and not any(_shared(said, other) >= SAME for other in over)
    return any(_passes_on(other, said) for other in over)


def _passes_on(outer: Said, inner: Said) -> bool:
    (start, end), whole = outer.content[0], (*inner.source, *inner.cue, *inner.content)
    first, last = min(a for a, _ in whole), max(b for _, b in whole)
    return start <= first and last <= end and last - first >= NEARLY_ALL * (end - start)


class Neighbours:
    """Statements by where their content stands, so that each is compared with its neighbours only."""

    def __init__(self, claims: Sequence[Said]) -> None:
        self.all = claims
        self._near: dict[int, list[int]] = defaultdict(list)
        for number, said in enumerate(claims):
            for stride in _strides(said):
                self._near[stride].append(number)

    def over(self, said: Said) -> Iterator[Said]:
        """Those whose content shares a character with that of ``said``."""
        near = {number for stride in _strides(said) for number in self._near.get(stride, ())}
        yield from (self.all[number] for number in sorted(near) if _common(said, self.all[number]))


def _strides(said: Said) -> Iterable[int]:
    return dict.fromkeys(i for start, end in said.content for i in range(start // STRIDE, end // STRIDE + 1))


def _shared(said: Said, other: Said) -> float:
    """Characters in both contents as a share of those in either."""
    common = _common(said, other)
    return common / (_size(said.content) + _size(other.content) - common)


def _common(said: Said, other: Said) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in said.content for c, d in other.content)


def _size(ranges: Iterable[Range]) -> int:
    return sum(end - start for start, end in ranges)
