"""``reportedly import``: articles filed from files."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly import clock
from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import BadInput, UsageError

if TYPE_CHECKING:
    from reportedly.pipeline import Taken

WANTED = "JSON, CSV, TSV, Parquet, HTML, WARC, ARC or WACZ"
MOST_TOLD = 10  # ways in which rows were understood, and reasons, of one import
MOST_UNUSED = 20  # columns


def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE|FOLDER...", help="JSON, CSV, TSV, Parquet, HTML, WARC, ARC, WACZ.")
    ],
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=NAME",
            help="The column of url, outlet, published, updated, title, text, lead or summary; may be repeated.",
        ),
    ] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where one saved page was published.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published the saved pages named.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day they came out (YYYY-MM-DD).")] = None,
    desk: DeskOption = HERE,
) -> None:
    """File articles from JSON, tables, saved pages, or folders of these; `run` then reads them."""
    from reportedly import pipeline
    from reportedly.account.wording import counted
    from reportedly.dates import given_day
    from reportedly.extract.intake.folders import Listed

    if url and len(files) > 1:
        raise UsageError(f"--url is the address of one page; {len(files)} files are given: import them one by one")
    day = given_day(published, clock.system())
    given = Listed(url, outlet, day.isoformat() if day else None) if url or outlet or day else None
    refused, empty = 0, list[str]()
    with session_on(desk) as session:
        for file in files:
            taken = pipeline.import_file(session, file, column or (), given)
            refused += taken.refused
            noted = f", {taken.noted:,} filed with a note" if taken.noted else ""
            print(f"{file}: {counted(taken.filed, 'article')}, {counted(taken.refused, 'unusable row')}{noted}")
            for line in (*_understood(taken), *_reasons(taken)):
                print(f"  {line}")
            passed = ", ".join(f"{kind} ({many:,})" for kind, many in Counter(taken.passed_over).most_common())
            if passed:
                print(f"reportedly: {file}: passed over {passed}", file=sys.stderr)
            if not taken.filed and not taken.refused:
                empty.append(str(file))
    if empty and not refused:
        raise BadInput(f"nothing to file in {', '.join(empty)}: wanted {WANTED} with articles")
    if refused:
        raise BadInput(f"{counted(refused, 'row')} could not be used; `reportedly outcomes` says of each why")


def _understood(taken: "Taken") -> Iterator[str]:
    """Which columns were taken for what; files with the same ones together."""
    by_file: dict[str, tuple[dict[str, list[str]], list[str]]] = {}
    for layout in taken.layouts:
        fields, unused = by_file.setdefault(layout.file, ({}, []))
        for field, name in layout.fields.items():
            known = fields.setdefault(field, [])
            known += [name] if name not in known else []
        unused += [name for name in layout.unused if name not in unused]
    files: dict[str, list[str]] = {}
    for file, (fields, unused) in by_file.items():
        files.setdefault(_columns(fields, unused), []).append(file)
    for words, names in list(files.items())[:MOST_TOLD]:
        more = f" and {len(names) - 1:,} more" if len(names) > 1 else ""
        yield f"{names[0]}{more}: {words}" if len(by_file) > 1 else words
    if len(files) > MOST_TOLD:
        yield f"and {len(files) - MOST_TOLD:,} other ways of naming columns"


def _columns(fields: dict[str, list[str]], unused: list[str]) -> str:
    used = {name.partition(".")[0] for names in fields.values() for name in names}
    rest = [name for name in unused if name not in used]
    taken = ", ".join(f"{field} from {' or '.join(map(repr, names))}" for field, names in fields.items())
    missing = [field for field in ("url", "outlet", "published", "text") if field not in fields]
    lacking = f"; no column for {', '.join(missing)}" if missing else ""
    more = f" and {len(rest) - MOST_UNUSED:,} more" if len(rest) > MOST_UNUSED else ""
    left = f"; not used: {', '.join(rest[:MOST_UNUSED])}{more}" if rest else ""
    return f"{taken}{lacking}{left}"


def _reasons(taken: "Taken") -> Iterator[str]:
    """What was wrong with rows, each once, with how many there were."""
    from reportedly.account.wording import counted

    for reason in taken.reasons[:MOST_TOLD]:
        same = reason.rows == 1 or reason.example.endswith(reason.what)
        said = reason.example if same else f"{reason.what} (such as {reason.example})"
        yield f"{counted(reason.rows, 'row')}: {said}"
    if len(taken.reasons) > MOST_TOLD:
        yield f"and {len(taken.reasons) - MOST_TOLD:,} other reasons: see `reportedly outcomes`"
