"""Events: what is said to have happened, to be going on, ahead, asked for or denied; typed by PLOVER roots.

Triggers come from ``triggers``, who takes part from ``arguments``, the root from both lexicon and model (``coded``).
A general verb becomes an event of type OTHER only where it tells an act that lies ahead.
The ontology: PLOVER 0.8, Open Event Data Alliance, 2017.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from spacy.tokens import Token

from reportedly.read.events import arguments, coded, people
from reportedly.read.events import times as events_times
from reportedly.read.events import triggers as events_triggers
from reportedly.read.events.arguments import Parties, Trigger
from reportedly.read.events.coded import Draft
from reportedly.read.events.lexicon import compound, first_word, lemma, mode
from reportedly.read.events.triggers import TELLING, VERBS
from reportedly.read.grammar.lexicons import base, words
from reportedly.read.grammar.page import Page
from reportedly.read.grammar.standing import Standing
from reportedly.read.model import Marked, Sureness
from reportedly.read.names import Names, meant
from reportedly.read.statements import certainty
from reportedly.read.times import Times
from reportedly.records import Certainty, Event, Statement, Status, Time, content_id

_AHEAD: frozenset[Status] = frozenset({"planned", "expected"})
_REAL: frozenset[Status] = frozenset({"occurred", "ongoing"})
_HAPPENING = frozenset({"be", "happen", "occur", "exist", "begin", "start"})
_BARE_WORDS = frozenset({"COOPERATE", "SUPPORT", "REQUEST", "ACCUSE", "THREATEN", "REJECT", "AID"})  # mere topics
_FINE = frozenset({"minute", "hour", "day", "week", "month"})


def find(page: Page, names: Names, times: Times, statements: Sequence[Statement], marked: Marked) -> tuple[Event, ...]:
    """The events of a page's body in order of their triggers, each with the statement whose content tells it."""
    telling = _Telling(page, statements, marked.sure)
    drafts = [
        Draft(
            sentence,
            trigger,
            arguments.parties(page, names, trigger),
            page.clauses.standing(trigger.word, trigger.carrier),
        )
        for sentence in page.body
        for trigger in events_triggers.find(sentence)
    ]
    found = coded.coded(page, names, marked.pairs, drafts)
    when = _when(page, times, found)
    events = (_event(page, names, draft, when.get(draft.trigger.word.i), telling) for draft in found)
    return tuple(event for event in events if event is not None)


def _when(page: Page, times: Times, drafts: Iterable[Draft]) -> dict[int, Time]:
    """From a trigger's index to its time; an open verb takes none that belongs to a word of the lexicon."""
    out: dict[int, Time] = {}
    for sentence, group in groupby(drafts, key=lambda draft: draft.sentence):
        triggers = [(draft.trigger, draft.opened) for draft in group]
        known = [trigger for trigger, opened in triggers if not opened]
        taken = events_times.attached(page, times, sentence, known)
        if len(known) < len(triggers):
            every = events_times.attached(page, times, sentence, [trigger for trigger, _ in triggers])
            taken = {i: time for i, time in every.items() if time not in taken.values()} | taken
        out |= taken
    return out


# -- events -----------------------------------------------------------------------------------------------------------


class _Telling:
    """Finds the narrowest statement whose content holds a word, and how sure the page is of what the word tells."""

    def __init__(self, page: Page, statements: Sequence[Statement], sure: Sureness) -> None:
        self._sure = sure
        self._at: dict[int, Statement] = {}
        widest_first = sorted(statements, key=lambda s: s.content[0].start - s.content[-1].end)
        for statement in widest_first:
            for span in statement.content:
                words = page.words(span)
                if words is not None:
                    self._at.update(dict.fromkeys(range(words.start, words.end), statement))

    def of(self, token: Token) -> Statement | None:
        return self._at.get(token.i)

    def sureness(self, token: Token) -> Certainty | None:
        score = self._sure.of(token.idx, token.idx + len(token))
        return None if score is None else certainty.of_score(score)


