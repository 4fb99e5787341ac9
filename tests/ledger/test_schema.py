import re
from pathlib import Path

import pytest
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

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


def test_every_foreign_key_leads_to_what_is_unique() -> None:
    for table in metadata.tables.values():
        for key in table.foreign_key_constraints:
            unique = [set(c.columns.keys()) for c in key.referred_table.constraints if hasattr(c, "columns")]
            assert {element.column.name for element in key.elements} in unique, (table.name, key.name)


@pytest.mark.parametrize("table", metadata.tables.values(), ids=str)
def test_the_tables_can_be_made_on_postgresql(table: Table) -> None:
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
