"""Events: what is said to have happened, to be going on, ahead, asked for or denied; typed by PLOVER roots.

Triggers come from ``triggers``, who takes part from ``arguments``, the root from both lexicon and model (``coded``).
A general verb becomes an event of type OTHER only where it tells an act that lies ahead, or what has a day ahead.
The ontology: PLOVER 0.8, Open Event Data Alliance, 2017.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from spacy.tokens import Token

from reportedly.read.events import acts, arguments, coded, triggers
from reportedly.read.events import times as events_times
from reportedly.read.events.changes import TOLD
from reportedly.read.events.coded import Draft
from reportedly.read.events.lexicon import compound, first_word, lemma, mode
from reportedly.read.events.meaningful import is_meaningful
from reportedly.read.events.tellers import Tellers
from reportedly.read.events.triggers import OPEN, TELLING, VERBS, Trigger
from reportedly.read.grammar.page import Page
from reportedly.read.grammar.standing import DENIED, PLANNED, Standing
from reportedly.read.grammar.unsaid import is_not_done
from reportedly.read.model import Pairs
from reportedly.read.names import Names
from reportedly.read.statements import certainty
from reportedly.read.times import Times
from reportedly.records import Certainty, Event, Statement, Time, content_id
from reportedly.text import Span

_LASTING = frozenset({"until", "till", "through", "to"})  # the heat will last until Friday: nothing comes about then
_DAYS = frozenset({"minute", "hour", "day"})
_HAPPENING = frozenset({"be", "happen", "occur", "exist", "begin", "start"})


def find(page: Page, names: Names, times: Times, tellers: Tellers, pairs: Pairs) -> tuple[Event, ...]:
    """The events of a page's body in order of their triggers, each with the statement whose content tells it."""
    drafts = coded.coded(page, names, pairs, list(_drafts(page, names)))
    drafts = list(_of_their_day(page, drafts, _when(page, times, drafts)))
    when = _when(page, times, drafts)
    events = (_event(page, names, draft, when.get(draft.trigger.word.i), tellers) for draft in drafts)
    return tuple(event for event in events if event is not None)


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


# -- events -----------------------------------------------------------------------------------------------------------


def _event(page: Page, names: Names, draft: Draft, when: Time | None, tellers: Tellers) -> Event | None:
    trigger, parties = draft.trigger, draft.parties
    statement = tellers.of(trigger.word)
    standing = _dated(page, trigger, _as_told(page, draft, statement), when)
    when = None if _is_anothers(page, standing, when) else when
    place = arguments.place(page, names, trigger)
    if not is_meaningful(page.clauses, draft._replace(standing=standing), place, when):
        return None
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
