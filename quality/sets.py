"""The gold sets, one function each: make readings with the installed command, score them, give the figures that count.

``home`` is a folder with ``gold/`` and ``data/``; ``work`` takes the files that are made on the way.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from quality import (
    attribution,
    became,
    certainty,
    dispatch,
    events,
    extraction,
    figures,
    followups,
    languages,
    names_across,
    outcomes,
    phrases,
    phrases_multilingual,
    places,
    rows,
    stories,
    times,
)
from quality.command import reportedly
from quality.measure import Prf

Figures = dict[str, float]


class Kind(NamedTuple):
    """A gold set: the files it rests on (its floors hold for just these), and how it is measured.

    Where a model learned from these very files it is a smoke test: a fall shows, the height says little.
    """

    files: tuple[str, ...]
    measure: Callable[[Path, Path], Figures]
    smoke: bool = False

    def paths(self, home: Path) -> list[Path]:
        """The files under ``home``; a folder means all files in it that are scored."""
        there = [home / name for name in self.files]
        return [path for name in there for path in (sorted(name.glob("[0-9]*")) if name.is_dir() else [name])]


def _read(gold: Path, work: Path) -> Path:
    articles = [
        {"url": row["doc"], "outlet": "gold", "published": row.get("published"), "title": None, "text": row["text"]}
        for row in rows.load(gold)
    ]
    out = work / f"{gold.name}.readings"
    reportedly("read", rows.put(work / f"{gold.name}.jsonl", articles), "--format", "jsonl", into=out)
    return out


def of_attribution(home: Path, work: Path) -> Figures:
    """Statements of whole articles."""
    gold = home / "data/attribution/dev.jsonl.gz"
    scores = attribution.score(gold, _read(gold, work))
    return _named(scores, "joint", "content", "source_acc", "recall_indirect")


def of_language(home: Path, work: Path, code: str) -> Figures:
    """Statements of short articles in another language, and how they are put."""
    gold = home / f"gold/languages/{code}.jsonl"
    scores = languages.score(gold, _read(gold, work))
    return _named(scores, "joint", "content", "source_acc", *languages.PARTS)


def of_certainty(home: Path, _: Path) -> Figures:
    """How sure the words are of what they tell: news, and pages of all kinds."""
    news = certainty.score(home / "data/certainty/uw_dev.jsonl.gz")
    web = certainty.score(home / "data/certainty/uds_ih2_dev.jsonl.gz")
    return {"news_r": news["r"], "web_r": web["r"]}


def of_events(home: Path, work: Path) -> Figures:
    """Events between marked parties. The coder learned from these; by folds: ``training/events/README.md``."""
    gold = home / "data/events/plv_train.jsonl.gz"
    readings = _read(rows.put(work / "events.gold", ({**row, "doc": row["id"]} for row in rows.load(gold))), work)
    end_to_end, given = events.score(gold, readings), events.score_pairs(gold)
    return {"end_to_end": _percent(end_to_end["root_macro_f1"]), "given": _percent(given["root_macro_f1"])}


def _percent(share: float) -> float:
    return round(100 * share, 1)


def of_times(home: Path, work: Path) -> Figures:
    """Time expressions of short articles."""
    gold = home / "data/times/meantime.jsonl.gz"
    return _named(times.score(gold, _read(gold, work)), "value", "relaxed", "strict")


def of_phrases(_home: Path, _work: Path) -> Figures:
    """Phrases of time in a table of our own."""
    return {"right": phrases.measure()[0]}


def _of_phrases_in(language: str) -> Callable[[Path, Path], Figures]:
    return lambda _home, _work: {"right": phrases_multilingual.measure(language)[0]}


def of_places(_home: Path, _work: Path) -> Figures:
    """Places in a table of our own."""
    return {"right": places.measure()[0]}


def of_names_across(_home: Path, _work: Path) -> Figures:
    """Which of 60 public figures, as papers of five languages write them, are found to be one."""
    scored, _ = names_across.measure()
    return {"precision": scored.p, "recall": scored.r}


def of_dispatch(home: Path, work: Path) -> Figures:
    """An editor's facts on one dispatch."""
    return _named(_dispatch(home / "gold/dispatch.json", home / "seed/dispatch.txt", work), "share")


def of_dispatches(home: Path, work: Path) -> Figures:
    """The same on further articles, averaged."""
    golds = sorted((home / "gold/dispatches").glob("*.json"))
    shares = [_named(_dispatch(gold, gold.with_suffix(".txt"), work), "share")["share"] for gold in golds]
    return {"share": round(sum(shares) / len(shares), 1)}


def _dispatch(gold: Path, text: Path, work: Path) -> dict[str, float | Prf]:
    published = json.loads(gold.read_text(encoding="utf-8"))["published"]
    given = ["--published", published] if published else []
    out = work / f"{gold.stem}.reading"
    reportedly("read", text, *given, "--format", "jsonl", into=out)
    return dispatch.score(gold, out)


