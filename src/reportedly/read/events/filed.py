"""The record of an event, made of its draft; and the time that belongs to each of a page's drafts."""

from collections.abc import Iterable
from itertools import groupby

from spacy.tokens import Token

from reportedly.read.events import acts
from reportedly.read.events import times as events_times
from reportedly.read.events.changes import TOLD
from reportedly.read.events.coded import Draft
from reportedly.read.events.lexicon import compound, first_word, lemma, mode
from reportedly.read.events.tellers import Tellers
from reportedly.read.events.triggers import VERBS, Trigger
from reportedly.read.grammar.page import Page
from reportedly.read.grammar.standing import Standing
from reportedly.read.statements import certainty
from reportedly.read.times import Times
from reportedly.records import Certainty, Event, Time, content_id
from reportedly.text import Span


def when(page: Page, times: Times, drafts: Iterable[Draft]) -> dict[int, Time]:
    """From a trigger's index to its time."""
    out: dict[int, Time] = {}
    for sentence, in_sentence in groupby(drafts, key=lambda draft: draft.sentence):
        out |= events_times.attached(page, times, sentence, [draft.trigger for draft in in_sentence])
    return out


def event(page: Page, draft: Draft, place: str | None, when: Time | None, tellers: Tellers) -> Event:
    """The event of a draft with its place and time, and the statement that tells it."""
    trigger, parties, standing = draft.trigger, draft.parties, draft.standing
    statement = tellers.of(trigger.word)
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


def _sureness(page: Page, word: Token, standing: Standing, tellers: Tellers) -> Certainty:
    if standing.certainty != "certain":
        return standing.certainty
    hedge = tellers.doubt(word) or certainty.of_words(page.clauses, page.clauses.children(word, "advmod"), None)
    if hedge is None and standing.status in TOLD:
        hedge = tellers.sureness(word)
    return hedge or "certain"
