"""How well it is told, pair by pair, what became of an announcement.

``python -m quality.outcomes PAIRS.jsonl`` prints an answer a line, ``{id, later, label}``. A pair is ``{id, later,
announced, title, sentence, event, window, day, later_title, later_sentence}``: an announcement with the characters of
its event, and a later sentence, each with its headline and day. ``python -m quality.outcomes PAIRS.jsonl
ANSWERS.jsonl`` scores answers on pairs that have a ``label`` too: F1 of telling that something became of the event at
all, and of what (moved, called off and denied are one: changed); of what still lies ahead. Labels with "?" count
neither way. The shipped model learned from the labelled pairs at hand; by folds: ``training/outcomes/README.md``.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from quality import rows
from quality.measure import Prf, prf
from quality.show import plain
from reportedly.read.comparer import compare
from reportedly.records import Comparison, Question
from reportedly.text import Span

HAPPENED, CHANGED, AGAIN = 0.4, 0.5, 0.5  # probabilities that suffice for a pair by itself, best by folds
CHANGES = ("moved", "cancelled", "denied")


def answers(pairs: Iterable[rows.Row]) -> Iterator[rows.Row]:
    """A label for each pair."""
    asked = list(pairs)
    for pair, found in zip(asked, compare([_question(pair) for pair in asked]), strict=True):
        yield {"id": pair["id"], "later": pair["later"], "label": label(found)}


def label(found: Comparison) -> str:
    """What the sentence tells, by the comparer alone."""
    if found.happened >= max(HAPPENED, found.changed):
        return "happened"
    if found.changed >= CHANGED:
        return max(CHANGES, key=lambda kind: getattr(found, kind))
    if found.again > AGAIN:
        return "again"
    return "related" if found.related > found.no else "no"


def _question(pair: rows.Row) -> Question:
    window = pair["window"]
    return Question(
        date.fromisoformat(pair["announced"][:10]),
        pair["title"],
        pair["sentence"],
        Span(*pair["event"]),
        (date.fromisoformat(window["start"]), date.fromisoformat(window["end"])) if window else None,
        date.fromisoformat(pair["day"][:10]),
        pair["later_title"],
        pair["later_sentence"],
    )


def score(pairs: Iterable[rows.Row], given: Iterable[rows.Row]) -> dict[str, float | Prf]:
    """Figures of answers on labelled pairs; what is not answered counts as no."""
    said = {(answer["id"], answer["later"]): answer["label"] for answer in given}
    sure = [pair for pair in pairs if not pair["label"].endswith("?")]
    both = [(_kind(pair["label"]), _kind(said.get((pair["id"], pair["later"]), "no"))) for pair in sure]

    def of(*kinds: str) -> Prf:
        hits = sum(wanted in kinds and told in kinds for wanted, told in both)
        return prf(hits, sum(told in kinds for _, told in both), sum(wanted in kinds for wanted, _ in both))

    happened, changed = of("happened"), of("changed")
    state = round((happened.f1 + changed.f1) / 2, 1)
    return {
        "told": of("happened", "changed"),
        "state": state,
        "happened": happened,
        "changed": changed,
        "again": of("again"),
    }


def _kind(told: str) -> str:
    if told in CHANGES:
        return "changed"
    return told if told in {"happened", "again"} else "other"


def labelled(home: Path) -> Iterator[rows.Row]:
    """The pairs of ``gold/outcomes`` with the words they stand for."""
    texts: dict[str, tuple[str, str]] = {}
    for name in ("dawn_app_2025-05_06", "region_stream_2026"):
        for row in rows.load(home / f"data/news/{name}.jsonl.gz"):
            text = row["text"] if name.startswith("dawn") else f"{row['title']}\n{row['text']}"
            texts.setdefault(row["url"], (row["title"], text))
    for row in rows.load(home / "gold/outcomes/pairs.jsonl"):
        if row["event"]:
            yield from _pairs(row, texts)


def _pairs(row: rows.Row, texts: dict[str, tuple[str, str]]) -> Iterator[rows.Row]:
    announcement, event = row["announcement"], row["event"]
    title, text = texts[announcement["url"]]
    start, end = announcement["span"]
    for n, later in enumerate(row["later"]):
        later_title, later_text = texts[later["url"]]
        yield {
            "id": row["id"],
            "later": n,
            "announced": announcement["day"],
            "title": title,
            "sentence": text[start:end],
            "event": [event["span"][0] - start, event["span"][1] - start],
            "window": event["window"],
            "day": later["day"],
            "later_title": later_title,
            "later_sentence": later_text[later["span"][0] : later["span"][1]],
            "label": later["label"],
        }


def main() -> None:
    """Answer the pairs of a file, or score the answers of another."""
    files = [list(rows.load(Path(name))) for name in sys.argv[1:]]
    if len(files) == 1:
        for answer in answers(files[0]):
            print(json.dumps(answer))
    elif len(files) == 2:  # noqa: PLR2004 - pairs, answers
        print(json.dumps(plain(score(*files))))
    else:
        sys.exit(f"usage: {sys.argv[0]} PAIRS [ANSWERS] (see the head of the module)")


if __name__ == "__main__":
    main()
