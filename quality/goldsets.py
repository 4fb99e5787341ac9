"""The gold sets as ablation asks them: their articles, what a reading of each adds to a tally, and a tally's figure."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from quality import attribution, dispatch, events, expectations, mentions, phrases, places, rows, times
from quality.functions import Stage
from quality.kept import LIMIT, taken_in
from quality.measure import percent, prf
from quality.sheet import Sheet
from reportedly import clock
from reportedly.extract.intake import documents
from reportedly.records import Article

Tally = Mapping[str, float]


class GoldSet(NamedTuple):
    """A set: its articles, what a reading of each adds to the tally, and the figures of a tally, by their names."""

    name: str
    articles: list[Article]
    counts: Callable[[int, rows.Row], Tally]
    figures: Mapping[str, Callable[[Tally], float]]
    until: Stage = "events"


def of_attribution(home: Path) -> GoldSet:
    """Statements of whole articles."""
    gold = rows.load(home / "data/attribution/dev.jsonl.gz")
    return GoldSet(
        "attribution",
        _texts(gold, "doc"),
        lambda n, reading: attribution.counts(gold[n], reading),
        {"attribution": lambda seen: prf(seen["joint"], seen["predicted"], seen["wanted"]).f1},
        "statements",
    )


def of_times(home: Path) -> Iterator[GoldSet]:
    """Time expressions, in two corpora."""
    for name in ("meantime", "timebank_aquaint"):
        gold = rows.load(home / f"data/times/{name}.jsonl.gz")
        yield GoldSet(
            name,
            _texts(gold, "doc"),
            lambda n, reading, gold=gold: times.counts(gold[n]["times"], reading["times"]),  # type: ignore[misc]
            {name: lambda seen: prf(seen["value"], seen["predicted"], seen["wanted"]).f1},
            "times",
        )


def _texts(gold: Iterable[rows.Row], key: str) -> list[Article]:
    return taken_in(
        {"url": row[key], "outlet": "gold", "published": row.get("published"), "title": None, "text": row["text"]}
        for row in gold
    )


def of_events(home: Path) -> GoldSet:
    """Events between marked parties."""
    gold = rows.load(home / "data/events/plv_train.jsonl.gz")
    roots = sorted({row["root"] for row in gold})

    def counts(n: int, reading: rows.Row) -> Tally:
        asked, given = gold[n]["root"], events.answer(gold[n], reading)
        return Counter([f"gold {asked}", f"said {given}", *([f"hit {asked}"] if asked == given else [])])

    def figure(seen: Tally) -> float:
        both = [(seen.get(f"hit {r}", 0), seen.get(f"gold {r}", 0) + seen.get(f"said {r}", 0)) for r in roots]
        return 100 * sum(2 * hit / all_ if all_ else 0.0 for hit, all_ in both) / len(roots)

    return GoldSet("events", _texts(gold, "id"), counts, {"events": figure})


def of_mentions(home: Path) -> GoldSet:
    """Events of short texts, found and placed; and who takes part in those found."""
    gold = rows.load(home / "data/events/meantime.jsonl.gz")
    return GoldSet(
        "mentions",
        _texts(gold, "doc"),
        lambda n, reading: mentions.counts(gold[n], reading),
        {
            "mentions": lambda seen: prf(seen["placed"], seen["predicted"], seen["wanted"]).f1,
            "parties": lambda seen: prf(seen["parties"], seen["given"], seen["taking part"]).f1,
        },
    )


def of_dispatches(home: Path) -> GoldSet:
    """An editor's facts on dispatches."""
    golds = [home / "gold/dispatch.json", *sorted((home / "gold/dispatches").glob("*.json"))]
    texts = [home / "seed/dispatch.txt", *(gold.with_suffix(".txt") for gold in golds[1:])]
    asked = [rows.Row(json.loads(gold.read_text(encoding="utf-8"))) for gold in golds]
    articles = []
    for wanted, text in zip(asked, texts, strict=True):
        day = msgspec.convert(wanted["published"], date | None, strict=False)
        origin = documents.Origin(name=text.name, url=str(text), outlet="gold", published=day)
        articles += list(documents.articles(text.read_bytes(), origin, now=clock.system(), limit=LIMIT))

    def counts(n: int, reading: rows.Row) -> Tally:
        held = [right for _, right in dispatch.facts(asked[n], Sheet(reading))]
        return {"share": 100 * sum(held) / len(held), "articles": 1, "facts": sum(held)}

    return GoldSet("dispatches", articles, counts, {"dispatches": lambda seen: seen["share"] / seen["articles"]})  # type: ignore[arg-type]


