"""What others gave this desk, passed on: only where this pact says so, and where whoever made it allows it.

The rule of the maker travels in its object, signed; the strictest of all pacts under which it came holds.
"""

from collections.abc import Collection
from typing import Final

from reportedly.exchange.leaving import Asking
from reportedly.exchange.stix import extension, markings, note, relationship, report
from reportedly.exchange.stix.extension import Object
from reportedly.ledger import Ledger
from reportedly.records import MARKS, PactTerms, Received, Shared
from reportedly.search import Beginning, Begun, Held, beginnings, question

_TIES: Final = (relationship.COPY, relationship.HAPPENING)


def passed(ledger: Ledger, asking: Asking, reached: Collection[str]) -> list[Received]:
    """What may be passed on now; of what a receiver has already also that it was withdrawn, whatever holds now."""
    received = ledger.received.current()
    dead = [one for one in received if one.state == "withdrawn" and one.id in reached]
    gone = {one.id for one in dead}
    notes = [one for one in received if one.kind == note.REASON and one.about.partition("|")[0] in gone]
    shared = asking.shared()
    if shared is None or not asking.terms.passes_on:
        return [*dead, *notes]
    came = ledger.received.receipts(one.id for one in received)
    senders = {own: {receipt.sender for receipt in some} for own, some in came.items()}
    objects = {one.id: extension.load(one.body) for one in received}
    may = [
        one
        for one in received
        if one.state != "withdrawn"
        and asking.receiver not in {one.originator, *senders.get(one.id, ())}
        and _goes_on(objects[one.id], asking)
    ]
    told = {one.id for one in may if one.kind == report.KIND and in_scope(objects[one.id], shared, asking.terms)}
    named = {ref for own in told for ref in objects[own].get("object_refs", ())}
    return [*(one for one in may if _goes_along(one, told, named)), *dead, *notes]


def _goes_along(one: Received, told: Collection[str], named: Collection[str]) -> bool:
    """Whether something is a report that is told, one that such a report names, or about such reports alone."""
    if one.kind in {*_TIES, note.REASON}:
        ends = one.about.split("|")[: 2 if one.kind in _TIES else 1]
        return set(ends) <= set(told)
    return one.id in told or one.id in named


def _goes_on(thing: Object, asking: Asking) -> bool:
    """Whether its maker lets it go on to the receiver, and this pact lets out what is so marked."""
    own, label = extension.of(thing), markings.label_of(thing)
    if MARKS.index(label) > MARKS.index(asking.terms.most):
        return False
    if own.get("onward") == "named":
        return asking.receiver in (own.get("onward_to") or ())
    return own.get("onward") == "marking" and label in markings.FREE


def in_scope(thing: Object, shared: Shared, of: PactTerms) -> bool:
    """Whether a report of another desk is of what this one gives: by its words, day, language and outlet alone."""
    own, filters = extension.of(thing), shared.filters
    if "articles" not in of.kinds or any((filters.entity, filters.certainty, filters.source, filters.event)):
        return False
    imprint = own.get("imprint") or {}
    day = str(imprint.get("day", ""))
    if (filters.since or filters.until) and not day:
        return False
    if (filters.since and day < f"{filters.since}") or (filters.until and day > f"{filters.until}"):
        return False
    if filters.outlet not in {None, imprint.get("outlet")} or filters.language not in {None, own.get("language")}:
        return False
    return _answers(own, shared.words)


def _answers(own: Object, words: str) -> bool:
    """Whether the headline and the words of a report have what is sought."""
    asked = question(words)
    if not words.strip():
        return True
    said = " ".join(" ".join(one.get("words", ())) for one in own.get("statements", ()))
    held = Held.of(str(own.get("headline", "")), said)
    return bool(asked) and held.answers(asked, _begun(beginnings(asked), held))


def _begun(begin: tuple[str, ...], held: Held) -> Begun:
    longest = max(map(len, held.terms), default=0)
    return {one: Beginning(frozenset(term for term in held.terms if term.startswith(one)), longest) for one in begin}
