"""What became of announcements, in streams of articles written for this: ``python -m quality.became [FOLDER]``.

A stream (``quality/streams/``, with its README) is a file of TOML: a handful of whole articles by several outlets, and
what is announced in them with what became of it by the last of their days. All streams of a folder are read on one
desk. Told is how many announcements were found, with the right window and, where they were moved, the right new one, in
the right state on the last day of the stream, citing the article that shows it.
"""

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from quality import followups, rows, windows
from quality.command import reportedly
from quality.measure import percent

STREAMS = Path(__file__).with_name("streams")
STATES = {
    "happened": "met",
    "moved": "moved",
    "cancelled": "cancelled",
    "denied": "contradicted",
    "silent": "none_found",
}

Stream = tuple[str, rows.Row]
"""The name of a stream, and its file."""


def streams(folder: Path) -> list[Stream]:
    """The streams of a folder, in order of their names."""
    return [(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in files(folder)]


def files(folder: Path) -> list[Path]:
    """The files of the streams of a folder."""
    return sorted(folder.glob("*.toml"))


def articles(every: list[Stream]) -> Iterator[rows.Row]:
    """All articles of streams, ready to be imported."""
    for name, stream in every:
        for n, article in enumerate(stream["article"], start=1):
            yield {
                "url": _url(name, n),
                "outlet": article["outlet"],
                "published": article["day"].isoformat(),
                "title": article["title"],
                "text": article["text"].strip(),
            }


def expected(every: list[Stream]) -> Iterator[rows.Row]:
    """What is announced and what became of it, as rows of ``gold/followups``; ``moved_to`` is the new window."""
    for name, stream in every:
        for n, asked in enumerate(stream["expected"], start=1):
            announcing = stream["article"][asked["article"] - 1]
            before, trigger, _after = _parts(asked["phrase"])
            phrase = asked["phrase"].replace("[", "").replace("]", "")
            yield {
                "id": f"{name}.{n}",
                "article_url": _url(name, asked["article"]),
                "sentence_start": announcing["text"].strip().index(phrase),
                "trigger_start": len(before),
                "trigger": trigger,
                "source": asked.get("by"),
                "window": _window(asked.get("window")),
                "vague": asked.get("vague", False),
                "moved_to": _window(asked.get("moved_to")),
                "outcome": {
                    "state": STATES[asked["state"]],
                    "article_url": _url(name, asked["shown_in"]) if "shown_in" in asked else None,
                    "sentence": asked.get("sentence"),
                    "as_of": stream["article"][-1]["day"].isoformat(),
                },
            }


def _parts(phrase: str) -> tuple[str, str, str]:
    before, rest = phrase.split("[")
    trigger, after = rest.split("]")
    return before, trigger, after


def _url(name: str, n: int) -> str:
    return f"https://{name.replace('_', '-')}.example/{n}"


def _window(days: list[object] | None) -> dict[str, str] | None:
    return {"start": str(days[0]), "end": str(days[1])} if days else None


def measured(folder: Path, work: Path) -> dict[str, float]:
    """Figures of the streams of a folder, all read on one desk."""
    every = streams(folder)
    gold, none, out = work / "gold.jsonl", work / "none.jsonl", work / "followups.out"
    rows.put(gold, expected(every))
    rows.put(none, ())
    desk = work / "desk"
    reportedly("init", desk)
    reportedly("import", rows.put(work / "articles.jsonl", articles(every)), "--desk", desk)
    reportedly("run", "--desk", desk)
    last = max(article["published"] for article in articles(every))
    reportedly("followups", "--as-of", last, "--format", "jsonl", "--desk", desk, into=out)
    scores = followups.score(gold, none, out)
    shares = {name: score for name, score in scores.items() if isinstance(score, float)}
    return {**shares, "new_window": new_window(rows.load(gold), rows.load(out))}


def new_window(gold: list[rows.Row], given: list[rows.Row]) -> float:
    """Of what was moved to a known day, the share for which the desk has that window, in percent."""
    spots = followups.by_article(given)
    moved = [asked for asked in gold if asked["moved_to"]]
    return percent(sum(_has_new(asked, spots) for asked in moved), len(moved))


def _has_new(asked: rows.Row, spots: followups.Spots) -> bool:
    found = followups.of(asked, spots[asked["article_url"]])
    moves = (change.get("window") for change in (found or {}).get("history", ()) if change["state"] == "moved")
    return any(windows.agree({"window": asked["moved_to"], "vague": False}, window or {}) for window in moves)


def main() -> None:
    """Print the figures of a folder of streams, or of each there is."""
    given = [Path(name) for name in sys.argv[1:]] or sorted(path for path in STREAMS.iterdir() if path.is_dir())
    for folder in given:
        with tempfile.TemporaryDirectory() as work:
            figures = measured(folder, Path(work))
        print(folder.name, *(f"{name} {value}" for name, value in figures.items()), flush=True)


if __name__ == "__main__":
    main()
