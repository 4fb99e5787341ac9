"""Events: what is said to have happened, to be going on, ahead, asked for or denied; typed by PLOVER roots.

Triggers come from ``triggers``, who takes part from ``arguments``, the root from both lexicon and model (``coded``).
What they miss, and what lies ahead, a trained model sees in any words (``seen``); it has their events as evidence.
The ontology: PLOVER 0.8, Open Event Data Alliance, 2017.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.events import acts, arguments, changes, coded, seen, triggers
from reportedly.read.events import times as events_times
from reportedly.read.events.changes import TOLD
from reportedly.read.events.coded import Draft
from reportedly.read.events.lexicon import compound, first_word, lemma, mode
from reportedly.read.events.meaningful import is_meaningful
from reportedly.read.events.seen import Seen
from reportedly.read.events.tellers import Tellers
from reportedly.read.events.triggers import AHEAD, OPEN, TELLING, VERBS, Trigger
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.page import Page
from reportedly.read.grammar.standing import DENIED, PLANNED, SUPPOSED, Standing
from reportedly.read.grammar.unsaid import is_not_done
from reportedly.read.model import Marked, Outlook, Said
from reportedly.read.model.outlook import ROOTS, STATUSES
from reportedly.read.names import Names
from reportedly.read.statements import certainty
from reportedly.read.times import Times
from reportedly.records import Certainty, Event, Statement, Time, content_id
from reportedly.text import Span

_LASTING = frozenset({"until", "till", "through", "to"})  # the heat will last until Friday: nothing comes about then
_DAYS = frozenset({"minute", "hour", "day"})
_HAPPENING = frozenset({"be", "happen", "occur", "exist", "begin", "start"})


SURE = 0.5  # probability of what the rules have a day ahead for
DOUBTFUL = 0.05  # probability below which that is not enough
BONUS_OF_THE_RULES = 2.0  # added to the logarithm of the probability of the root or status that the rules give
NO_EVENT = 0.03  # probability below which what the rules take for an event is none

_BY_WHO_ACTS = frozenset({"strike"})  # words whose root hangs on who acts, which the lexicon knows better

Kept = tuple[Draft, Event]


class Happenings(NamedTuple):
    """The events of a page in order of their triggers; ``ahead``: by an event's id how likely it lies ahead."""

    events: tuple[Event, ...]
    ahead: dict[str, float]


def find(page: Page, names: Names, times: Times, tellers: Tellers, marked: Marked) -> Happenings:
    """The events of a page's body, each with the statement whose content tells it."""
    ruled = list(by_rules(page, names, times, tellers, marked))
    told = seen.find(page, marked.outlook, made_of(page, ruled))
    by_id = {time.id: time for time in times.times}
    sure = [draft.trigger.word for draft, event in ruled if _is_dated_ahead(page, event, by_id.get(event.time or ""))]
    told = {
        i: _judged(page, each) for i, each in (told | dict(_surely(page.clauses, told, marked.outlook, sure))).items()
    }
    fresh = list(_fresh(page, names, marked, ruled, told))
    redone = {draft.trigger.word.i for draft in fresh}
    kept = [(draft, event) for draft, event in ruled if draft.trigger.word.i not in redone]
    when = _when(page, times, sorted([*fresh, *(draft for draft, _ in kept)], key=_place))
    made = [(draft, _made(page, names, draft, when.get(_place(draft)), tellers)) for draft in fresh]
    every = sorted([*made, *kept], key=lambda pair: _place(pair[0]))
    ahead = {event.id: told[_place(draft)].ahead for draft, event in made if told[_place(draft)].is_ahead}
    return Happenings(tuple(event for _, event in every), ahead)


def _surely(
    clauses: Clauses, told: Mapping[int, Seen], outlook: Outlook, sure: Iterable[Token]
) -> Iterator[tuple[int, Seen]]:
    """What the rules have a day ahead for, where the model does not rule that out, or it is moved to that day."""
    for word in sure:
        said = outlook.of(word.idx, word.idx + len(word))
        each = told.get(word.i) or (Seen(word, 1.0, 0.0, said) if said is not None else None)
        if each is not None and (each.ahead >= DOUBTFUL or _is_moved(clauses, word)):
            yield word.i, each._replace(ahead=max(each.ahead, SURE))


