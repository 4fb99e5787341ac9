"""The events that the rules find: by words of lists and open verbs, with the model's word on their root and status."""

from collections.abc import Iterable, Iterator

from reportedly.read.events import arguments, coded, filed, triggers
from reportedly.read.events.changes import TOLD
from reportedly.read.events.coded import Draft
from reportedly.read.events.meaningful import is_meaningful
from reportedly.read.events.tellers import Tellers
from reportedly.read.events.triggers import OPEN, TELLING, VERBS, Trigger
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.page import Page
from reportedly.read.grammar.standing import DENIED, PLANNED, Standing
from reportedly.read.grammar.unsaid import is_not_done
from reportedly.read.model import Marked, Said
from reportedly.read.model.outlook import ROOTS, STATUSES
from reportedly.read.names import Names
from reportedly.read.times import Times
from reportedly.records import Event, Statement, Time

_LASTING = frozenset({"until", "till", "through", "to"})  # the heat will last until Friday: nothing comes about then
_DAYS = frozenset({"minute", "hour", "day"})
_HAPPENING = frozenset({"be", "happen", "occur", "exist", "begin", "start"})

BONUS_OF_THE_RULES = 2.0  # added to the logarithm of the probability of the root or status that the rules give

Kept = tuple[Draft, Event]


def find(page: Page, names: Names, times: Times, tellers: Tellers, marked: Marked) -> Iterator[Kept]:
    """What the rules take for an event, and the model for no impossible one."""
    drafts = coded.coded(page, names, marked, list(_drafts(page, names)))
    drafts = list(_of_their_day(page, drafts, filed.when(page, times, drafts)))
    when = filed.when(page, times, drafts)
    for draft in drafts:
        word = draft.trigger.word
        said = marked.outlook.of(word.idx, word.idx + len(word))
        if said is None or said.event < coded.NO_EVENT:
            continue
        event = _event(page, names, _weighed(page.clauses, draft, said), when.get(word.i), tellers)
        if event is not None:
            yield draft, event


def made_of(page: Page, ruled: Iterable[Kept]) -> dict[int, tuple[str, ...]]:
    """By the index of each word of an event what the rules made of it."""
    told = ((event, page.words(event.trigger) or ()) for _, event in ruled)
    return {
        word.i: ("event", f"{event.status}{', dated' if event.time else ''}") for event, words in told for word in words
    }


def _drafts(page: Page, names: Names) -> Iterator[Draft]:
    for sentence in page.body:
        for trigger in triggers.find(page.clauses, sentence):
            parties = arguments.parties(page, names, trigger)
            yield Draft(sentence, trigger, parties, page.clauses.standing(trigger.word, trigger.carrier))


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


def _weighed(clauses: Clauses, draft: Draft, said: Said) -> Draft:
    """A draft of the rules with root and status weighed against the model's word.

    What the grammar marks as going on, ahead, asked for, supposed or denied stays so, and what the lexicon is sure of.
    """
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


def _event(page: Page, names: Names, draft: Draft, when: Time | None, tellers: Tellers) -> Event | None:
    trigger = draft.trigger
    statement = tellers.of(trigger.word)
    standing = _dated(page, trigger, _as_told(page, draft, statement), when)
    when = None if _is_anothers(page, standing, when) else when
    place = arguments.place(page, names, trigger)
    if not is_meaningful(page.clauses, draft._replace(standing=standing), place, when):
        return None
    return filed.event(page, draft._replace(standing=standing), place, when, tellers)


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
