"""Which time expression belongs to which event of a sentence."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Span as Words
from spacy.tokens import Token

from reportedly.read.events.arguments import Trigger, chain
from reportedly.read.events.lexicon import announces
from reportedly.read.grammar import cues
from reportedly.read.grammar.nouns import set_for
from reportedly.read.grammar.page import Page
from reportedly.read.times import Times
from reportedly.read.times.tense import just_said
from reportedly.records import Time

_DEEP = 5
_NEAR = 4  # words between an event's noun and the ordinary verb it hangs on
_FINE = ("minute", "hour", "day", "week", "month", "quarter", "year", "decade")


class _Claim(NamedTuple):
    """A time's claim on an event: a day before a mere length, fewer steps, a finer grain, then the earlier words."""

    length: bool
    steps: int
    grain: int
    at: int


def attached(page: Page, times: Times, sentence: Words, triggers: Sequence[Trigger]) -> dict[int, Time]:
    """From a trigger's index to its time: the one whose words hang on the trigger or on the verbs it hangs on.

    A time that hangs on a verb of saying is when it was said. Coordinated verbs share a time.
    """
    found = times.within(sentence)
    if not found or not triggers:
        return {}
    owners = _owners(triggers)
    best: dict[int, tuple[_Claim, Time]] = {}
    for time in found:
        words = page.words(time.span)
        if words is None or just_said(words):
            continue
        owner = _announced(page, time, words, triggers) or _owner(words, owners, triggers)
        if owner is None:
            continue
        claim = _Claim(time.kind == "duration", owner[1], _FINE.index(time.grain), time.span.start)
        if owner[0] not in best or claim < best[owner[0]][0]:
            best[owner[0]] = claim, time
    return _shared(triggers, {i: time for i, (_, time) in best.items()})


def _owners(triggers: Sequence[Trigger]) -> dict[int, int]:
    """From a word to the trigger that answers for it; the trigger's own words win over those of a governed one."""
    owners: dict[int, int] = {}
    for trigger in triggers:
        for at in chain(trigger):
            owners.setdefault(at.i, trigger.word.i)
    for trigger in triggers:
        owners[trigger.word.i] = trigger.word.i
        if trigger.carrier is not None:
            owners[trigger.carrier.i] = trigger.word.i
    return owners


def _owner(words: Words, owners: dict[int, int], triggers: Sequence[Trigger]) -> tuple[int, int] | None:
    """The trigger a time belongs to and how many steps lie between."""
    at = words.root
    for steps in range(_DEEP):
        if at.i in owners:
            return owners[at.i], steps
        if set_for(at) and at.head.i in owners:
            return owners[at.head.i], steps
        if at.head == at or (at.pos_ == "VERB" and _is_cue(at)):
            return None
        if at.pos_ == "VERB":
            under = next((t.word.i for t in triggers if at in islice(t.word.ancestors, _NEAR)), None)
            return (under, _DEEP) if under is not None else None
        at = at.head
    return None


def _announced(page: Page, time: Time, words: Words, triggers: Sequence[Trigger]) -> tuple[int, int] | None:
    """A day ahead that the parser hangs on the announcing is that of what is announced: announced polls on June 9."""
    verb, published = words.root.head.head, page.article.published
    if published is None or time.start is None or time.start.date() <= published.end or not announces(verb):
        return None
    return next(((t.word.i, 1) for t in triggers if t.word.head == verb and t.word.dep_ in {"dobj", "nsubjpass"}), None)


def _is_cue(verb: Token) -> bool:
    return any(cue.kind in {"say", "write", "disclose"} for cue in cues.lexicon().get(verb.lemma_.lower(), ()))


def _shared(triggers: Sequence[Trigger], own: dict[int, Time]) -> dict[int, Time]:
    """Times shared by coordinated verbs, and by a threat and its condition: if no deal is reached by Friday, ..."""
    for trigger in triggers:
        head = trigger.word.head
        if (
            trigger.word.dep_ == "advcl"
            and trigger.word.i in own
            and any(c.lower_ == "if" for c in trigger.word.children)
        ):
            own.setdefault(head.i, own[trigger.word.i])
    for trigger in triggers:
        head = trigger.word
        if head.i not in own and head.dep_ == "conj" and head.head.i in own:
            own[head.i] = own[head.head.i]
    return own