def _is_moved(clauses: Clauses, word: Token) -> bool:
    change = changes.of_word(clauses, word.head) if word.head.pos_ == "VERB" else None
    return change is not None and change.state == "moved" and word in change.about


def _judged(page: Page, each: Seen) -> Seen:
    """What the model sees, with the grammar's word where it speaks against its coming."""
    return each if _may_come(page, each.word) else each._replace(ahead=0.0)


def _tells_a_change(clauses: Clauses, word: Token) -> bool:
    """Whether a word only tells what became of another event: postponed, called off, denied."""
    change = changes.of_word(clauses, word)
    return change is not None and change.word == word


def _ends_asking(sentence: Tokens) -> bool:
    """Whether a sentence ends in a question mark, quotation marks apart."""
    return next((token.text for token in reversed(sentence) if not (token.is_quote or token.is_space)), "") == "?"


def _is_dated_ahead(page: Page, event: Event, time: Time | None) -> bool:
    """Whether the rules take an event for planned, expected or demanded, with a day ahead."""
    published = page.article.published
    if published is None or time is None or time.end is None or time.end.date() <= published.end:
        return False
    return event.status in AHEAD or event.status == "called_for"


def _may_come(page: Page, word: Token) -> bool:
    """Whether the grammar does not speak against it: by being denied, given up, asked, wished or told by nobody."""
    if _ends_asking(word.sent) or _tells_a_change(page.clauses, word):
        return False
    trigger = triggers.by_lexicon(page.clauses, word)
    return page.clauses.standing(trigger.word, trigger.carrier) not in {DENIED, SUPPOSED}


def _fresh(
    page: Page, names: Names, marked: Marked, ruled: Sequence[Kept], told: Mapping[int, Seen]
) -> Iterator[Draft]:
    """Drafts of what lies ahead, and of what no event of the rules tells; these are coded as those of the rules are."""
    known = {draft.trigger.word.i: draft for draft, _ in ruled}
    sentence = {token.i: sentence for sentence in page.body for token in sentence}
    words = frozenset(w.i for draft in known.values() for w in (draft.trigger.word, draft.trigger.carrier) if w)
    drafts = {
        i: _draft(page, names, known.get(i), each, sentence[i])
        for i, each in told.items()
        if each.is_ahead or _is_news(page.clauses, each, words)
    }
    for carrier in [draft.trigger.carrier for draft in drafts.values()]:
        drafts.pop(carrier.i if carrier is not None else -1, None)  # of “arrive for a visit” the visit is the event
    yield from (draft for i, draft in drafts.items() if told[i].is_ahead)
    others = [draft for i, draft in drafts.items() if not told[i].is_ahead]
    yield from coded.coded(page, names, marked.pairs, others)


def _place(draft: Draft) -> int:
    return draft.trigger.word.i


def by_rules(page: Page, names: Names, times: Times, tellers: Tellers, marked: Marked) -> Iterator[Kept]:
    """What the rules take for an event, and the model for no impossible one."""
    drafts = coded.coded(page, names, marked.pairs, list(_drafts(page, names)))
    drafts = list(_of_their_day(page, drafts, _when(page, times, drafts)))
    when, (_, likely) = _when(page, times, drafts), seen.logits(page, marked.outlook)
    for draft in drafts:
        event = _event(page, names, _weighed(page.clauses, draft, marked.outlook), when.get(_place(draft)), tellers)
        if event is not None and likely[_place(draft)] >= NO_EVENT:
            yield draft, event


def made_of(page: Page, ruled: Iterable[Kept]) -> dict[int, tuple[str, ...]]:
    """By the index of each word of an event what the rules made of it."""
    told = ((event, page.words(event.trigger) or ()) for _, event in ruled)
    return {
        word.i: ("event", f"{event.status}{', dated' if event.time else ''}") for event, words in told for word in words
    }


