"""Which time expression belongs to which event of a sentence."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.events.arguments import chain
from reportedly.read.events.triggers import Trigger
from reportedly.read.grammar import cues
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.lexicons import words
from reportedly.read.grammar.page import Page
from reportedly.read.times import Times
from reportedly.read.times.tense import just_said, mover
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


class _Owner(NamedTuple):
    """The index of the trigger that a time belongs to, and how many steps lie between."""

    trigger: int
    steps: int


def attached(page: Page, times: Times, sentence: Tokens, triggers: Sequence[Trigger]) -> dict[int, Time]:
    """From a trigger's index to its time: the one whose words hang on the trigger or on the verbs it hangs on.

    A time that hangs on a verb of saying is when it was said. Coordinated verbs share a time.
    """
    in_sentence = times.within(sentence)
    if not in_sentence or not triggers:
        return {}
    owners = _owners(triggers)
    best: dict[int, tuple[_Claim, Time]] = {}
    for time in in_sentence:
        tokens = page.words(time.span)
        if (
            tokens is None
            or just_said(page.clauses, tokens)
            or _is_left(page.clauses, tokens)
            or _is_former(page, tokens)
        ):
            continue
        owner = _announced(page, time, tokens, triggers) or _owner(page.clauses, tokens, owners, triggers)
        if owner is None:
            continue
        claim = _Claim(time.kind == "duration", owner.steps, _FINE.index(time.grain), time.span.start)
        if owner.trigger not in best or claim < best[owner.trigger][0]:
            best[owner.trigger] = claim, time
    return _shared(page.clauses, triggers, {i: time for i, (_, time) in best.items()})


def _owners(triggers: Sequence[Trigger]) -> dict[int, int]:
    """From a word to the trigger that answers for it; the trigger's own words win over those of a governed one."""
    owners: dict[int, int] = {}
    for trigger in triggers:
        for word in chain(trigger):
            owners.setdefault(word.i, trigger.word.i)
    for trigger in triggers:
        owners[trigger.word.i] = trigger.word.i
        if trigger.carrier is not None:
            owners[trigger.carrier.i] = trigger.word.i
    return owners


def _owner(clauses: Clauses, time: Tokens, owners: dict[int, int], triggers: Sequence[Trigger]) -> _Owner | None:
    """The trigger that the words of a time hang on, or that hangs on the verb above them."""
    word = time.root
    for steps in range(_DEEP):
        owner = owners.get(word.head.i if word.i not in owners and clauses.sets_a_day(word) else word.i)
        if owner is not None:
            return _Owner(owner, steps)
        if word.head == word or (word.pos_ == "VERB" and _tells(clauses, word)):
            return None
        if word.pos_ == "VERB":
            under = next((t.word.i for t in triggers if word in islice(t.word.ancestors, _NEAR)), None)
            return _Owner(under, _DEEP) if under is not None else None
        word = word.head
    return None


def _announced(page: Page, time: Time, tokens: Tokens, triggers: Sequence[Trigger]) -> _Owner | None:
    """What is announced, or moved, where the day ahead hangs on the verb for it: announced polls on June 9."""
    moving, published = mover(page.clauses, tokens.root), page.article.published
    verb = moving or tokens.root.head.head
    if published is None or time.start is None or time.start.date() <= published.end:
        return None
    if moving is None and page.clauses.form(verb) not in words("grammar/nouns", "set_for", "telling"):
        return None
    objects = (t.word for t in triggers if t.word.head == verb and t.word.dep_ in {"dobj", "nsubjpass"})
    return next((_Owner(word.i, 1) for word in objects), None)


def _is_left(clauses: Clauses, time: Tokens) -> bool:
    """Whether something is moved away from a time: postponed from June 12."""
    joint = time.root.head
    return joint.lower_ == "from" and clauses.moves(joint.head)


def _is_former(page: Page, time: Tokens) -> bool:
    """Whether it was the day at first: the visit, originally set for Friday, will take place on Sunday."""
    setting = next((above for above in islice(time.root.ancestors, _NEAR) if above.pos_ in {"VERB", "ADJ"}), None)
    if setting is None or setting.dep_ not in {"acl", "amod", "relcl", "advcl"}:
        return False
    return page.clauses.was_at_first(setting)


def _tells(clauses: Clauses, verb: Token) -> bool:
    return any(cue.kind in {"say", "write", "disclose"} for cue in cues.lexicon().get(clauses.form(verb), ()))


def _shared(clauses: Clauses, triggers: Sequence[Trigger], own: dict[int, Time]) -> dict[int, Time]:
    """With the times that coordinated verbs share, and a threat with its condition: if no deal is reached by Friday."""
    verbs = [trigger.word for trigger in triggers]
    for word in verbs:
        conditional = word.dep_ == "advcl" and any(child.lower_ == "if" for child in clauses.children(word))
        if conditional and word.i in own:
            own.setdefault(word.head.i, own[word.i])
    for word in verbs:
        if word.i not in own and word.dep_ == "conj" and word.head.i in own:
            own[word.i] = own[word.head.i]
    return own
