"""Who said what."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from quality.cases.case import Case, Trial, differs
from quality.cases.times import TEXTS, reading

FOLLOWED = "fu-open.jsonl"


class Told(NamedTuple):
    """A statement as words: its source, the name of the entity it is, its content, and whether it is denied."""

    source: str
    name: str | None
    content: str
    denied: bool


def told(inputs: Path, ending: str, name: str = TEXTS) -> list[Told]:
    """The statements of an input."""
    got = reading(inputs, ending, name)
    names, text = {entity.id: entity.name for entity in got.entities}, got.article.text
    return [
        Told(
            " | ".join(span.of(text) for span in one.source),
            names.get(one.source_entity or ""),
            " | ".join(span.of(text) for span in one.content).strip(",."),
            one.polarity == "denied",
        )
        for one in got.statements
    ]


def _trial(ending: str, wrong: Callable[[list[Told]], Iterator[str]], name: str = TEXTS) -> Trial:
    return partial(_tried, ending, wrong, name)


def _tried(ending: str, wrong: Callable[[list[Told]], Iterator[str]], name: str, inputs: Path) -> Iterator[str]:
    yield from wrong(told(inputs, ending, name))


def _two_quotations(all_told: list[Told]) -> Iterator[str]:
    last = all_told[-1]
    yield from differs("the second", (last.content, last.name), ("We need until May", "Lina Sorel"))
    yield from differs("how many", len(all_told), 2)


def _he(all_told: list[Told]) -> Iterator[str]:
    he = next((one for one in all_told if one.source == "He"), None)
    yield from differs("he", he is not None and he.name in {None, "Ilan Torv"}, right=True)


def _never(all_told: list[Told]) -> Iterator[str]:
    yield from (f"affirmed: {one.content}" for one in all_told if one.source == "The minister" and not one.denied)


def _below_a_colon(all_told: list[Told]) -> Iterator[str]:
    source = next((one.source for one in all_told if "brings with her" in one.content), "none")
    yield from differs("source", source.removeprefix("from "), "Chairwoman Rosenwald")


def _briefed(all_told: list[Told]) -> Iterator[str]:
    first = all_told[0]
    yield from differs("source", first.source, "three people briefed on the talks")
    yield from differs("content ends", first.content.endswith("Tuesday"), right=True)


def _had_reported(all_told: list[Told]) -> Iterator[str]:
    gazette = [one.content for one in all_told if one.source == "the Gazette"]
    yield from differs(
        "what it reported", [content.split()[:3] for content in gazette], [["Trade", "Minister", "Ilan"]]
    )
    yield from differs("in one piece", any(" | " in content for content in gazette), right=False)


def _not_the_dress(all_told: list[Told]) -> Iterator[str]:
    yield from differs("how many", len(all_told), 3)


def _nobody_speaks(all_told: list[Told]) -> Iterator[str]:
    yield from (f"by nobody: {one.content}" for one in all_told if not one.source)


def _nobody(inputs: Path) -> Iterator[str]:
    for ending in ("q-dash-attrib", "q-split", "e-neg", "e-slated", "e-urge"):
        yield from _nobody_speaks(told(inputs, ending))


CASES: tuple[Case, ...] = (
    Case("Q09", (TEXTS,), _trial("q-doubleprime", _two_quotations)),
    Case("Q11", (TEXTS,), _trial("q-pronoun-two", _he)),
    Case("Q12", (TEXTS,), _trial("q-neverSaid", _never)),
    Case("Q03", (TEXTS,), _trial("q-from-colon", _below_a_colon)),
    Case("Q20", (TEXTS,), _trial("e-expected-unnamed", _briefed)),
    Case("Q23", (FOLLOWED,), _trial("/13", _had_reported, FOLLOWED)),
    Case("Q07", (TEXTS,), _trial("q-sighed", _not_the_dress)),
    Case("Q15", (TEXTS,), _nobody),
)
