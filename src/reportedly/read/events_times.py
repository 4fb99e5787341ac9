"""Which time expression belongs to which event of a sentence."""

from collections.abc import Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from reportedly.read import cues
from reportedly.read.events_arguments import Trigger, chain
from reportedly.read.page import Page
from reportedly.read.times import Times
from reportedly.records import Time

_DEEP = 5


def attached(page: Page, times: Times, sentence: Words, triggers: Sequence[Trigger]) -> dict[int, str]:
    """From a trigger's index to the id of its time: the time whose words hang on the trigger or its verbs.

    A time at the head of the sentence (At the time, ...) belongs to its main verb and to what that verb only reports
    where nothing nearer is told.
    """
    found = times.within(sentence)
    if not found or not triggers:
        return {}
    owners = _owners(triggers)
    out: dict[int, str] = {}
    for time in found:
        words = page.words(time.span)
        if words is None:
            continue
        owner = _owner(words, owners, triggers)
        if owner is not None and owner not in out:
            out[owner] = time.id
    _share(triggers, out)
    return out


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


def _owner(words: Words, owners: dict[int, int], triggers: Sequence[Trigger]) -> int | None:
    at = words.root
    for _ in range(_DEEP):
        if at.i in owners:
            return owners[at.i]
        if at.head == at or (at.pos_ == "VERB" and at.i not in owners and _is_cue(at)):
            return None
        if at.pos_ == "VERB":
            return _under(at, triggers, words)
        at = at.head
    return None


def _is_cue(verb: Token) -> bool:
    return any(cue.kind in {"say", "write", "disclose"} for cue in cues.lexicon().get(verb.lemma_.lower(), ()))


def _under(verb: Token, triggers: Sequence[Trigger], words: Words) -> int | None:
    """The event that an ordinary verb's time serves: the nearest trigger in what that verb governs."""
    del words
    inside = [t.word.i for t in triggers if t.word.head == verb or t.word.head.head == verb]
    return inside[0] if inside else None


def _share(triggers: Sequence[Trigger], out: dict[int, str]) -> None:
    """Coordinated verbs share a time told after the last of them or before the first."""
    for trigger in triggers:
        head = trigger.word
        if head.i not in out and head.dep_ == "conj" and head.head.i in out:
            out[head.i] = out[head.head.i]
