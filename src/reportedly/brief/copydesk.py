"""The copy desk: where drafts are opened, saved and checked, and briefs issued, corrected and withdrawn.

Pages and commands do all of it here. A version is saved after the one its writer had seen, or not at all. What is
issued is frozen; a correction is one more edition under the same number, and a withdrawal is not taken back.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reportedly.brief.checking import Weigh, checked
from reportedly.brief.writing import flags_of, told_in, written
from reportedly.clock import Clock
from reportedly.errors import BadInput, NotInLedger
from reportedly.records import MARKINGS, MARKS, Dispatch, Draft, DraftSentence, DraftVersion, Withdrawal, stricter

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


@dataclass(frozen=True, slots=True)
class CopyDesk:
    """The copy desk of the desk called ``name``; ``weigh`` says how surely sentences are put."""

    ledger: "Ledger"
    name: str
    now: Clock
    weigh: Weigh

    @property
    def today(self) -> date:
        """The day on the desk's calendar."""
        return self.now().date()

    # -- drafts --------------------------------------------------------------------------------------------------------

    def open(self, contents: Draft, who: str) -> DraftVersion:
        """A new draft with its first version."""
        return self.ledger.briefs.open(contents, _named(who), self.now())

    def draft(self, draft: str, n: int | None = None) -> DraftVersion:
        """A version of a draft, the last one without a number; raises ``NotInLedger``."""
        version = self.ledger.briefs.version(draft, n)
        if version is None:
            which = f" with a version {n}" if n else ""
            raise NotInLedger(f"there is no draft {draft}{which}: `reportedly briefs list` names all")
        return version

    def save(self, base: DraftVersion, contents: Draft, who: str, what: str) -> DraftVersion | None:
        """The version saved after ``base``, with its sentences checked; ``base`` where nothing differs from it.

        None, and nothing is saved, where somebody saved another after ``base``.
        """
        fresh = checked(contents, base.contents, self.ledger, self.weigh)
        version = DraftVersion(base.draft, base.n + 1, _named(who), self.now(), what, fresh)
        if fresh == base.contents:
            return base if self.draft(base.draft).n == base.n else None
        return version if self.ledger.briefs.save(version) else None

    # -- issued --------------------------------------------------------------------------------------------------------

    def issue(self, version: DraftVersion, marking: str, who: str, reason: str = "") -> Dispatch:
        """Issue a version, or where its draft was issued before, its correction, which needs a ``reason``.

        Raises ``BadInput`` for a marking that is none, an empty draft, a missing or needless reason, a brief withdrawn.
        """
        self._may_issue(version, marking)
        _is_marked_as_strictly(version.contents, marking)
        why = reason.strip()
        given = written(self.ledger, version, self.name)
        if not given.sections:
            raise BadInput("this draft tells nothing, so there is nothing to issue")
        frozen = replace(given, marking=marking, author=_named(who), at=self.now(), reason=why)

        def numbered(number: int, edition: int) -> Dispatch:
            if edition > 1 and not why:
                raise BadInput(f"brief {number} was issued from this draft: say why it is corrected")
            if edition == 1 and why:
                raise BadInput("this draft was never issued, so there is nothing to correct: issue it without a reason")
            return replace(frozen, number=number, edition=edition)

        return self.ledger.briefs.issue(version.draft, numbered)

    def _may_issue(self, version: DraftVersion, marking: str) -> None:
        line = self.ledger.briefs.draft(version.draft)
        number = line.issued if line else None
        if marking not in MARKINGS:
            raise BadInput(f"{marking!r} is no marking: choose one of {', '.join(MARKINGS)}")
        if number and self.ledger.briefs.withdrawn(number):
            raise BadInput(f"brief {number} was withdrawn: what replaces it is issued from a draft of its own")

    def issued(self, number: int, edition: int | None = None) -> Dispatch:
        """An issued brief, by default its last edition; raises ``NotInLedger``."""
        found = self.ledger.briefs.issued(number, edition)
        if found is None:
            which = f", edition {edition}," if edition else ""
            raise NotInLedger(f"no brief {number}{which} was issued here: `reportedly briefs list` names all")
        return found

    def withdraw(self, number: int, who: str, reason: str) -> Withdrawal:
        """Withdraw an issued brief for good; raises ``NotInLedger``, and ``BadInput`` without a reason."""
        self.issued(number)
        if not reason.strip():
            raise BadInput("say why it is withdrawn: whoever has its address is told")
        return self.ledger.briefs.withdraw(Withdrawal(number, _named(who), self.now(), reason.strip()))


def _is_marked_as_strictly(draft: Draft, marking: str) -> None:
    """Raises ``BadInput`` where a brief would let out what a partner marked more strictly."""
    told = (one for section in draft.sections for one in told_in(section))
    labels = [cited.reported.label for one in told for cited in one.citations if cited.reported]
    if labels and MARKS.index(stricter(*labels)) > MARKS.index(marking.removeprefix("TLP:")):
        raise BadInput(
            f"it cites a report that another desk marked TLP:{stricter(*labels)}: mark it so, or drop the sentence"
        )


def flagged(draft: Draft) -> list[DraftSentence]:
    """The sentences of a draft that are told and have a flag of their own."""
    return [one for section in draft.sections for one in told_in(section) if flags_of(one)]


def _named(who: str) -> str:
    if not who.strip():
        raise BadInput("say who does it: briefs are filed with a name")
    return who.strip()
