"""docs/reading-format.md: its example is what the reader gives, and it explains every value a field may have."""

import json
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
import pytest

import reportedly
from reportedly import records
from reportedly.export import reading as for_people
from reportedly.read.events.lexicon import lexicon
from reportedly.read.grammar.lexicons import table
from reportedly.read.model import ROOTS

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "reading-format.md").read_text("utf-8")
LISTS = ("Article", "Entity", "Relation", "Time", "Statement", "Event", "Expectation", "Development")
WIDTH = 116


def block(kind: str) -> str:
    found = re.search(rf"^```{kind}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    assert found
    return found.group(1)


def reading() -> records.Reading:
    text = block("text").rstrip("\n")
    return reportedly.read(text, published="2026-03-09", outlet="herald", url="https://herald.example/visit")


def part(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


# -- the example ------------------------------------------------------------------------------------------------------


def packed(members: Sequence[str], indent: str) -> Iterator[str]:
    """Members of an object or list, as many to a line as fit."""
    line = ""
    for i, member in enumerate(members):
        words = member + ("," if i + 1 < len(members) else "")
        if line and len(indent) + len(line) + 1 + len(words) > WIDTH:
            yield indent + line
            line = ""
        line = f"{line} {words}".lstrip()
    yield indent + line


def pairs(value: Mapping[str, object]) -> list[str]:
    return [f"{json.dumps(key)}: {json.dumps(held, ensure_ascii=False)}" for key, held in value.items()]


def laid_out(value: Mapping[str, object]) -> Iterator[str]:
    """A reading as JSON for people: an object of a list begins on a line of its own."""
    yield "{"
    for i, (key, held) in enumerate(value.items()):
        comma = "," if i + 1 < len(value) else ""
        if isinstance(held, list) and held and isinstance(held[0], dict):
            rows = ["\n".join(packed(pairs(row), " " * 5)).strip() for row in held]
            yield f'  "{key}": ['
            yield "    {" + "},\n    {".join(rows) + "}"
            yield f"  ]{comma}"
        elif isinstance(held, dict):
            yield f'  "{key}": {{' + "\n".join(packed(pairs(held), "    ")).strip() + "}" + comma
        else:
            yield f'  "{key}": {json.dumps(held, ensure_ascii=False)}{comma}'
    yield "}"


def test_the_example_is_what_the_reader_gives() -> None:
    given = json.loads(msgspec.json.encode(reading()))
    shown = "\n".join(laid_out(given)) + "\n"
    assert json.loads(shown) == given
    assert block("json") == shown, f"the example is stale; this is what the reader gives:\n{shown}"


def test_the_readme_shows_the_same_text() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = next(
        told for told in re.findall(r"^```\n(.*?)^```", readme, re.DOTALL | re.MULTILINE) if "MESHGARA" in told
    )
    printed = for_people.text(reading())
    assert [piece for piece in shown.strip().split("\n\n") if piece not in printed] == []


# -- the values -------------------------------------------------------------------------------------------------------


def literals(kind: object) -> Iterator[str]:
    """The words a field may hold, where its type lists them."""
    if typing.get_origin(kind) is typing.Literal:
        yield from typing.get_args(kind)
    else:
        for inner in typing.get_args(kind):
            yield from literals(inner)


def values(record: type[msgspec.Struct]) -> Iterator[str]:
    for field in msgspec.structs.fields(record):
        yield from literals(field.type)
        for inner in typing.get_args(field.type):
            if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
                yield from values(inner)


@pytest.mark.parametrize("title", LISTS)
def test_each_value_is_explained(title: str) -> None:
    record = getattr(records, "ArticleHead" if title == "Article" else title)
    explained = (
        part(title) + part("Statement") + part("What is never filled")
    )  # certainty and polarity: as of statements
    assert [value for value in values(record) if f"`{value}`" not in explained] == []


def test_each_type_and_mode_of_events_is_explained() -> None:
    rows = dict(re.findall(r"^\| `([A-Z]+)` \| [^|]+ \|([^|]*)\|", part("Event"), re.MULTILINE))
    assert set(rows) == {*ROOTS, "OTHER"} - {"NONE"}
    modes = {(root, mode) for (root, _), mode in lexicon().modes.items()}
    assert {(root, mode) for root, told in rows.items() for mode in re.findall(r"`(\w+)`", told)} == modes


def test_each_kind_of_act_is_explained() -> None:
    named = set(re.findall(r"^\| `([a-z]+)` \| [a-z]+, ", part("Development").partition("| act |")[2], re.MULTILINE))
    assert named == set(table("events/acts")["acts"])
