"""A ledger that holds the invented newsroom, a brief of it, and one of words that would do harm."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reportedly.brief import compose
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Brief, BriefStory, Citation, Sentence
from reportedly.text import Span
from tests import newsroom

NASTY = "</li><script>alert(1)</script> [x](javascript:alert(1)) `*_"


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The newsroom's ledger, filed once: briefs and pages only look."""
    folder: Path = tmp_path_factory.mktemp("newsroom")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as opened:
        yield newsroom.fill(opened)


@pytest.fixture(scope="module")
def brief(ledger: Ledger) -> Brief:
    """A brief over all its days."""
    return compose(ledger, date(2024, 6, 1), date(2024, 6, 7), today=newsroom.TODAY)


@pytest.fixture(scope="module")
def short(ledger: Ledger) -> Brief:
    """A brief that leaves out a story."""
    return compose(ledger, date(2024, 6, 1), date(2024, 6, 7), today=newsroom.TODAY, most=1)


@pytest.fixture
def nasty() -> Brief:
    """A brief whose every word would do harm as markup."""
    cited = Citation(NASTY, None, "a1", "javascript:alert(1)", Span(0, 4), "words")
    story = BriefStory("k1", NASTY, 1, (Sentence(NASTY, (cited,)),), (), ())
    return Brief("b1", NASTY, date(2024, 6, 1), date(2024, 6, 7), (story,))
