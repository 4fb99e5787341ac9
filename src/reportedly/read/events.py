"""Events: what is said to have happened, to be going on, ahead, asked for or denied; typed by PLOVER roots.

Triggers come from a lexicon of verbs, eventive nouns and verbs with their objects; a verb that only carries a noun
(hold talks) yields to it. A general verb becomes an event of type OTHER only where it tells an act that lies ahead.
The ontology: PLOVER 0.8, Open Event Data Alliance, 2017.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from reportedly.read import certainty, events_arguments, events_people, events_status, events_times, sources
from reportedly.read.cues import base, words
from reportedly.read.events_arguments import Parties, Trigger
from reportedly.read.events_lexicon import (
    compound,
    first_word,
    lemma,
    lexicon,
    measured,
    mode,
    object_of,
    root_of_verb,
    set_for,
)
from reportedly.read.events_status import Standing
from reportedly.read.names import Names
from reportedly.read.page import Page
from reportedly.read.tagger import Sureness
from reportedly.read.times import Times
from reportedly.records import Certainty, Event, Statement, Status, Time, content_id

_AHEAD: frozenset[Status] = frozenset({"planned", "expected"})
_REAL: frozenset[Status] = frozenset({"occurred", "ongoing"})
_BARE_WORDS = frozenset({"COOPERATE", "SUPPORT", "REQUEST", "ACCUSE", "THREATEN", "REJECT", "AID"})  # mere topics
_TELLING = frozenset({"announce", "schedule", "plan", "expect"})  # their object is the event
_FINE = frozenset({"minute", "hour", "day", "week", "month"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})


def find(page: Page, names: Names, times: Times, statements: Sequence[Statement], sure: Sureness) -> tuple[Event, ...]:
    """The events of a page's body in order of their triggers, each with the statement whose content tells it."""
    out: list[Event] = []
    telling = _Telling(page, statements, sure)
    for sentence in page.body:
        triggers = list(_triggers(sentence))
        when = events_times.attached(page, times, sentence, triggers)
        for trigger in triggers:
            found = _event(page, names, trigger, when.get(trigger.word.i), telling)
            if found is not None:
                out.append(found)
    return tuple(out)


# -- triggers ---------------------------------------------------------------------------------------------------------


def _triggers(sentence: Words) -> Iterator[Trigger]:
    carried: set[int] = set()
    found: list[Trigger] = []
    for token in sentence:
        if token.pos_ in _NOUNS and token.ent_type_ not in {"PERSON", "DATE", "TIME"}:
            trigger = _noun(token)
            if trigger is not None:
                found.append(trigger)
                if trigger.carrier is not None:
                    carried.add(trigger.carrier.i)
    by_verb = [t for token in sentence if token.pos_ in _VERBS and token.i not in carried and (t := _verb(token))]
    return iter(sorted(_told_once(found, by_verb), key=lambda trigger: trigger.word.i))


def _told_once(by_noun: list[Trigger], by_verb: list[Trigger]) -> list[Trigger]:
    """Without verbs whose carried noun is the event, and without nouns whose verb already tells the same event."""
    nouns = {trigger.word.i: trigger for trigger in by_noun}
    kept: list[Trigger] = []
    for trigger in by_verb:
        thing = object_of(trigger.word)
        noun = nouns.get(thing.i) if thing is not None else None
        if noun is not None and base(trigger.word) in _TELLING:
            continue
        if noun is None:
            kept.append(trigger)
        elif noun.carrier is None and trigger.root == noun.root:
            del nouns[noun.word.i]
            kept.append(trigger)
        elif trigger.root not in {"OTHER", noun.root}:
            kept.append(trigger)
    return [*nouns.values(), *kept]


def _noun(token: Token) -> Trigger | None:
    known = lexicon()
    word = compound(token)
    root = known.nouns.get(word)
    if word == "strike" and any(c.lower_ in known.strikes for c in token.children):
        root = "PROTEST"
    if root is None and any(set_for(child) for child in token.children):
        root = "OTHER"
    if root is None or (token.dep_ in {"compound", "amod", "nmod", "appos"} and _postponed_object(token) is None):
        return None
    carrier = _carrier(token)
    if carrier is not None and carrier.pos_ == "VERB":
        root = known.pairs.get(lemma(carrier), {}).get(word, root)
    return Trigger(token, root, carrier)


def _postponed_object(noun: Token) -> Token | None:
    """The verb of “will begin on Sunday (today) its long march”, whose object the parser takes for another day."""
    day = noun.head
    if noun.dep_ != "appos" or day.ent_type_ not in {"DATE", "TIME"} or day.dep_ != "pobj":
        return None
    verb = day.head.head
    has_object = any(child.dep_ == "dobj" for child in verb.children)
    return verb if base(verb) in lexicon().light["object"] and not has_object else None


