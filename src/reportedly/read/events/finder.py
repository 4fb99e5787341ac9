"""Events: what is said to have happened, to be going on, ahead, asked for or denied; typed by PLOVER roots.

Triggers come from ``triggers``, who takes part from ``arguments``, the root from both lexicon and model (``coded``).
What they miss, and what lies ahead, a trained model sees in any words (``seen``); it has their events as evidence.
The ontology: PLOVER 0.8, Open Event Data Alliance, 2017.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.events import arguments, changes, coded, filed, ruled, seen, triggers
from reportedly.read.events.coded import Draft
from reportedly.read.events.expectations import Ahead
from reportedly.read.events.ruled import Kept
from reportedly.read.events.seen import Seen
from reportedly.read.events.tellers import Tellers
from reportedly.read.events.triggers import AHEAD
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.page import Page
from reportedly.read.grammar.standing import DENIED, SUPPOSED, Standing
from reportedly.read.model import Marked, Outlook
from reportedly.read.model.outlook import CERTAINTIES
from reportedly.read.names import Names
from reportedly.read.times import Times
from reportedly.records import Certainty, Event, Time

SURE = 0.5  # probability of what the rules have a day ahead for
DOUBTFUL = 0.05  # probability below which that is not enough
IN_DOUBT = 1.0  # logarithm of how much likelier the model holds it to be certain; of 0 to 3 as good as any from 1 on


class Happenings(NamedTuple):
    """The events of a page in order of their triggers; ``ahead``: those that lie ahead, by their ids."""

    events: tuple[Event, ...]
    ahead: dict[str, Ahead]


def find(page: Page, names: Names, times: Times, tellers: Tellers, marked: Marked) -> Happenings:
    """The events of a page's body, each with the statement whose content tells it."""
    by_rules = list(ruled.find(page, names, times, tellers, marked))
    told, looked_at = seen.find(page, marked.outlook, ruled.made_of(page, by_rules))
    by_id = {time.id: time for time in times.times}
    sure = [
        draft.trigger.word for draft, event in by_rules if _is_dated_ahead(page, event, by_id.get(event.time or ""))
    ]
    told = {
        i: _judged(page, each)
        for i, each in (told | dict(_surely(page.clauses, looked_at | told, marked.outlook, sure))).items()
    }
    fresh = list(_fresh(page, names, marked, by_rules, told))
    redone = {draft.trigger.word.i for draft in fresh}
    kept = [(draft, event) for draft, event in by_rules if draft.trigger.word.i not in redone]
    when = filed.when(page, times, sorted([*fresh, *(draft for draft, _ in kept)], key=_place))
    made = [
        (draft, filed.event(page, draft, arguments.place(page, names, draft.trigger), when.get(_place(draft)), tellers))
        for draft in fresh
    ]
    every = sorted([*made, *kept], key=lambda pair: _place(pair[0]))
    ahead = {
        event.id: Ahead(told[_place(draft)].ahead, draft.standing.certainty, told[_place(draft)].beside)
        for draft, event in made
        if told[_place(draft)].is_ahead
    }
    return Happenings(tuple(event for _, event in every), ahead)


def _place(draft: Draft) -> int:
    return draft.trigger.word.i


def _fresh(
    page: Page, names: Names, marked: Marked, by_rules: Sequence[Kept], told: Mapping[int, Seen]
) -> Iterator[Draft]:
    """Drafts of what lies ahead, and of what no event of the rules tells; these are coded as those of the rules are."""
    known = {draft.trigger.word.i: draft for draft, _ in by_rules}
    sentence = {i: sentence for sentence in page.body for i in range(sentence.start, sentence.end)}
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
    yield from coded.coded(page, names, marked, others)


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
    """The draft of a word that the model sees: root, certainty and status are its own, save that the grammar denies."""
    trigger = known.trigger if known else triggers.by_lexicon(page.clauses, each.word)
    trigger = trigger._replace(root=each.said.likely_root)
    status = each.said.likely_status
    if each.is_ahead and known and known.standing.status in AHEAD:
        status = known.standing.status
    elif each.is_ahead and status not in AHEAD:
        status = "planned"
    by_grammar = page.clauses.standing(trigger.word, trigger.carrier)
    standing = DENIED if by_grammar == DENIED else Standing(status, _certainty(each, by_grammar.certainty))
    return Draft(sentence, trigger, arguments.parties(page, names, trigger), standing)


def _certainty(each: Seen, by_grammar: Certainty) -> Certainty:
    """The model's; of what lies ahead the grammar's where that hedges and the model is in doubt whether to."""
    own, likely = each.said.likely_certainty, each.said.certainty
    if not each.is_ahead or own != "certain" or by_grammar not in CERTAINTIES:
        return own
    return by_grammar if likely.max() - likely[CERTAINTIES.index(by_grammar)] < IN_DOUBT else own


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


def _is_dated_ahead(page: Page, event: Event, time: Time | None) -> bool:
    """Whether the rules take an event for planned, expected or demanded, with a day ahead."""
    published = page.article.published
    if published is None or time is None or time.end is None or time.end.date() <= published.end:
        return False
    return event.status in AHEAD or event.status == "called_for"


def _judged(page: Page, each: Seen) -> Seen:
    """What the model sees, with the grammar's word where it speaks against its coming."""
    return each if _may_come(page, each.word) else each._replace(ahead=0.0)


def _may_come(page: Page, word: Token) -> bool:
    """Whether the grammar does not speak against it: by being denied, given up, asked, wished or told by nobody."""
    if _ends_asking(word.sent) or _tells_a_change(page.clauses, word):
        return False
    trigger = triggers.by_lexicon(page.clauses, word)
    return page.clauses.standing(trigger.word, trigger.carrier) not in {DENIED, SUPPOSED}


def _tells_a_change(clauses: Clauses, word: Token) -> bool:
    """Whether a word only tells what became of another event: postponed, called off, denied."""
    change = changes.of_word(clauses, word)
    return change is not None and change.word == word


def _ends_asking(sentence: Tokens) -> bool:
    """Whether a sentence ends in a question mark, quotation marks apart."""
    return next((token.text for token in reversed(sentence) if not (token.is_quote or token.is_space)), "") == "?"
