"""What people decided since a moment, each with the place where it can be undone."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from reportedly.account.decision_words import in_words, path_of
from reportedly.account.handover import Line
from reportedly.account.story_decisions import StoryDecision, decided
from reportedly.account.wording import moment
from reportedly.records import Judgement

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


def decided_since(ledger: "Ledger", at: datetime, most: int) -> Iterator[Line]:
    """Up to ``most`` decisions, the last first; of one that is undone the undoing."""
    made = ledger.judgements.since(at, most)
    about_stories = {one.judgement.id: one for one in decided(ledger, made)}
    for judgement in made:
        yield _line(ledger, judgement, about_stories.get(judgement.id), made)


def _line(ledger: "Ledger", made: Judgement, told: StoryDecision | None, others: Sequence[Judgement]) -> Line:
    undone = next((one for one in others if one.undoes == made.id), None)
    note = made.note or ""
    why = f"{made.who}, {moment(made.at)}{f'; undone by {undone.who}' if undone else '; it can be undone there'}"
    return Line("decisions", "decision", made.id, _title(made, told), why, _path(ledger, made), note=note)


def _title(made: Judgement, told: StoryDecision | None) -> str:
    if told is None:
        return "A decision was undone" if made.kind == "undo" else in_words(made).capitalize()
    first, other = f"“{told.first.title}”", f"“{told.other.title}”"
    return f"{first} was joined with {other}" if made.kind == "merge" else f"{other} was parted from {first}"


def _path(ledger: "Ledger", made: Judgement) -> str:
    path = path_of(ledger, made.about)
    return path if "#" in path else f"{path}#decisions"