def _is_news(clauses: Clauses, each: Seen, told: frozenset[int]) -> bool:
    """Whether it tells no mere change, and no event told already: by its word, or by one carried by or carrying it.

    ``told``: the indices of the words that tell or carry the events of the rules.
    """
    if _tells_a_change(clauses, each.word):
        return False
    objects = {child.i for child in each.word.children if child.dep_ in {"dobj", "nsubjpass"}}
    above = {each.word.head.i} if each.word.dep_ in {"dobj", "nsubjpass", "compound"} else set[int]()
    return told.isdisjoint({each.word.i} | objects | above)


def _draft(page: Page, names: Names, known: Draft | None, each: Seen, sentence: Tokens) -> Draft:
    """The draft of a word that the model sees: root, certainty and status are its own, the rest is the grammar's."""
    trigger = known.trigger if known else triggers.by_lexicon(page.clauses, each.word)
    if page.clauses.form(each.word) not in _BY_WHO_ACTS:
        trigger = trigger._replace(root=each.said.likely_root)
    status = each.said.likely_status
    if each.is_ahead and known and known.standing.status in AHEAD:
        status = known.standing.status
    elif each.is_ahead and status not in AHEAD:
        status = "planned"
    standing = Standing(status, each.said.likely_certainty)
    return Draft(sentence, trigger, arguments.parties(page, names, trigger), standing)


def _drafts(page: Page, names: Names) -> Iterator[Draft]:
    for sentence in page.body:
        for trigger in triggers.find(page.clauses, sentence):
            parties = arguments.parties(page, names, trigger)
            yield Draft(sentence, trigger, parties, page.clauses.standing(trigger.word, trigger.carrier))


def _when(page: Page, times: Times, drafts: Iterable[Draft]) -> dict[int, Time]:
    """From a trigger's index to its time."""
    out: dict[int, Time] = {}
    for sentence, in_sentence in groupby(drafts, key=lambda draft: draft.sentence):
        out |= events_times.attached(page, times, sentence, [draft.trigger for draft in in_sentence])
    return out


def _of_their_day(page: Page, drafts: Iterable[Draft], when: dict[int, Time]) -> Iterator[Draft]:
    """The drafts, of verbs that no list has only those that tell what comes about on a day ahead: the lamp is lit."""
    for draft in drafts:
        time = when.get(draft.trigger.word.i)
        if draft.trigger.root != OPEN:
            yield draft
        elif time is not None and draft.standing.certainty != "possible" and _is_its_day(page, draft, time):
            yield draft._replace(trigger=draft.trigger._replace(root="OTHER"))


def _is_its_day(page: Page, draft: Draft, time: Time) -> bool:
    """Whether a verb itself has a sharp day after publication, on which it comes about and does not only end."""
    published, day = page.article.published, page.words(time.span)
    if published is None or day is None or time.end is None or time.end.date() <= published.end:
        return False
    joint = day.root.head
    lasts = joint.lower_ in _LASTING or time.kind == "duration"
    return draft.trigger.word in {joint, joint.head} and not (lasts or time.vague) and time.grain in _DAYS


def _weighed(clauses: Clauses, draft: Draft, outlook: Outlook) -> Draft:
    """A draft of the rules with root and status weighed against the model's word.

    What the grammar marks as going on, ahead, asked for, supposed or denied stays so, and what the lexicon is sure of.
    """
    word = draft.trigger.word
    said = outlook.of(word.idx, word.idx + len(word))
    if said is None:
        return draft
    if not draft.coded and not coded.is_settled(clauses, draft):
        draft = draft._replace(trigger=draft.trigger._replace(root=_root(draft.trigger.root, said)))
    if draft.standing.status != "occurred":
        return draft
    logs = said.status[1:].copy()
    logs[STATUSES.index(draft.standing.status)] += BONUS_OF_THE_RULES
    return draft._replace(standing=draft.standing._replace(status=STATUSES[int(logs.argmax())]))


def _root(by_rules: str, said: Said) -> str:
    """The likeliest root, that of the rules a little likelier than the model thinks."""
    logs = said.root.copy()
    if by_rules in ROOTS:
        logs[ROOTS.index(by_rules)] += BONUS_OF_THE_RULES
    return ROOTS[int(logs.argmax())]


# -- events -----------------------------------------------------------------------------------------------------------