def _carrier(noun: Token) -> Token | None:
    """The verb that only carries the noun: they held talks; the talks took place; they engaged in talks."""
    light = lexicon().light
    head = noun.head
    if (verb := _postponed_object(noun)) is not None:
        return verb
    if base(head) == "be" and noun.dep_ == "attr" and any(c.dep_ == "expl" for c in head.children):
        return head
    if head.pos_ == "VERB":
        word = lemma(head)
        if noun.dep_ in {"dobj", "oprd", "attr"} and (word in light["object"] or base(head) in light["object"]):
            return head
        if noun.dep_ in {"nsubj", "nsubjpass"} and (word in light["subject"] or base(head) in light["subject"]):
            return head
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.lower_ in {"in", "on", "for", "to"}:
        above = head.head
        if above.pos_ == "VERB" and base(above) in light["through"]:
            return above
    measure = measured(noun)
    return _carrier(measure) if measure is not None else None


def _verb(token: Token) -> Trigger | None:
    known = lexicon()
    if (base(token) not in known.any_verb and not _may_lie_ahead(token)) or set_for(token):
        return None
    word = lemma(token)
    root = root_of_verb(token, word)
    if root is not None and word in words("events", "somebody", "verbs") and not _done_to_somebody(token):
        root = None
    if root is not None:
        return Trigger(token, root)
    if word in known.acts or base(token) in known.acts:
        return Trigger(token, "OTHER")
    return None


def _done_to_somebody(verb: Token) -> bool:
    thing = object_of(verb)
    if thing is None:
        return True
    named = thing.pos_ in {"PROPN", "PRON", "NUM"} or thing.ent_type_ in {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"}
    return named or sources.is_somebody(thing) or base(thing) in words("events", "somebody", "things")


def _may_lie_ahead(token: Token) -> bool:
    return base(token) in lexicon().acts


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


def _event(page: Page, names: Names, trigger: Trigger, when: Time | None, telling: _Telling) -> Event | None:
    word = trigger.word
    is_verb = word.pos_ in _VERBS
    standing = events_status.of_verb(word) if is_verb else events_status.of_noun(word, trigger.carrier)
    statement = telling.of(word)
    standing = _as_told(standing, statement)
    if standing.status == "ongoing" or (standing.status == "occurred" and not is_verb):
        standing = _dated(page, standing, when)
    if trigger.root == "OTHER" and is_verb and standing.status not in _AHEAD:
        return None
    parties = events_arguments.parties(page, names, trigger)
    place = events_arguments.place(page, names, trigger)
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


def _as_told(standing: Standing, statement: Statement | None) -> Standing:
    if statement is not None and statement.polarity == "denied" and standing.status in {"occurred", "ongoing"}:
        return Standing("denied")
    return standing


def _is_meaningful(
    trigger: Trigger, parties: Parties, standing: Standing, place: str | None, when: Time | None
) -> bool:
    """Whether somebody takes part or it is put somewhere or some time: no event is made of a bare word."""
    someone = any(p.entity is not None for p in (*parties.actors, *parties.recipients))
    if trigger.word.pos_ in _VERBS:
        if trigger.root == "OTHER" and not _can_act(trigger.word):
            return False
        aside = _is_purpose(trigger.word) or (standing.status in _AHEAD and _is_manner(trigger.word))
        return not aside and bool(parties.actors or parties.recipients)
    announced = standing.status in _AHEAD and trigger.word.dep_ in {"dobj", "pobj", "nsubjpass"}
    if trigger.root == "OTHER":
        dated = when is not None and when.grain in _FINE
        told = announced and base(trigger.word.head) in _TELLING
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
    who = events_arguments.subject(verb)
    if who is not None:
        who = events_people.antecedent(who)
    if who is None or who.pos_ in {"PROPN", "PRON"} or who.ent_type_ in {"ORG", "PERSON", "GPE", "NORP"}:
        return who is None or who.lower_ not in {"that", "this", "which", "there"}
    return who.dep_ == "nsubjpass" or sources.is_somebody(who)


def _is_manner(verb: Token) -> bool:
    """Will raise money by showing films: the showing is how, not what."""
    return verb.tag_ == "VBG" and verb.dep_ in {"pcomp", "advcl", "acl"}


def _is_purpose(verb: Token) -> bool:
    """Met to discuss trade: the purpose is no event of its own, unless somebody sets out for it."""
    at = verb
    while at.dep_ == "conj" and at.head.pos_ in _VERBS:
        at = at.head
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in at.children)
    return at.dep_ == "advcl" and to and base(at.head) not in words("event_status", "motion", "verbs")


def _sureness(word: Token, standing: Standing, statement: Statement | None, telling: _Telling) -> Certainty:
    if standing.certainty != "certain":
        return standing.certainty
    if statement is not None and statement.certainty in {"probable", "possible"}:
        return statement.certainty
    hedge = certainty.of_words([c for c in word.children if c.dep_ == "advmod"], None)
    if hedge is None and standing.status in _REAL:
        hedge = telling.sureness(word)
    return hedge or "certain"
