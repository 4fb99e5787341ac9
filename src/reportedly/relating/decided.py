"""What hangs on one decision brought up to date at once, whatever else is due."""

from collections.abc import Collection, Mapping
from typing import Final

from reportedly.followups import Compare
from reportedly.records import Judgement, thing
from reportedly.relating.followups import follow_up, followups_anew
from reportedly.relating.stories import stories_anew, tell_anew
from reportedly.session import Session

_TOLD_OTHERWISE: Final = frozenset({"correct", "withdraw"})
_FOLLOWED: Final[Mapping[str, Collection[str]]] = {
    "expectation": {"split", *_TOLD_OTHERWISE},
    "event": _TOLD_OTHERWISE,
    "article": {"withdraw"},
}
"""By the kind of what is judged the decisions on which follow-ups hang."""


def by_decision(session: Session, made: Judgement, comparer: Compare | None = None) -> None:
    """Let all be told and matched as a decision says that was just filed; a note, a tag or a mark changes nothing.

    ``comparer`` answers in the place of the trained one.
    """
    ledger, own = session.ledger, thing(made.about)
    first = ledger.judgements.undone(made)
    if own is None:
        return
    if own.kind == "story" and first.kind in {"merge", "split"}:
        due = ledger.unrelated.all()
        stories_anew(session, due)
        followups_anew(session, due, comparer)
        return
    if first.kind in _TOLD_OTHERWISE:
        tell_anew(session)
    if first.kind in _FOLLOWED.get(own.kind, ()):
        follow_up(session, ledger.judgements.pages(made.about), comparer)