def of_stories(home: Path, work: Path) -> Figures:
    """Grouping of items with title and lead, within all that 88 outlets told then; copies among whole articles."""
    gold, copies = home / "gold/stories/stories_dev.jsonl", home / "gold/stories/copies_dev.tsv"
    desk = _desk(work / "stories-desk", rows.put(work / "stories.jsonl", _items(home, gold, copies)))
    reportedly("stories", "--format", "jsonl", "--desk", desk, into=work / "stories.out")
    scores = stories.score(gold, work / "stories.out", copies)
    return _named(scores, "pairwise", "bcubed", "lenient", "copy", "copy_or_partial")


def _items(home: Path, gold: Path, copies: Path) -> Iterator[rows.Row]:
    asked = {row["url"] for row in rows.load(gold)}
    asked |= {url for line in copies.read_text(encoding="utf-8").splitlines()[1:] for url in line.split("\t")[2:4]}
    for name in ("region_stream_2026", "dawn_app_2025-05_06"):
        whole = name == "region_stream_2026"
        for row in rows.load(home / f"data/news/{name}.jsonl.gz"):
            if whole or row["url"] in asked:
                asked.discard(row["url"])
                yield {**row, "text": row["text"] or row["title"]}


def of_figures(home: Path, _: Path) -> Figures:
    """Pairs of articles that differ on a figure, or of which one denies the other."""
    return figures.score(home / "gold/stories/figures_dev.jsonl", home)


def of_extraction(home: Path, _: Path) -> Figures:
    """The text of pages. The block model was grown on these very ones."""
    score, _speed = extraction.measured(home / "data/extraction", {"reportedly": extraction.ours})["reportedly"]
    return {"f1": round(score.f1, 1), "precision": round(score.p, 1), "recall": round(score.r, 1)}


def of_outcomes(home: Path, _: Path) -> Figures:
    """What became of announcements, pair by pair. The comparer learned from these: ``training/outcomes/README.md``."""
    pairs = list(outcomes.labelled(home))
    return _named(outcomes.score(pairs, outcomes.answers(pairs)), "told", "state", "again")


def of_followups(home: Path, work: Path) -> Figures:
    """What became of announcements over a year."""
    gold = home / "gold/followups"
    desk = _desk(work / "followups-desk", gold / "articles_dev.jsonl")
    out = work / "followups.out"
    reportedly("followups", "--as-of", "2025-11-09", "--format", "jsonl", "--desk", desk, into=out)
    scores = followups.score(gold / "followups_dev.jsonl", gold / "exhaustive_dev.jsonl", out)
    return _named(scores, "exhaustive", "found", "window_right", "state_right", "evidence_right")


def _of_streams(folder: Path) -> Kind:
    return Kind(tuple(map(str, became.files(folder))), lambda _home, work: became.measured(folder, work))


def _desk(folder: Path, articles: Path) -> Path:
    reportedly("init", folder)
    reportedly("import", articles, "--desk", folder)
    reportedly("run", "--desk", folder)
    return folder


def _named(scores: Mapping[str, float | Prf], *names: str) -> Figures:
    values = {name: scores[name] for name in names}
    return {name: value.f1 if isinstance(value, Prf) else value for name, value in values.items()}


SETS: dict[str, Kind] = {
    "dispatch": Kind(("gold/dispatch.json", "seed/dispatch.txt"), of_dispatch),
    "dispatches": Kind(("gold/dispatches",), of_dispatches),
    "events": Kind(("data/events/plv_train.jsonl.gz",), of_events, smoke=True),
    "times": Kind(("data/times/meantime.jsonl.gz",), of_times),
    "names_across": Kind((str(names_across.TABLE),), of_names_across),
    "phrases": Kind((str(phrases.TABLE),), of_phrases),
    **{
        f"phrases_{language}": Kind((str(phrases_multilingual.table(language)),), _of_phrases_in(language))
        for language in phrases_multilingual.LANGUAGES
    },
    "places": Kind((str(places.TABLE),), of_places),
    "attribution": Kind(("data/attribution/dev.jsonl.gz",), of_attribution),
    **{
        name: Kind((f"gold/languages/{code}.jsonl",), partial(of_language, code=code))
        for name, code in (("persian", "fa"), ("arabic", "ar"), ("urdu", "ur"))
    },
    "extraction": Kind(("data/extraction/ground-truth.json",), of_extraction, smoke=True),
    "certainty": Kind(("data/certainty/uw_dev.jsonl.gz", "data/certainty/uds_ih2_dev.jsonl.gz"), of_certainty),
    "stories": Kind(("gold/stories/stories_dev.jsonl", "gold/stories/copies_dev.tsv"), of_stories),
    "figures": Kind(("gold/stories/figures_dev.jsonl",), of_figures),
    "outcomes": Kind(("gold/outcomes/pairs.jsonl",), of_outcomes, smoke=True),
    "followups": Kind(
        (
            "gold/followups/articles_dev.jsonl",
            "gold/followups/followups_dev.jsonl",
            "gold/followups/exhaustive_dev.jsonl",
        ),
        of_followups,
    ),
    **{f"streams_{part}": _of_streams(became.STREAMS / part) for part in ("worked_on", "held_back")},
}
