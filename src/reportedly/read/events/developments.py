"""Developments: what an article tells as done, moved, called off or denied, each by the word that tells it.

What is done is told by a verb that names a kind of act; acts named by nouns (held talks) are told by events. What is
moved, called off or denied is told by ``changes``. Nothing that only may be, or lies ahead, is a development.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.events import acts, changes
from reportedly.read.events.changes import TOLD, Change
from reportedly.read.events.tellers import Tellers
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.page import Page
from reportedly.read.times import Times
from reportedly.records import Development, Event, Time, content_id

_TO = frozenset({"to", "until", "till", "for", "on", "in", "from"})
_RANK = {"to": 0, "until": 0, "till": 0, "from": 2}  # had been announced for Thursday, and is put off to Sunday
_NEAR = 2  # words before a time in which its preposition stands


def find(page: Page, events: Sequence[Event], times: Times, tellers: Tellers) -> tuple[Development, ...]:
    """The developments of a page's body in the order of their words."""
    by_word = {token.i: event for event in events for token in page.words(event.trigger) or ()}
    developments: list[Development] = []
    for sentence in page.body:
        for change in _of_sentence(page.clauses, sentence):
            event = next((by_word[word.i] for word in change.about if word.i in by_word), None)
            time = _time(page, change, times.within(sentence))
            if change.state != "happened" or not _lies_ahead(page, by_word.get(change.word.i), time):
                developments.append(_development(page, change, event, time, tellers))
    return tuple(developments)


def _of_sentence(clauses: Clauses, sentence: Tokens) -> Iterator[Change]:
    """What a sentence tells; of one kind of act that it tells as done only the first word."""
    known: set[str] = set()
    for word in sentence:
        if word.pos_ not in {"VERB", "NOUN", "PROPN"}:
            continue
        change = changes.of_word(clauses, word)
        if change is not None:
            yield change
            continue
        kinds = acts.named(clauses, word) if word.pos_ == "VERB" and not _only_tells(clauses, word) else ()
        if not known.issuperset(kinds) and clauses.standing(word).status in TOLD:
            known.update(kinds)
            thing = clauses.object(word)
            yield Change("happened", word, (word,) if thing is None else (word, thing))


def _only_tells(clauses: Clauses, verb: Token) -> bool:
    """Whether a verb is no deed: according to them; she spoke on condition of anonymity, of 20,000 marchers."""
    return verb.dep_ == "prep" or (clauses.form(verb) == "speak" and not clauses.joints(verb, "with", "to", "by"))


def _lies_ahead(page: Page, event: Event | None, time: Time | None) -> bool:
    """Whether a day after publication makes a plan of what is told as done: talks begin on Monday."""
    if event is not None:
        return event.status not in TOLD
    published = page.article.published
    return bool(published and time and time.start and time.start.date() > published.end)


def _development(page: Page, change: Change, event: Event | None, time: Time | None, tellers: Tellers) -> Development:
    span = page.span(change.word)
    statement = tellers.of(change.word)
    return Development(
        id=content_id("d", page.article.id, "development", change.state, *span),
        trigger=span,
        state=change.state,
        acts=acts.named(page.clauses, change.about[0]),
        event=event.id if event is not None else None,
        time=time.id if time else None,
        certainty=tellers.doubt(change.word) or "certain",
        statement=statement.id if statement is not None else None,
    )


def _time(page: Page, change: Change, times: Sequence[Time]) -> Time | None:
    """The new time of what was moved; of anything else the time nearest to the word."""
    at = page.span(change.word).start
    dated = [time for time in times if time.kind in {"point", "window"} and time.end]
    if change.state == "moved":
        fresh = [time for time in dated if _is_new(page, time)]
        return min(fresh, key=lambda time: (_RANK.get(_before(page, time), 1), time.span.start < at), default=None)
    return min(dated, key=lambda time: abs(time.span.start - at), default=None)


def _is_new(page: Page, time: Time) -> bool:
    """Whether a time after publication is the one that something was moved to."""
    published = page.article.published
    if published is None or time.end is None or time.end.date() <= published.start:
        return False
    return _before(page, time) in _TO


def _before(page: Page, time: Time) -> str:
    """The word before a time, an article left out."""
    tokens = page.words(time.span)
    if tokens is None:
        return ""
    before = (token.lower_ for token in reversed(page.doc[max(tokens.start - _NEAR, 0) : tokens.start]))
    return next((word for word in before if word != "the"), "")
