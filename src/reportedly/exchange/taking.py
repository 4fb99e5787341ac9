"""What came is checked and filed with its origin, and answered; a second time it changes nothing."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from reportedly.errors import BadInput
from reportedly.exchange import checking
from reportedly.exchange.checking import Coming, Refusal
from reportedly.exchange.stix import extension, note, report
from reportedly.exchange.stix.extension import Object
from reportedly.ledger import Ledger
from reportedly.records import Answer, Received, Transfer, Way


class Came(NamedTuple):
    """What a coming came to: new versions by kind of state, what was there, what is no desk's, what was refused."""

    reports: int
    others: int
    withdrawn: tuple[Received, ...]
    corrected: tuple[Received, ...]
    known: int
    foreign: int
    refused: tuple[Refusal, ...]

    @property
    def new(self) -> int:
        """How many versions are new here."""
        return self.reports + self.others


def take(ledger: Ledger, coming: Coming, objects: Iterable[Object], way: Way) -> Came:
    """File what came from a sender under a pact; what cannot be taken is refused one by one, the rest stands."""
    good, refused, foreign = list[Received](), list[Refusal](), 0
    objects = list(objects)
    if not coming.holds():
        coming = replace(coming, had=_had(ledger, objects))
    for thing in objects:
        try:
            found = checking.checked(thing, coming)
        except BadInput as error:
            refused.append(Refusal(str(thing.get("id"))[:100], str(error)))
            continue
        foreign += found is None
        good += [found] if found else []
    taken = ledger.received.take(good)
    refused += [Refusal(own, "it differs from what came before under the same moment") for own in taken.differing]
    _answered(ledger, coming, taken.new)
    reports = [one for one in taken.new if one.kind == report.KIND]
    failed = f"{len(refused)} refused, the first: {refused[0].why}" if refused else ""
    pact = coming.standing.pact.id
    ledger.partners.note(Transfer(coming.sender, pact, "got", way, coming.at, len(taken.new), failed))
    return Came(
        reports=len(reports),
        others=len(taken.new) - len(reports),
        withdrawn=tuple(one for one in reports if one.state == "withdrawn"),
        corrected=tuple(one for one in reports if one.state == "corrected"),
        known=taken.known,
        foreign=foreign,
        refused=tuple(refused),
    )


def _had(ledger: Ledger, objects: Iterable[Object]) -> dict[str, Object]:
    """The reports among what came that are here already, as they came last, and those that notes are about."""
    told = (extension.of(one) for one in objects)
    about = {str(one.get("about")) for one in told if one.get("kind") == report.KIND}
    return {one.id: extension.load(one.body) for one in ledger.received.current(report.KIND, about)}


def _answered(ledger: Ledger, coming: Coming, new: Iterable[Received]) -> None:
    """Put down what others answered, and what this desk answers to what was withdrawn or corrected."""
    new = list(new)
    own = [
        Answer(one.id, one.modified, coming.own, "withdrawn" if one.state == "withdrawn" else "received", coming.at)
        for one in new
        if one.kind == report.KIND and one.state != "usable"
    ]
    theirs = [_heard(one) for one in new if one.kind == note.ANSWER]
    ledger.received.answer([*own, *(one for one in theirs if one)])


def _heard(one: Received) -> Answer | None:
    told = extension.of(extension.load(one.body))
    about, word = told.get("answers"), told.get("word")
    if not isinstance(about, str) or word not in {"withdrawn", "received"}:
        return None
    return Answer(about, one.modified, one.originator, word, one.at)
