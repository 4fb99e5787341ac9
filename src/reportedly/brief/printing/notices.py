"""What stands on top of an issued brief: that it corrects one, was corrected since, or must not be used, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportedly.account import wording
from reportedly.brief.partners_since import GRAVE, of_partners
from reportedly.brief.printing.lines import labels
from reportedly.records import Dispatch, IssueLine, Withdrawal

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice, by the word that wires use for it."""

    word: Literal["KILL", "ADVISORY", "SUBSTITUTED", "CORRECTION"]
    text: str

    def __str__(self) -> str:
        return f"{self.word}: {self.text}"


def notices_on(ledger: "Ledger", dispatch: Dispatch) -> tuple[Notice, ...]:
    """What stands on top of a dispatch as things are now."""
    number = dispatch.number or 0
    told = notices(dispatch, ledger.briefs.editions(number), ledger.briefs.withdrawn(number).get(number))
    return told if is_killed(told) else (*told, *_advisories(ledger, dispatch))


def notices(dispatch: Dispatch, editions: Sequence[IssueLine], withdrawal: Withdrawal | None) -> tuple[Notice, ...]:
    """The notices on one edition of a brief, the gravest first; none on a draft."""
    own = dispatch.edition or 0
    told: list[Notice] = [_kill(withdrawal)] if withdrawal else []
    told += [_substituted(line) for line in reversed(editions) if line.edition > own > 0]
    told += [_correction(line) for line in reversed(editions) if 1 < line.edition <= own]
    return tuple(told)


def is_killed(told: Sequence[Notice]) -> bool:
    """Whether the brief was withdrawn: nothing of it is given to anybody then."""
    return any(notice.word == "KILL" for notice in told)


def _kill(withdrawal: Withdrawal) -> Notice:
    when, who = wording.moment(withdrawal.at), withdrawal.who
    words = f"Brief {withdrawal.number} was withdrawn on {when} by {who}: {_ended(withdrawal.reason)}"
    return Notice("KILL", f"{words} Do not use it or pass it on.")


def _advisories(ledger: "Ledger", dispatch: Dispatch) -> Iterator[Notice]:
    """What became of reports of other desks that it rests on: told in each form, for nobody here decided it."""
    flags, names = of_partners(ledger, dispatch.exhibits), labels(dispatch)
    told = dict[str, list[str]]()
    for one in dispatch.exhibits:
        for flag in flags.get((one.article, one.span), ()):
            if flag.kind in GRAVE:
                told.setdefault(flag.reason, []).append(f"[{names[one.number]}]")
    for reason, cited in told.items():
        yield Notice("ADVISORY", f"On {wording.listed(cited)}: {reason}")


def _substituted(line: IssueLine) -> Notice:
    when = wording.moment(line.at)
    return Notice("SUBSTITUTED", f"Edition {line.edition} of {when} takes the place of this one: {_ended(line.reason)}")


def _correction(line: IssueLine) -> Notice:
    when, before = wording.moment(line.at), line.edition - 1
    words = f"Edition {line.edition} of {when} takes the place of edition {before}: {_ended(line.reason)}"
    return Notice("CORRECTION", words)


def _ended(reason: str) -> str:
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."
