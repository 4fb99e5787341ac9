"""Which words of a sheet tell an event, and which of these lie ahead: the likeliest of each few words.

The model says it of every word; of neighbours that tell one event the likeliest is its trigger. Words by which a clause
only tells its tense, and words of questions, trigger nothing that lies ahead. What tells that something was called off,
moved or denied is no event by itself: it is told of the nearest word that names an act.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from reportedly.read.model import Outlook
from reportedly.read.model.decode import Floats
from reportedly.read.model.outlook import Said
from reportedly.read.multilingual.clauses import clause
from reportedly.read.multilingual.events import acts, changes
from reportedly.read.multilingual.events.acts import Act
from reportedly.read.multilingual.events.changes import Change
from reportedly.read.multilingual.sheet import Sheet, Word
from reportedly.read.multilingual.times.grammar import grammar
from reportedly.text import Span

AHEAD = -0.5
"""Logit from which a word tells an event ahead: the best on 330 texts in Persian, Arabic and Urdu with 80 events ahead,
which the model had not seen; on either half of them the best was -0.7 and -0.5."""
DATED = -2.5  # the same in a clause that looks ahead and names a day to come: chosen by hand, there are few of them
HAPPENED = 0.75  # probability from which a word tells another event: chosen by eye on the same texts
KNOWN = 0.4  # the same for a word that names an act, by the tables
REACH = 12  # words between an act and what tells that it was called off
NEAR = 3  # words on either side of a trigger that tell the same event


_OTHER = "OTHER"


class Seen(NamedTuple):
    """A word that tells an event, its sentence, what the model says of it, the act it names and what became of that."""

    word: Word
    sentence: Span
    said: Said
    is_ahead: bool
    act: Act | None
    change: Change | None

    @property
    def root(self) -> str:
        """What the tables say of the word, else the model."""
        return self.act.root if self.act and self.act.root != _OTHER else self.said.likely_root


class Told(NamedTuple):
    """What is known of the words of time: where they stand, and the clauses that look ahead and name a day to come."""

    times: Sequence[Span] = ()
    dated: Sequence[Span] = ()

    def within(self, sentence: Span) -> "Told":
        """What of it lies in a sentence."""
        return Told(*([span for span in spans if sentence.holds(span)] for spans in self))


def find(sheet: Sheet, outlook: Outlook, told: Told) -> Iterator[Seen]:
    """The triggers of a sheet, in order."""
    for sentence in sheet.sentences:
        if sheet.words_in(sentence):
            yield from _in_sentence(sheet, outlook, sentence, told.within(sentence))


def _in_sentence(sheet: Sheet, outlook: Outlook, sentence: Span, when: Told) -> Iterator[Seen]:
    words = sheet.words_in(sentence)
    starts, ends = (np.array([word.span[side] for word in words]) for side in (0, 1))
    ahead, event = outlook.each(starts, ends)
    likely = np.flatnonzero(event >= KNOWN).tolist()
    named = {i: act for i in likely if (act := acts.named(words, i, sheet.language))}
    coming = {} if _is_question(sheet, sentence) else _coming(sheet, words, ahead, when.dated)
    changed = _changed(sheet, sentence, words, {*coming, *(i for i, act in named.items() if act.can_be_off)})
    barred = {i for i, word in enumerate(words) if any(one.span.touches(word.span) for one in changed.values())}
    told = {i: float(event[i]) for i in likely if event[i] >= HAPPENED or i in named}
    places = _places(words, when.times)
    peaks = set(_peaks({i: logit for i, logit in coming.items() if i not in barred}, places, changed))
    others = {i: p for i, p in told.items() if i not in barred}
    for i in sorted({*changed, *peaks, *_peaks(others, places, {*changed, *peaks})}):
        said, change = outlook.of(*words[i].span), changed.get(i)
        if said is None:
            continue
        each = Seen(words[i], sentence, said, i in peaks or i in coming, named.get(i), change)
        if each.is_ahead or change or each.root != _OTHER or (each.act and each.act.kinds):
            yield each


def _changed(sheet: Sheet, sentence: Span, words: Sequence[Word], able: Iterable[int]) -> dict[int, Change]:
    """The words that name what was called off, moved or denied: of each change the nearest, in its clause if there."""
    found: dict[int, Change] = {}
    for change in changes.find(sheet, sentence):
        own = clause(sheet, sentence, change.span.start)
        at = next(i for i, word in enumerate(words) if word.span.end > change.span.start)
        near = [i for i in able if abs(i - at) <= REACH and not change.span.touches(words[i].span) and i not in found]
        if near:
            found[min(near, key=lambda i: (not own.holds(words[i].span), abs(i - at)))] = change
    return found


def _is_question(sheet: Sheet, sentence: Span) -> bool:
    return sentence.of(sheet.text).rstrip(" \"»”'").endswith(("?", "؟"))


def _coming(sheet: Sheet, words: Sequence[Word], ahead: Floats, dated: Sequence[Span]) -> dict[int, float]:
    """The words that may tell what lies ahead, by their numbers, with their logits."""
    tense = grammar(sheet.language).direction
    logits = {i: float(ahead[i]) for i in np.flatnonzero(ahead >= DATED).tolist() if not tense.looks_back(words[i].key)}
    found = {i: logit for i, logit in logits.items() if logit >= AHEAD}
    for day in dated:
        within = [i for i in logits if day.holds(words[i].span)]
        if within and not any(i in found for i in within):
            best = max(within, key=lambda i: logits[i])
            found[best] = logits[best]
    return found


def _places(words: Sequence[Word], times: Sequence[Span]) -> list[int]:
    """The number of each word among those that tell no time: a date between two words parts no happening."""
    spoken = [not any(time.touches(word.span) for time in times) for word in words]
    return list(accumulate(spoken))


def _peaks(scores: Mapping[int, float], places: Sequence[int], taken: Iterable[int]) -> Iterator[int]:
    """The words with the highest scores, none within a few words of another or of one ``taken``."""
    kept = list(taken)
    for i in sorted(scores, key=lambda i: (-scores[i], i)):
        if all(abs(places[i] - places[other]) > NEAR for other in kept):
            kept.append(i)
            yield i
