"""Statements by both ways of finding them: of one that rules and model see, one is made of what each knows best.

The rules know phrases, and where a quotation ends; the model knows which words are said where no mark shows it. Where
both see a statement the rule's content is nearer to what an editor marks, but for one that is a part of the model's: so
it was on the labelled texts of three languages. Places that the model gives are widened to words: it reads pieces, and
Arabic writes small words on to others.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from reportedly.read.model import Tagged
from reportedly.read.multilingual.sheet import Sheet
from reportedly.read.multilingual.statements import row as rows
from reportedly.read.multilingual.statements import rules, tables, unnamed
from reportedly.read.multilingual.statements.row import Row
from reportedly.read.multilingual.statements.said import Said, trimmed
from reportedly.read.multilingual.statements.tables import Cue
from reportedly.text import Span

RULE_ALONE: Final = 0.5  # how sure a rule must be of what the model does not see
MODEL_ALONE: Final = 0.5  # the score from which the model needs no rule beside it; below it seven in ten are wrong
SAME: Final = 0.5  # two contents that share this much of their characters are one statement
STRIDE: Final = 256  # characters of text for which neighbours are looked up together
STOPS: Final = frozenset(".!?۔؟")
QUOTED: Final = frozenset('«»“”„"‘’‹›')
PLAIN: Final = Cue("say", "model")


def find(sheet: Sheet, tagged: Sequence[Tagged]) -> list[Said]:
    """Every statement of the body in order of its words, none twice; ``tagged`` is what the model found."""
    asked = unnamed.find(sheet)
    found = rows.rows(sheet, asked)
    by_rule = rules.find(sheet, found)
    seen = [said for one in tagged if (said := _said(sheet, found, one)) is not None]
    kept = [
        _bounded(sheet, found, said) for said in _settled(sheet, list(unnamed.without(sheet, asked, seen)), by_rule)
    ]
    return sorted(kept, key=lambda said: (said.start, -said.content[-1].end))


def _bounded(sheet: Sheet, found: Sequence[Row], said: Said) -> Said:
    """The statement up to the end of its sentence; of a denial without its source's words at the head of its content.

    What stands in marks may go on for sentences.
    """
    content = said.content[0]
    source = next((span for span in said.source if span.start <= content.start < span.end < content.end), None)
    if source is not None and said.kind.polarity == "denied":
        content = trimmed(sheet.text, source.end, content.end) or content
    end = found[max(0, bisect_right(found, content.start, key=lambda row: row.span.start) - 1)].span.end
    stops = sheet.text[end - 1 : end + 1].strip()[-1:] in STOPS
    quoted = said.direct or QUOTED & set(content.of(sheet.text))
    if content.end > end and stops and len(said.content) == 1 and not quoted:
        content = trimmed(sheet.text, content.start, end) or content
    return replace(said, content=(content, *said.content[1:]))


def _settled(sheet: Sheet, seen: Sequence[Said], by_rule: Sequence[Said]) -> Iterator[Said]:
    near, taken = Neighbours(by_rule), set[int]()
    for said in sorted(seen, key=lambda said: -said.sure):
        same = max((i for i in near.of(said) if i not in taken), key=lambda i: sameness(said, by_rule[i]), default=None)
        if same is not None and sameness(said, by_rule[same]) >= SAME:
            taken.add(same)
            yield _of_both(sheet, said, by_rule[same])
        elif said.sure >= MODEL_ALONE:
            yield said
    yield from (said for i, said in enumerate(by_rule) if i not in taken and said.sure >= RULE_ALONE)


def sameness(seen: Said, rule: Said) -> float:
    """How much of their contents two findings share; at one cue they are one statement, whatever they share."""
    both = shared(seen, rule)
    at_one_cue = any(one.touches(other) for one in seen.cue for other in rule.cue)
    return both + 1 if at_one_cue and both else both


def _of_both(sheet: Sheet, seen: Said, rule: Said) -> Said:
    """The rule's words, or the model's where they are all of these and more, with the source of whom it is right of."""
    wider = len(seen.content) == 1 and len(rule.content) == 1 and seen.content[0].holds(rule.content[0])
    content = seen.content if wider and not rule.direct else rule.content
    return replace(rule, content=content, source=_source(sheet, seen, rule), sure=max(seen.sure, rule.sure))


def _source(sheet: Sheet, seen: Said, rule: Said) -> tuple[Span, ...]:
    """The rule's source; the model's where the rule has none, but in a language that drops its subjects.

    There a verb without a source has none, and the model is right where the two name others.
    """
    if rule.kind.shape == "hearsay":
        return ()
    if not tables.of(sheet.language).drops_subject:
        return rule.source or seen.source
    apart = not any(one.touches(other) for one in seen.source for other in rule.source)
    return seen.source if rule.source and seen.source and apart else rule.source


def _said(sheet: Sheet, found: Sequence[Row], one: Tagged) -> Said | None:
    """What the model marked, in whole words, with what the tables know of its cue; None where nothing is said."""
    cue = sheet.whole(*one.cue)
    parts = (_unjoined(sheet, part) for part in one.content)
    content = tuple(span for part in parts if part is not None and (span := trimmed(sheet.text, *part)) is not None)
    if cue is None or not content:
        return None
    sources = (sheet.whole(*part) for part in one.source)
    source = tuple(span for span in sources if span is not None and not span.touches(cue))
    return Said(content, (cue,), source, _known(found, cue), one.score)


def _unjoined(sheet: Sheet, part: tuple[int, int]) -> Span | None:
    """The words of a part without the “that” at its beginning; None where nothing else is in it."""
    span = sheet.whole(*part)
    words = sheet.words_in(span) if span is not None else ()
    joiners = tables.of(sheet.language).words["joiners"]
    first = next((word for word in words if word.key not in joiners), None)
    return Span(first.span.start, span.end) if span is not None and first is not None else None


def _known(found: Sequence[Row], cue: Span) -> Cue:
    i = bisect_right(found, cue.start, key=lambda row: row.span.start) - 1
    row = found[max(0, i)]
    met = next((met for met in row.met if row.under(met.first, met.last).touches(cue)), None)
    return met.cue if met is not None else PLAIN


class Neighbours:
    """Statements by where their content stands, so that each is compared with its neighbours only."""

    def __init__(self, claims: Sequence[Said]) -> None:
        self._near: dict[int, list[int]] = defaultdict(list)
        for number, said in enumerate(claims):
            for stride in _strides(said):
                self._near[stride].append(number)

    def of(self, said: Said) -> set[int]:
        """The numbers of those whose content may share characters with that of ``said``."""
        return {number for stride in _strides(said) for number in self._near.get(stride, ())}


def _strides(said: Said) -> set[int]:
    return {i for start, end in said.content for i in range(start // STRIDE, end // STRIDE + 1)}


def shared(said: Said, other: Said) -> float:
    """Characters in both contents as a share of those in either."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in said.content for b in other.content)
    either = sum(span.end - span.start for span in (*said.content, *other.content)) - common
    return common / either if either else 0.0
