import re
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Index, PrimaryKeyConstraint, String, Table, UniqueConstraint
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from reportedly.ledger.schema import metadata

DOCUMENT = Path(__file__).parents[2] / "docs" / "data-model.md"


@pytest.mark.parametrize("table", metadata.tables)
def test_each_table_is_documented_with_its_columns(table: str) -> None:
    """Its entry is a line of a table, or runs from its name at a line's head to the next such name or heading."""
    document = DOCUMENT.read_text(encoding="utf-8")
    entry = re.search(
        rf"^\| `{table}` \|[^\n]*$|^`{table}`:.*?(?=^`\w+`:|^## )", document + "\n## ", re.MULTILINE | re.DOTALL
    )
    assert entry, f"docs/data-model.md has no entry for {table}"
    columns = metadata.tables[table].columns.keys()
    shared = {"article", "n", "reader"} if "reader" in columns else set()
    assert set(columns) - shared - set(re.findall(r"`(\w+)`", entry[0])) == set()


BOUNDED = {
    *("id", "page", "article", "capture", "story", "thread", "place", "followup", "before", "after", "about"),  # ids
    *("announcement", "happening", "own", "search", "alert", "message", "undoes", "draft", "entity", "other", "whole"),
    *("outlet", "reader", "stage", "list", "mark", "part", "by", "what"),  # names that the program gives or cuts
    *("sha256", "warc"),
    *("kind", "state", "status", "type", "of"),  # of few
    *("person", "identity"),  # what somebody signs in with; an id made of what a provider calls them
    *("who", "label"),  # names and tags are kept short: `account/judgements.py`
    "thing",  # an id, or the name of a stage
    *("hand", "key"),  # of few; cut to a dozen letters: `likeness/full_names.py`
    *("desk", "pact", "sender", "receiver", "partner", "collection"),  # made of keys
    *("name", "token"),  # 300 letters at most: `exchange/pacts/drafting.py`; a hash
    "begin",  # within what a person typed to be searched for: `ledger/saved/searches.py`
    "word",  # of at most 40 letters: `ledger/search/fulltext.py`
}
"""Columns whose texts are short: an index of PostgreSQL refuses rows of more than 2,704 bytes."""


def test_no_key_and_no_index_of_postgresql_holds_texts_of_any_length() -> None:
    indexes: list[Index] = []

    def made(statement: object, *_: object, **__: object) -> None:
        indexes.extend([statement.element] if isinstance(statement, CreateIndex) else [])

    metadata.create_all(sa.create_mock_engine("postgresql://", made), checkfirst=False)
    keys = [one.columns for one in indexes if one.dialect_options["postgresql"]["using"] != "hash"]
    for table in metadata.tables.values():
        keys += [one.columns for one in table.constraints if isinstance(one, PrimaryKeyConstraint | UniqueConstraint)]
    texts = {f"{column}" for key in keys for column in key if isinstance(column.type, String)}
    assert {one for one in texts if one.rpartition(".")[2] not in BOUNDED} == set()
    assert len(texts) > len(BOUNDED)


def test_every_foreign_key_leads_to_what_is_unique() -> None:
    for table in metadata.tables.values():
        for key in table.foreign_key_constraints:
            unique = [set(c.columns.keys()) for c in key.referred_table.constraints if hasattr(c, "columns")]
            assert {element.column.name for element in key.elements} in unique, (table.name, key.name)


@pytest.mark.parametrize("table", metadata.tables.values(), ids=str)
def test_the_tables_can_be_made_on_postgresql(table: Table) -> None:
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
