"""The documents are whole: nothing a user meets is undocumented, no link leads nowhere, no page is too long."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import typer.core
import typer.main

from reportedly import cli, errors, records
from reportedly.errors import ReportedlyError
from reportedly.outlets.files import OutletFile
from reportedly.settings import (
    ArchiveSettings,
    BundleSettings,
    ClusterSettings,
    ExchangeSettings,
    FetchSettings,
    KeepSettings,
    MailSettings,
    OidcSettings,
    ReadSettings,
    Settings,
    ShiftSettings,
    WebSettings,
    WorkSettings,
)

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "reportedly"
DOCS = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
PUBLIC_FORMAT = (
    "Reading",
    "ArticleHead",
    "Entity",
    "Relation",
    "Time",
    "Statement",
    "Event",
    "Expectation",
    "Development",
)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(group: typer.core.TyperGroup, path: str = "reportedly") -> Iterator[tuple[str, list[str]]]:
    """Each command's words with its options."""
    for name, command in group.commands.items():
        if isinstance(command, typer.core.TyperGroup):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", [max(parameter.opts, key=len) for parameter in command.params]


COMMANDS = dict(commands(typer.main.get_group(cli.app)))


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_documented_with_its_options(command: str) -> None:
    heading, _, rest = text("docs/commands.md").partition(f"\n### `{command}")
    assert rest, f"docs/commands.md has no heading for `{command}`"
    about = heading.partition("\n## ")[0] + rest.partition("\n### ")[0]
    missing = [option for option in COMMANDS[command] if option.startswith("--") and option not in about]
    assert not missing


def test_no_command_is_documented_that_does_not_exist() -> None:
    documented = re.findall(r"^### `(reportedly [a-z ]+?)(?: [\[A-Z-].*)?`$", text("docs/commands.md"), re.MULTILINE)
    assert sorted(documented) == sorted(COMMANDS)


def fields(table: type[msgspec.Struct]) -> dict[str, object]:
    inner = (
        ArchiveSettings,
        BundleSettings,
        ClusterSettings,
        ExchangeSettings,
        FetchSettings,
        KeepSettings,
        MailSettings,
        ReadSettings,
        ShiftSettings,
        WebSettings,
        WorkSettings,
    )
    return {f.name: f.default for f in msgspec.structs.fields(table) if not isinstance(f.default, inner)}


@pytest.mark.parametrize(
    "table",
    [
        Settings,
        ArchiveSettings,
        BundleSettings,
        ClusterSettings,
        ExchangeSettings,
        FetchSettings,
        KeepSettings,
        MailSettings,
        OidcSettings,
        ReadSettings,
        ShiftSettings,
        WebSettings,
        WorkSettings,
    ],
)
def test_each_setting_is_documented_with_its_default(table: type[msgspec.Struct]) -> None:
    own = {Settings: "The desk", OidcSettings: "`[web.oidc]`", ShiftSettings: "Shifts: `[desk]`"}
    heading = own.get(table, f"`[{table.__name__.removesuffix('Settings').lower()}]`")
    part = text("docs/settings.md").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    for name, default in fields(table).items():
        row = re.search(rf"^\| `{name}` \| (.*?) \|", part, re.MULTILINE)
        assert row, f"docs/settings.md has no row for {name}"
        if default is not None and default is not msgspec.NODEFAULT:
            shown = row.group(1).strip("`")
            assert msgspec.convert(tomllib.loads(f"x = {shown}")["x"], type(default)) == default


def test_each_key_of_an_outlet_file_is_documented() -> None:
    part = text("docs/settings.md").partition("## An outlet's file")[2]
    assert [key for key in OutletFile.__struct_fields__ if f"| `{key}` |" not in part] == []


def classes(of: type[ReportedlyError]) -> Iterator[type[ReportedlyError]]:
    yield of
    for below in of.__subclasses__():
        yield from classes(below)


def test_each_error_is_documented_with_its_exit_code() -> None:
    missing = [
        f"{error.__name__} {error.exit_code}"
        for error in classes(ReportedlyError)
        if error.__module__ == errors.__name__
        and f"| {error.exit_code} | `{error.__name__}` |" not in text("docs/commands.md")
    ]
    assert missing == []


def test_each_dependency_is_documented_and_no_other() -> None:
    project = tomllib.loads(text("pyproject.toml"))
    groups = (project["project"]["dependencies"], *project["project"]["optional-dependencies"].values())
    asked = [line for group in (*groups, *project["dependency-groups"].values()) for line in group]
    names = {re.split(r"[\[<>=!~ ]", line)[0] for line in asked if isinstance(line, str)}
    documented = set(re.findall(r"^\| `([a-z0-9-]+)` \|", text("docs/dependencies.md"), re.MULTILINE))
    assert documented == names


def test_each_package_stands_on_the_map() -> None:
    names = {path.name + "/" for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    names |= {path.name for path in PACKAGE.glob("*.py") if not path.name.startswith("__")}
    listed = set(re.findall(r"^  ([a-z_]+(?:/|\.py)) ", text("ARCHITECTURE.md"), re.MULTILINE))
    assert listed == names


@pytest.mark.parametrize("record", PUBLIC_FORMAT)
def test_each_field_of_the_reading_format_is_documented(record: str) -> None:
    title = "Article" if record == "ArticleHead" else record
    part = text("docs/reading-format.md").partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    assert part
    assert [field for field in getattr(records, record).__struct_fields__ if f"`{field}`" not in part] == []


@pytest.mark.parametrize("page", DOCS, ids=[str(path.relative_to(ROOT)) for path in DOCS])
def test_no_link_leads_nowhere(page: Path) -> None:
    prose = FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = [target for target, _ in LINK.findall(prose) if "://" not in target]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_each_document_can_be_found_from_the_first_pages() -> None:
    everything = "".join(path.read_text(encoding="utf-8") for path in DOCS)
    pages = [path.name for path in (ROOT / "docs").glob("*.md")]
    assert [name for name in pages if f"{name})" not in everything] == []


def test_the_first_pages_are_short() -> None:
    assert len(text("README.md").splitlines()) <= 120
    assert len(text("ARCHITECTURE.md").splitlines()) <= 150


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs/decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_no_document_holds_two_versions_of_itself() -> None:
    left = [(page.name, line) for page in DOCS for line in page.read_text().splitlines() if line.startswith("<<<<<<<")]
    assert left == []
