"""To PostgreSQL and back again."""

from collections.abc import Callable

import pytest

from reportedly.errors import BadSetting
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Article
from tests.commands import started
from tests.ledger.moving.conftest import STOPPED, Opened, moved, rows_of

SEEN = "minister", "river", "port*", '"the river"', "talks -river"


def test_a_ledger_goes_there_and_comes_back_as_it_was(source: str, bare_database: str, target: str) -> None:
    there, back = moved(source, bare_database), moved(bare_database, target)
    assert [one for one in (*there, *back) if not one.same] == []
    assert rows_of(bare_database) == rows_of(source)
    assert rows_of(target) == rows_of(source)


def test_articles_are_found_there_by_the_same_words(source: str, bare_database: str, opened: Opened) -> None:
    moved(source, bare_database)
    before, after = opened(source), opened(bare_database)
    for word in SEEN:
        assert after.articles.search(word, limit=50) == before.articles.search(word, limit=50)


def test_words_of_any_length_are_compared(
    ledger: Ledger, url: str, bare_database: str, article: Callable[..., Article]
) -> None:
    ledger.articles.file(article(text=f"Varn\n\nThe {'ab' * 1_500} and the {'کتاب' * 700} were seen."))
    assert all(one.same for one in moved(url, bare_database))


def test_numbers_go_on_there(source: str, bare_database: str, target: str) -> None:
    next_ones = {one.part: one.target.next for one in moved(source, bare_database)}
    assert {one.part: one.target.next for one in moved(bare_database, target)} == next_ones


@pytest.mark.process("killed")
@pytest.mark.parametrize("statements", [150, 600])
def test_a_move_there_that_is_killed_goes_on(source: str, database: str, statements: int) -> None:
    with started(STOPPED, source, database, str(statements)) as running:
        assert running.wait(60) == -9
    with pytest.raises(BadSetting, match="holds half of the ledger"):
        open_ledger(database)
    assert all(one.same for one in moved(source, database))
    assert rows_of(database) == rows_of(source)
