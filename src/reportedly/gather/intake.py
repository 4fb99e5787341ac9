"""Articles handed in, filed some at a time, with one account of all that came of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from reportedly.extract.intake import files
from reportedly.extract.intake.layout import Layout
from reportedly.records import Article
from reportedly.session import Session

AT_ONCE = 50  # articles filed in one transaction
MOST_REASONS = 1_000  # that are told apart; a file whose rows all differ has no more to tell


class Reason(NamedTuple):
    """What was wrong with some ``rows`` of an import, and what was said of the first of them."""

    what: str
    rows: int
    example: str


class Taken(NamedTuple):
    """What came of an import: articles filed, rows that could not be used, and articles filed with something lost.

    ``passed_over`` counts what archives hold besides pages, and folders besides what can be read, by what it is.
    ``layouts`` say how the rows were understood, ``reasons`` what was wrong with some.
    """

    filed: int
    refused: int
    noted: int = 0
    passed_over: Mapping[str, int] = MappingProxyType({})
    layouts: tuple[Layout, ...] = ()
    reasons: tuple[Reason, ...] = ()


def take_in(session: Session, handed_in: Iterable[files.Taken], stage: str) -> Taken:
    """File what comes out of a file or folder: its articles, and what is to be said of its rows."""
    filed = refused = noted = 0
    layouts: list[Layout] = []
    rows: Counter[str] = Counter()
    examples: dict[str, str] = {}
    coming = iter(handed_in)
    while some := list(islice(coming, AT_ONCE)):
        whole = [taken for taken in some if isinstance(taken, Article)]
        session.ledger.articles.file_all(whole)
        layouts += [taken for taken in some if isinstance(taken, Layout)]
        for said in (taken for taken in some if not isinstance(taken, (Article, Layout))):
            session.ledger.outcomes.put(said.alone() if isinstance(said, files.Said) else said)
            noted += said.state == "fetched"
            refused += said.state != "fetched"
            for what in said.reasons if isinstance(said, files.Said) else (said.message,):
                if what in examples or len(examples) < MOST_REASONS:
                    rows[what] += 1
                    examples.setdefault(what, said.message)
        filed += len(whole)
        session.report(stage, filed + refused, None)
    reasons = tuple(Reason(what, number, examples[what]) for what, number in rows.most_common())
    return Taken(filed, refused, noted, layouts=tuple(layouts), reasons=reasons)
