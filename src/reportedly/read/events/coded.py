"""The root of an event by lexicon and model: the model sees who acts on whom, the lexicon the word that tells it.

The thresholds were chosen by folds of the public pairs, each coded by a model that had not seen it, and on the
dispatches; ``training/events/`` has the figures.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from spacy.tokens import Span as Tokens

from reportedly.read.events import arguments
from reportedly.read.events.arguments import Parties
from reportedly.read.events.triggers import AHEAD as AWAITED
from reportedly.read.events.triggers import OPEN, Trigger
from reportedly.read.grammar.clauses import Clauses
from reportedly.read.grammar.page import Page
from reportedly.read.grammar.standing import Standing
from reportedly.read.model import ROOTS, Marked, Outlook, Pair
from reportedly.read.model.decode import Floats
from reportedly.read.model.windows import Range
from reportedly.read.names import Names
from reportedly.text import Span

BONUS_OF_THE_LEXICON = 0.6  # added to the probability of the root that the lexicon gives
AHEAD = frozenset({"planned", "expected", "called_for"})
LASTING = frozenset({"CONSULT", "PROTEST"})  # stay when they lie ahead; others may turn out promises or threats
_SETTLED = ("sign", "ratify")  # however many sign
NO_EVENT = 0.03  # probability below which what the rules take for an event is none
ENOUGH_TO_TYPE = 0.7  # probability from which a word that the lexicon leaves untyped gets a root
ENOUGH_FOR_AN_OPEN_VERB = 0.6  # probability from which a verb that the lexicon lacks tells an event


class Draft(NamedTuple):
    """A trigger in its sentence, who takes part, and where it stands; ``coded``: whether the model saw who to whom."""

    sentence: Tokens
    trigger: Trigger
    parties: Parties
    standing: Standing
    coded: bool = False


def coded(page: Page, names: Names, marked: Marked, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with their roots, in order; of open verbs that tell no event only those that lie ahead, still open."""
    told = ((number, draft) for number, draft in enumerate(drafts) if not is_nothing(marked.outlook, draft))
    in_doubt = ((number, draft) for number, draft in told if _may_change(page.clauses, draft))
    asked = {number: pair for number, draft in in_doubt if (pair := _pair(page, names, draft)) is not None}
    by_number = dict(zip(asked, marked.pairs.coded([*asked.values()]), strict=True))
    return list(_typed(drafts, by_number))


def _pair(page: Page, names: Names, draft: Draft) -> Pair | None:
    """Who acts, and to or with whom: the first recipient, else the second actor, else who or what is named near."""
    actors, recipients = draft.parties
    if not actors:
        return None
    others = [_range(page, party.span) for party in (*recipients, *actors[1:]) if party.span != actors[0].span]
    near = islice(arguments.around(page.clauses, names, draft.trigger), 1)
    others += [(word.left_edge.idx, word.idx + len(word)) for word in near]
    source = _range(page, actors[0].span)
    target = next(filter(None, others), None)
    sentence = draft.sentence
    return Pair((sentence.start_char, sentence.end_char), source, target) if source and target else None


def _range(page: Page, span: Span) -> Range | None:
    tokens = page.words(span)
    return (tokens.start_char, tokens.end_char) if tokens is not None else None


def _typed(drafts: Sequence[Draft], by_number: dict[int, Floats | None]) -> Iterator[Draft]:
    for number, draft in enumerate(drafts):
        p = by_number.get(number)
        root = draft.trigger.root if p is None else _root(draft.trigger.root, p)
        if root != OPEN or draft.standing.status in AWAITED:
            yield draft._replace(trigger=draft.trigger._replace(root=root), coded=p is not None)


def _may_change(clauses: Clauses, draft: Draft) -> bool:
    """Whether the model has a say: an open verb is asked about only where a party has a name, and it is no mere if."""
    if draft.trigger.root != OPEN:
        return not is_settled(clauses, draft)
    named = any(party.entity is not None for side in draft.parties for party in side[:1])
    return named and draft.standing.status not in {"called_for", "hypothetical"}


def is_nothing(outlook: Outlook, draft: Draft) -> bool:
    """Whether the model takes a word for no event, which is then neither coded nor kept."""
    word = draft.trigger.word
    said = outlook.of(word.idx, word.idx + len(word))
    return said is None or said.event < NO_EVENT


def is_settled(clauses: Clauses, draft: Draft) -> bool:
    """Whether the root is the lexicon's to say: of what lies ahead, is signed, or has its root's name."""
    word, root, _ = draft.trigger
    if draft.standing.status in AHEAD and root in LASTING:
        return True
    thing = clauses.object(word) if word.pos_ == "VERB" else None
    forms = {clauses.form(each) for each in (word, thing) if each is not None}
    return bool(forms & {root.lower(), *_SETTLED})


def _root(lexical: str, p: Floats) -> str:
    """One root out of the lexicon's and the model's; ``OPEN`` stays where the model sees no event."""
    if lexical in ROOTS:
        p = p.copy()
        p[ROOTS.index(lexical)] += BONUS_OF_THE_LEXICON
        p[ROOTS.index("NONE")] = 0
        return ROOTS[int(p.argmax())]
    best = int(p.argmax())
    enough = p[best] >= (ENOUGH_FOR_AN_OPEN_VERB if lexical == OPEN else ENOUGH_TO_TYPE) and ROOTS[best] != "NONE"
    return ROOTS[best] if enough else lexical