def _event(page: Page, names: Names, draft: Draft, when: Time | None, telling: _Telling) -> Event | None:
    trigger, parties = draft.trigger, draft.parties
    word = trigger.word
    is_verb = word.pos_ in VERBS
    statement = telling.of(word)
    standing = _as_told(page, trigger, draft.standing, statement)
    if standing.status == "ongoing" or (standing.status == "occurred" and not is_verb):
        standing = _dated(page, standing, when)
    if trigger.root == "OTHER" and is_verb and standing.status not in _AHEAD:
        return None
    place = arguments.place(page, names, trigger)
    if not _is_meaningful(trigger, parties, standing, place, when):
        return None
    span = page.span(word) if is_verb else page.span(page.doc[first_word(word).i : word.i + 1])
    return Event(
        id=content_id("v", page.article.id, "event", *span),
        trigger=span,
        type=trigger.root,
        lemma=lemma(word) if is_verb else compound(word),
        mode=mode(trigger.root, base(word)),
        actors=parties.actors,
        recipients=parties.recipients,
        place=place,
        time=when.id if when else None,
        status=standing.status,
        certainty=_sureness(word, standing, statement, telling),
        polarity="denied" if standing.status == "denied" else "affirmed",
        statement=statement.id if statement else None,
    )


def _dated(page: Page, standing: Standing, when: Time | None) -> Standing:
    """What has a day after publication lies ahead, whatever its tense: talks begin on Monday."""
    published = page.article.published
    if when is None or when.start is None or published is None:
        return standing
    return Standing("planned") if when.start.date() > published.end else standing


def _as_told(page: Page, trigger: Trigger, standing: Standing, statement: Statement | None) -> Standing:
    if statement is None or statement.polarity != "denied" or standing.status not in {"occurred", "ongoing"}:
        return standing
    return Standing("denied") if _is_the_point(page, trigger, statement) else standing


def _is_the_point(page: Page, trigger: Trigger, statement: Statement) -> bool:
    """Whether what is denied is the event: who denies that a ban is aimed at them does not deny the ban."""
    parts = [words for span in statement.content if (words := page.words(span)) is not None]
    points = {token.i for words in parts for token in (words.root, *words.root.conjuncts)}
    at = trigger.carrier if trigger.carrier is not None else trigger.word
    told = at.head if at.pos_ not in VERBS and base(at.head) in TELLING | _HAPPENING else at
    return bool(points & {at.i, told.i})


def _is_meaningful(
    trigger: Trigger, parties: Parties, standing: Standing, place: str | None, when: Time | None
) -> bool:
    """Whether somebody takes part or it is put somewhere or some time: no event is made of a bare word."""
    someone = any(p.entity is not None for p in (*parties.actors, *parties.recipients))
    if trigger.word.pos_ in VERBS:
        if trigger.root == "OTHER" and not _can_act(trigger.word):
            return False
        aside = _is_purpose(trigger.word) or (standing.status in _AHEAD and _is_manner(trigger.word))
        return not aside and bool(parties.actors or parties.recipients)
    announced = standing.status in _AHEAD and trigger.word.dep_ in {"dobj", "pobj", "nsubjpass"}
    if trigger.root == "OTHER":
        dated = when is not None and when.grain in _FINE
        told = announced and base(trigger.word.head) in TELLING
        return standing.status in _AHEAD and bool(trigger.carrier or dated or told)
    if trigger.carrier is not None or when is not None or (announced and parties.actors):
        return True
    if trigger.root in _BARE_WORDS:
        return False
    return someone or (place is not None and trigger.root in {"ASSAULT", "PROTEST", "COERCE"})


def _can_act(verb: Token) -> bool:
    """Whether the subject of a general verb is somebody: a deadline arrives, but that is no act."""
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return True
    who = arguments.subject(verb)
    if who is not None:
        who = people.antecedent(who)
    if who is None or who.pos_ in {"PROPN", "PRON"} or who.ent_type_ in {"ORG", "PERSON", "GPE", "NORP"}:
        return who is None or who.lower_ not in {"that", "this", "which", "there"}
    return who.dep_ == "nsubjpass" or meant.is_somebody(who)


def _is_manner(verb: Token) -> bool:
    """Will raise money by showing films: the showing is how, not what."""
    return verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "advcl", "acl"}


def _is_purpose(verb: Token) -> bool:
    """Met to discuss trade: the purpose is no event of its own, unless somebody sets out for it."""
    at = verb
    while at.dep_ == "conj" and at.head.pos_ in VERBS:
        at = at.head
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in at.children)
    return at.dep_ == "advcl" and to and base(at.head) not in words("grammar/standing", "motion", "verbs")


def _sureness(word: Token, standing: Standing, statement: Statement | None, telling: _Telling) -> Certainty:
    if standing.certainty != "certain":
        return standing.certainty
    if statement is not None and statement.certainty in {"probable", "possible"}:
        return statement.certainty
    hedge = certainty.of_words([c for c in word.children if c.dep_ == "advmod"], None)
    if hedge is None and standing.status in _REAL:
        hedge = telling.sureness(word)
    return hedge or "certain"