def _event(page: Page, names: Names, draft: Draft, when: Time | None, tellers: Tellers) -> Event | None:
    trigger = draft.trigger
    statement = tellers.of(trigger.word)
    standing = _dated(page, trigger, _as_told(page, draft, statement), when)
    when = None if _is_anothers(page, standing, when) else when
    place = arguments.place(page, names, trigger)
    if not is_meaningful(page.clauses, draft._replace(standing=standing), place, when):
        return None
    return _made(page, names, draft._replace(standing=standing), when, tellers)


def _made(page: Page, names: Names, draft: Draft, when: Time | None, tellers: Tellers) -> Event:
    """The event of a draft, with its place, and the statement that tells it."""
    trigger, parties, standing = draft.trigger, draft.parties, draft.standing
    statement = tellers.of(trigger.word)
    place = arguments.place(page, names, trigger)
    span = _span(page, trigger)
    return Event(
        id=content_id("v", page.article.id, "event", *span),
        trigger=span,
        type=trigger.root,
        lemma=(lemma if trigger.word.pos_ in VERBS else compound)(page.clauses, trigger.word),
        mode=mode(trigger.root, page.clauses.form(trigger.word)),
        actors=parties.actors,
        recipients=parties.recipients,
        place=place,
        time=when.id if when else None,
        status=standing.status,
        certainty=_sureness(page, trigger.word, standing, tellers),
        polarity="denied" if standing.status == "denied" else "affirmed",
        statement=statement.id if statement else None,
        acts=acts.of_event(page.clauses, trigger.word),
    )


def _span(page: Page, trigger: Trigger) -> Span:
    word = trigger.word
    return page.span(word if word.pos_ in VERBS else page.doc[first_word(page.clauses, word).i : word.i + 1])


def _is_anothers(page: Page, standing: Standing, when: Time | None) -> bool:
    """Whether a time is that of something else: what was done ahead of Sunday's vote was not done on Sunday."""
    published = page.article.published
    if when is None or when.start is None or published is None or standing.status != "occurred":
        return False
    return when.start.date() > published.end


def _dated(page: Page, trigger: Trigger, standing: Standing, when: Time | None) -> Standing:
    """What has a day after publication lies ahead, whatever its tense: talks begin on Monday."""
    published = page.article.published
    if when is None or when.start is None or published is None or when.start.date() <= published.end:
        return standing
    open_to_it = standing.status == "ongoing" or (standing.status == "occurred" and trigger.word.pos_ not in VERBS)
    return PLANNED if open_to_it else standing


def _as_told(page: Page, draft: Draft, statement: Statement | None) -> Standing:
    """Where the event lies by its own words, or denied where the statement that tells it denies just that."""
    if statement is None or statement.polarity != "denied" or draft.standing.status not in TOLD:
        return draft.standing
    denies = _is_the_point(page, draft.trigger, statement) and not _is_only_unsaid(page, statement)
    return DENIED if denies else draft.standing


def _is_only_unsaid(page: Page, statement: Statement) -> bool:
    """Whether its source is told not to have said it: whoever has not said who killed him denies no killing."""
    cue = filter(None, map(page.words, statement.cue))
    return any(is_not_done(page.clauses, verb) for words in cue for verb in words if verb.pos_ in VERBS)


def _is_the_point(page: Page, trigger: Trigger, statement: Statement) -> bool:
    """Whether what is denied is the event: who denies that a ban is aimed at them does not deny the ban."""
    parts = filter(None, map(page.words, statement.content))
    points = {token.i for tokens in parts for token in (tokens.root, *tokens.root.conjuncts)}
    word = trigger.carrier if trigger.carrier is not None else trigger.word
    of_noun = word.pos_ not in VERBS and page.clauses.form(word.head) in TELLING | _HAPPENING
    return bool(points & {word.i, word.head.i if of_noun else word.i})


def _sureness(page: Page, word: Token, standing: Standing, tellers: Tellers) -> Certainty:
    if standing.certainty != "certain":
        return standing.certainty
    hedge = tellers.doubt(word) or certainty.of_words(page.clauses, page.clauses.children(word, "advmod"), None)
    if hedge is None and standing.status in TOLD:
        hedge = tellers.sureness(word)
    return hedge or "certain"
