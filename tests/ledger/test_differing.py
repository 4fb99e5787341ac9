"""Of a set that is made anew only what differs is written."""

from typing import NamedTuple

import sqlalchemy as sa

from reportedly.ledger import differing

BOOKS = sa.Table("books", sa.MetaData(), sa.Column("id", sa.String, primary_key=True), sa.Column("title", sa.String))


class Book(NamedTuple):
    id: str
    title: str


def replaced(filed: list[Book], given: list[Book]) -> tuple[list[Book], list[str]]:
    """What is to be inserted, and the ids that stayed."""
    with sa.create_engine("sqlite://").begin() as connection:
        BOOKS.create(connection)
        if filed:
            connection.execute(sa.insert(BOOKS), [book._asdict() for book in filed])
        fresh = differing.to_insert(connection, BOOKS, filed, given)
        stayed = connection.scalars(sa.select(BOOKS.c.id).order_by(BOOKS.c.id)).all()
    return fresh, [*stayed]


ATLAS, TALES, ATLAS_AGAIN = Book("b1", "Atlas"), Book("b2", "Tales"), Book("b1", "Atlas, second edition")


def test_what_is_filed_so_already_is_left_alone() -> None:
    assert replaced([ATLAS, TALES], [TALES, ATLAS]) == ([], ["b1", "b2"])


def test_what_is_new_is_to_be_inserted() -> None:
    assert replaced([ATLAS], [ATLAS, TALES]) == ([TALES], ["b1"])


def test_what_is_not_given_any_more_goes() -> None:
    assert replaced([ATLAS, TALES], [TALES]) == ([], ["b2"])


def test_what_changed_goes_and_is_to_be_inserted_as_it_is_now() -> None:
    assert replaced([ATLAS, TALES], [ATLAS_AGAIN, TALES]) == ([ATLAS_AGAIN], ["b2"])


def test_of_two_with_one_id_the_last_given_counts() -> None:
    assert replaced([], [ATLAS, ATLAS_AGAIN]) == ([ATLAS_AGAIN], [])


def test_an_empty_set_leaves_nothing() -> None:
    assert replaced([ATLAS, TALES], []) == ([], [])
