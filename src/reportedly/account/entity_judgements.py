"""The rule of a decision about entities: two are joined, or one is parted from another that it was taken for."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from reportedly.errors import BadInput, NotInLedger
from reportedly.records import Judgement

if TYPE_CHECKING:
    from reportedly.ledger import EntityLine, Ledger


def joining(ledger: "Ledger", judgement: Judgement) -> Judgement:
    """A ``merge`` as it is filed. Raises ``NotInLedger``, and ``BadInput`` where they are one or of two kinds."""
    ours, theirs = _entity(ledger, judgement.about), _entity(ledger, judgement.value or "")
    if theirs.id in ours.members:
        raise BadInput(f"{ours.name} and {theirs.name} are one already: name another")
    if ours.kind != theirs.kind:
        raise BadInput(f"{ours.name} is a {ours.kind}, {theirs.name} a {theirs.kind}: they cannot be one")
    return replace(judgement, about=ours.id, value=theirs.id)


def parting(ledger: "Ledger", judgement: Judgement) -> Judgement:
    """A ``split`` as it is filed: who is no other. Raises ``NotInLedger``, and ``BadInput`` where they are not one."""
    ours = _entity(ledger, judgement.about)
    if judgement.value not in ours.members or judgement.value == ours.id:
        raise BadInput(f"{judgement.value or 'nothing'} is not taken for {ours.name}, so there is nothing to part")
    return replace(judgement, about=ours.id)


def _entity(ledger: "Ledger", words: str) -> "EntityLine":
    """What is meant by an id or a name, of several of that name the one in most articles."""
    known = ledger.entities.get(words)
    for own in () if known else ledger.namings.named(words.strip()):
        known = known or ledger.entities.get(own)
    if known is None:
        raise NotInLedger(f"no article that was read names {words or 'nobody'}: give a name as it is filed, or an id")
    return known
