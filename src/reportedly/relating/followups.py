"""Follow-ups brought up to date: pages that are new, edited or judged have their turns, and what hangs on them has its.

Pages are taken up and taken off the list of what is due in one breath, then turns are had, some in a transaction, until
none is left: a run that is killed goes on where it was. Where another comparer or other rules follow up, every page is
taken up once more.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import Final

from reportedly import crew, followups
from reportedly.crew import Crew, Lost
from reportedly.followups import Compare
from reportedly.ledger import Unrelated, batches
from reportedly.read.comparer import COMPARER, compare, compare_each
from reportedly.records import Comparison, Question
from reportedly.session import Session

BY: Final = f"{followups.RULES} {COMPARER}"
PAGES: Final = 100  # taken up in one transaction
_MATCHING: Final = ("split", "withdraw")
TURNS: Final = 48  # in one transaction: what is lost where the program is killed, and how long others wait


def followups_anew(session: Session, due: Sequence[Unrelated], comparer: Compare | None = None) -> None:
    """Bring follow-ups up to date with these pages, which are due no more."""
    for some in batches.of(due, PAGES):
        _take_up(session, [page.url for page in some])
        session.ledger.unrelated.strike(some)
    follow_up(session, (), comparer)


def follow_up(session: Session, urls: Iterable[str], comparer: Compare | None = None) -> None:
    """Let these pages find their expectations and tell what became of others, and those that hang on what changes.

    ``comparer`` answers in the place of the trained one.
    """
    for some in batches.of((*urls, *session.ledger.following.outdated(BY)), PAGES):
        _take_up(session, some)
    with nullcontext(comparer) if comparer else _side_by_side(session) as asked:
        _take_turns(session, asked)


def _take_up(session: Session, urls: Iterable[str]) -> None:
    with session.ledger.following.at_work(COMPARER) as shelf:
        for url in dict.fromkeys(urls):
            followups.Following(shelf, compare, by=BY).take_up(url)


def _take_turns(session: Session, asked: Compare) -> None:
    done, more = 0, True
    while more:
        judged = followups.verdicts(
            session.ledger.judgements.standing(of="expectation", kinds=_MATCHING), session.ledger.judgements.stood()
        )
        with session.ledger.following.at_work(COMPARER) as shelf:
            following = followups.Following(shelf, asked, judged, BY)
            more = following.turns(TURNS)
        done += TURNS
        session.report("following up", done, None)


@contextmanager
def _side_by_side(session: Session) -> Iterator[Callable[[Iterable[Question]], list[Comparison]]]:
    """The comparer, asked by several processes where many turns wait."""
    many = session.ledger.following.waiting() >= crew.WORTH_STARTING
    with crew.of((session.desk.settings.read.processes or crew.at_hand()) if many else 1) as hands:
        yield partial(_answers, hands)


def _answers(hands: Crew, questions: Iterable[Question]) -> list[Comparison]:
    """What the comparer answers, to some while others are made; what somebody died over is asked here."""
    if isinstance(questions, Sequence) and len(questions) <= 1:
        return compare(questions)
    came = hands.each(compare_each, questions)
    return [compare([one.job])[0] if isinstance(one, Lost) else one for one in came]
