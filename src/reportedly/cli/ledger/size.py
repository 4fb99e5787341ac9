"""``reportedly ledger size``: what takes the room."""

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, As, DeskOption, FormatOption


def size(form: FormatOption = As.text, desk: DeskOption = HERE) -> None:
    """Show what takes the room on the disk: each table and index of the ledger, and the archive."""
    from reportedly.archive import Archive, place_of
    from reportedly.export import room as lines

    with ledger_of(desk) as (opened, ledger):
        stored = Archive(place_of(opened), read_only=True).room()
        articles = ledger.count("articles")
        shown = lines.jsonl if form is As.jsonl else lines.text
        for line in shown(ledger.upkeep.room(), stored, articles):
            print(line)
