"""Statements by both ways of finding them: the trained model decides what is one, the rules add what it cannot see.

On the development part of the attribution set the model alone is far better than the rules alone, and a statement that
both see needs less certainty of the model. Only the rules know quotations with no speaker in their paragraph, hearsay
without a source, and claims told by a noun; for those kinds of cue they are as often right alone.
``training/statements/`` has the figures behind the thresholds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.read.grammar import cues
from reportedly.read.grammar.cues import HEARSAY
from reportedly.read.grammar.page import Page
from reportedly.read.model import Tagged
from reportedly.read.statements import chains, parts
from reportedly.read.statements import tagged as statements_tagged
from reportedly.read.statements.rules import all_rules
from reportedly.read.statements.rules.frames import is_of_document
from reportedly.read.statements.said import Range, Said, each_once
from reportedly.read.statements.tagged import Scored

ENOUGH_ALONE = 0.36  # score from which the model needs no second opinion
ENOUGH_WITH_AN_UNKNOWN_CUE = (
    0.44  # the same where the lexicon does not know the cue: plans and thoughts as often as words
)
RULES_ALONE = frozenset({"hearsay", "nominal", "describe", "dismiss"})  # kinds of cue
BY_RULE = frozenset({"describe", "dismiss"})  # kinds of cue with an object, of which the rules know the end
SPEECH = frozenset({"say", "write", "disclose"})  # kinds of cue that pass on another's words
OWN = frozenset({"i", "we", "you", "it", "this", "that"})  # sources that lead to nobody but the speaker
CLOSING = frozenset("”»")
NEARLY_ALL = 0.85  # of a content's characters, left over: blanks, marks and “that”
SAME = 0.5  # two contents that share this much of their characters are one statement
STRIDE = 64  # characters of text for which neighbours are looked up together


def find(page: Page, tagged: Sequence[Tagged]) -> tuple[Said, ...]:
    """Every statement of the body in order of its content, none twice; ``tagged`` is what the model found."""
    known = cues.verbs(page)
    by_rule = Neighbours(all_rules.find(page, known))
    settled = (_settled(page, scored, by_rule) for scored in statements_tagged.find(page, tagged, known))
    claims = each_once(part for said in settled if said for part in parts.parted(page, said))
    told = Neighbours(claims)
    claims += [
        said
        for said in by_rule.all
        if (_stands_alone(page, said) and not _is_told(said, told)) or _is_inner(said, told) or _is_outer(said, told)
    ]
    return tuple(sorted(each_once(chains.joined(page, claims)), key=lambda said: (said.start, -said.content[-1][1])))


def _settled(page: Page, scored: Scored, by_rule: "Neighbours") -> Said | None:
    """The model's words with what the rules know of them; None where it is too unsure to stand alone.

    The rules know to the last mark where a quotation ends, over several paragraphs too, and what “reportedly” is
    said of.
    """
    seen = scored.said
    judged = next((said for said in by_rule.over(seen) if said.verb == seen.verb), None)
    if judged is not None and (judged.kind.kind in BY_RULE or is_of_document(judged)):
        return _with_source(judged, seen)
    agreed = max(by_rule.over(seen), key=lambda said: _agreement(seen, said), default=None)
    if agreed is None or _agreement(seen, agreed) < SAME:
        return seen if scored.score >= (ENOUGH_ALONE if scored.known else ENOUGH_WITH_AN_UNKNOWN_CUE) else None
    if _is_of_noun(agreed) and scored.known and seen.verb is not None:
        return seen
    exact = agreed.kind is HEARSAY or _goes_over(agreed, page) or (agreed.direct and _is_nearly(seen, agreed))
    content = agreed.content if exact else seen.content
    if agreed.floating and seen.source:
        return replace(seen, content=content, direct=True)
    return _with_source(replace(agreed, content=content), seen)


def _is_of_noun(said: Said) -> bool:
    """Whether a noun tells it: who denies a report that it rained did not report it."""
    return said.verb is None and not said.direct and (said.kind is HEARSAY or said.kind.kind == "nominal")


def _with_source(said: Said, seen: Said) -> Said:
    """The same with the source the model found, where it found one."""
    return replace(said, source=seen.source, speaker=seen.speaker, floating=False) if seen.source else said


def _is_nearly(seen: Said, rule: Said) -> bool:
    return _shared(seen, rule) >= NEARLY_ALL


def _goes_over(said: Said, page: Page) -> bool:
    """Whether it is a quotation that is left open at the end of a paragraph, and goes on in the next."""
    between = (page.copy.text[a:b] for (_, a), (b, _) in pairwise(said.content))
    return said.direct and any("\n" in gap and not CLOSING & set(gap) for gap in between)


def _agreement(seen: Said, rule: Said) -> float:
    """How much of their contents two findings share.

    Of a quotation the model sees one paragraph at a time; but what it finds by a cue inside the quotation is another
    claim, which the speaker passes on.
    """
    part = rule.direct and not _is_cued_inside(seen, rule)
    return _common(seen, rule) / _size(seen.content) if part else _shared(seen, rule)


def _is_cued_inside(seen: Said, rule: Said) -> bool:
    return any(start <= at < end for start, end in rule.content for at, _ in seen.cue)


def _stands_alone(page: Page, said: Said) -> bool:
    if said.direct:
        return said.verb is None
    if is_of_document(said):
        return True
    return said.kind.kind in RULES_ALONE and (said.verb is None or said.kind is HEARSAY or _is_uttered(page, said))


def _is_uttered(page: Page, said: Said) -> bool:
    """Whether somebody is told to have said it: not that they could, must stop to, or would if."""
    if said.verb is None or said.speaker is None:
        return False
    return page.clauses.standing(said.verb).status in {"occurred", "ongoing"}


def _is_inner(said: Said, told: "Neighbours") -> bool:
    """Whether it is all that another passes on: in “X said A, the agency reported”, what X said."""
    over = list(told.over(said))
    known = any(other.cue == said.cue for other in over)
    return not known and _is_anothers(said) and any(_passes_on(other, said) for other in over)


def _is_outer(said: Said, told: "Neighbours") -> bool:
    """Whether it passes on all that another says: in “X said A, the agency reported”, what the agency reported."""
    over = list(told.over(said))
    known = any(other.cue == said.cue for other in over)
    return not known and _is_anothers(said) and any(_passes_on(said, other) for other in over)


def _is_anothers(said: Said) -> bool:
    """Whether it passes on words, and somebody else’s: “I must tell you” and “it shows” are the speaker’s own."""
    own = said.speaker is not None and said.speaker.lower_ in OWN
    return said.kind.kind in SPEECH and not own


def _passes_on(outer: Said, inner: Said) -> bool:
    (start, end), whole = outer.content[0], (*inner.source, *inner.cue, *inner.content)
    covered = max(b for _, b in whole) - min(a for a, _ in whole)
    return all(start <= a and b <= end for a, b in whole) and covered >= NEARLY_ALL * (end - start)


def _is_told(said: Said, told: "Neighbours") -> bool:
    over = list(told.over(said))
    if is_of_document(said):
        return any(said.verb == other.verb for other in over)
    return any(said.floating or said.cue == other.cue or _shared(said, other) >= SAME for other in over)


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