def of_expectations(home: Path) -> GoldSet:
    """What lies ahead, in whole articles."""
    gold = rows.load(home / "gold/expectations/articles.jsonl")
    news = _news(home, {row["url"] for row in gold})
    texts = [news[row["url"]] for row in gold]
    whole = (
        {**t, "url": g["url"], "outlet": g["outlet"], "published": g["published"]}
        for g, t in zip(gold, texts, strict=True)
    )
    return GoldSet(
        "expectations",
        taken_in(whole),
        lambda n, reading: expectations.counts(gold[n], texts[n]["text"], reading),
        {
            "expectations": lambda seen: prf(seen["found"], seen["found"] + seen["wrong"], seen["wanted"]).f1,
            "their windows": lambda seen: percent(seen["window"], seen["dated"]),
            "roots": lambda seen: percent(seen["root"], seen["found"]),
            "certainty": lambda seen: percent(seen["certainty"], seen["found"]),
        },
    )


def _news(home: Path, wanted: set[str]) -> dict[str, rows.Row]:
    news: dict[str, rows.Row] = {}
    for name in ("dawn_app_2025-05_06", "tehran_times", "region_stream_2026"):
        for row in rows.load(home / f"data/news/{name}.jsonl.gz"):
            if row["url"] in wanted:
                news.setdefault(row["url"], {"title": row["title"], "text": row["text"]})
    for row in rows.load(home / "data/attribution/train.jsonl.gz"):
        news.setdefault(f"polnear:{row['doc']}", {"title": "", "text": row["text"]})
    return news


def _of_table(name: str, table: Path, wrong: Callable[[rows.Row, rows.Row | None], Iterable[str]]) -> GoldSet:
    asked = next(iter(msgspec.toml.decode(table.read_bytes()).values()))
    default = "2025-06-11" if name == "places" else None
    made = taken_in(
        {
            "url": f"row:{n}",
            "outlet": name,
            "published": row["published"].isoformat() if "published" in row else default,
            "title": None,
            "text": row["text"] + phrases.REST,
        }
        for n, row in enumerate(asked)
    )
    return GoldSet(
        name,
        made,
        lambda n, reading: {"right": not list(wrong(asked[n], reading)), "all": 1},
        {name: lambda seen: 100 * seen["right"] / seen["all"]},
    )


def sets(home: Path) -> list[GoldSet]:
    """All sets that are scored article by article."""
    return [
        of_attribution(home),
        of_dispatches(home),
        of_mentions(home),
        of_expectations(home),
        of_events(home),
        *of_times(home),
        _of_table("phrases", phrases.TABLE, phrases.wrong),
        _of_table("places", places.TABLE, places.wrong),
    ]


def some(gold: GoldSet, most: int) -> GoldSet:
    """Articles of a set, evenly from all of it, with so many characters at most or a little more."""
    step = -(-sum(len(article.text) for article in gold.articles) // most)
    numbers = range(0, len(gold.articles), step)

    def counts(n: int, reading: rows.Row) -> Tally:
        return gold.counts(numbers[n], reading)

    return gold._replace(articles=[gold.articles[n] for n in numbers], counts=counts)
