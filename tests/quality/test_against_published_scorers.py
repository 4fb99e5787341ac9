"""Our scorers give the figures of the scorers that come with the gold sets, on readings with all kinds of mistakes."""

import csv
import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quality import attribution, dispatch, dispatch_claims, events, expectations, followups, rows, stories, times
from quality.show import plain

Row = dict[str, Any]


def published(gold: Path, scorer: str, *files: Path) -> Row:
    command = [sys.executable, str(gold / "score" / f"{scorer}.py"), *map(str, files)]
    out = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return dict(json.loads(out))


def same(ours: Row, theirs: Row) -> None:
    shown = plain(ours)
    both = shown.keys() & theirs.keys()
    assert len(both) >= min(3, len(theirs))
    assert {key: shown[key] for key in both} == {key: theirs[key] for key in both}


def moved(span: list[int], text: str, dice: random.Random) -> list[int]:
    """A span that is nearly right, or far off."""
    start, end = (edge + dice.choice([0, 0, 0, -30, -4, 3, 25]) for edge in span)
    start = max(0, min(start, len(text) - 2))
    return [start, max(start + 1, min(end, len(text)))]


def clumsy(spans: list[list[int]], text: str, dice: random.Random) -> list[list[int]]:
    return [moved(span, text, dice) for span in spans if dice.random() < 0.9]


def statements(row: Row, dice: random.Random) -> list[Row]:
    given = [one for one in row["statements"] if dice.random() < 0.85]
    return [{part: clumsy(one[part], row["text"], dice) for part in ("content", "source", "cue")} for one in given]


def expressions(row: Row, dice: random.Random) -> list[Row]:
    given = [one for one in row["times"] if dice.random() < 0.85]
    values = [dice.choice([one["value"], "2031"]) for one in given]
    return [{"span": moved(a["span"], row["text"], dice), "timex": v} for a, v in zip(given, values, strict=True)]


def test_attribution(gold: Path, tmp_path: Path) -> None:
    dice = random.Random(7)
    asked = gold / "data/attribution/dev.jsonl.gz"
    given = rows.put(tmp_path / "readings.jsonl", read(asked, "statements", lambda row: statements(row, dice), dice))
    same(attribution.score(asked, given), published(gold, "attribution", asked, given))


def test_times(gold: Path, tmp_path: Path) -> None:
    dice = random.Random(7)
    asked = gold / "data/times/meantime.jsonl.gz"
    given = rows.put(tmp_path / "readings.jsonl", read(asked, "times", lambda row: expressions(row, dice), dice))
    same(times.score(asked, given), published(gold, "times", asked, given))


def coded(row: Row, dice: random.Random) -> Row:
    """A reading with some events between the row's parties or others, by entity or words, with roots drawn by lot."""
    spans = [moved(row[side], row["text"], dice) for side in ("source", "target")]
    entities = [{"id": str(number), "mentions": [span]} for number, span in enumerate(spans)]
    parties = [{"span": spans[0], "entity": None}, {"span": None, "entity": "1"}, {"span": [0, 5], "entity": "0"}]

    def event() -> Row:
        sides = {side: dice.sample(parties, dice.randint(0, 2)) for side in ("actors", "recipients")}
        kind = dice.choice([row["root"], "CONCEDE", "RETREAT", "AID", "OTHER"]).replace("YIELD", "RETREAT")
        return {**sides, "type": kind, "place": dice.choice([None, "0", "1"])}

    return {
        "article": {"url": f"x/{row['id']}", "text": row["text"]},
        "entities": entities,
        "events": [event() for _ in range(dice.randint(0, 3))],
    }


def test_events(gold: Path, tmp_path: Path) -> None:
    dice = random.Random(7)
    asked = gold / "data/events/plv_train.jsonl.gz"
    made = [coded(row, dice) for row in rows.load(asked) if dice.random() < 0.9]
    given = rows.put(tmp_path / "readings.jsonl", made)
    same(events.score(asked, given), published(gold, "events", asked, given))


def awaited(row: Row, text: str, dice: random.Random) -> Row:
    """A reading with most expectations of an article and some that are none, of roots and windows drawn by lot."""
    told = [one for one in row["expectations"] if dice.random() < 0.8]
    made = [
        {
            "id": str(number),
            "trigger": moved(one["span"], text, dice),
            "type": dice.choice([one["type"], "OTHER"]),
            "certainty": dice.choice([one["certainty"], "certain"]),
            "window": dice.choice([one["window"], {"start": "2025-05-20", "end": "2025-06-20"}, None]),
        }
        for number, one in enumerate(told)
    ]
    return {
        "article": {"url": row["url"], "text": text},
        "events": made,
        "expectations": [{**one, "event": one["id"]} for one in made],
    }


def test_expectations(gold: Path, tmp_path: Path) -> None:
    dice = random.Random(7)
    asked = gold / "gold/expectations/articles.jsonl"
    command = [sys.executable, str(gold / "score/expectations.py"), "articles", str(asked)]
    texts = tmp_path / "texts.jsonl"
    texts.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    text = {row["url"]: row["text"] for row in rows.load(texts)}
    made = [awaited(row, text[row["url"]], dice) for row in rows.load(asked) if dice.random() < 0.9]
    given = rows.put(tmp_path / "readings.jsonl", made)
    same(expectations.score(asked, texts, given), published(gold, "expectations", Path("score"), asked, given))


def read(asked: Path, key: str, make: Callable[[Row], list[Row]], dice: random.Random) -> list[Row]:
    """A reading of most articles of a gold file."""
    some = [row for row in rows.load(asked) if dice.random() < 0.9]
    return [{"article": {"url": f"x/{row['doc']}.txt", "text": row["text"]}, key: make(row)} for row in some]


class Editor:
    """Makes a reading of a dispatch out of its gold, with mistakes."""

    def __init__(self, wanted: Row, text: str, dice: random.Random) -> None:
        self.wanted, self.text, self.dice = wanted, text, dice

    def span(self, words: str) -> list[int]:
        start = max(0, self.text.find(words))
        return moved([start, start + len(words)], self.text, self.dice)

    def entity(self, asked: Row) -> Row:
        names = [asked["name"], *asked.get("same_as", [])]
        near = asked.get("near") or [1.0, 1.0]
        known = {"roles": [asked["role"]] if "role" in asked else [], "country": asked.get("country")}
        kind = self.dice.choice([asked["kind"]] * 4 + ["group"])
        place = {"lat": near[0] + self.dice.choice([0, 0.3, 0.9]), "lon": near[1]}
        return {
            "id": asked["name"],
            "name": asked["name"],
            "kind": kind,
            "mentions": [*map(self.span, names)],
            **known,
            **place,
        }

    def statement(self, asked: Row) -> Row:
        traits = {k: self.dice.choice([asked.get(k), asked.get(k), "other"]) for k in dispatch_claims.TRAITS}
        source = [self.span(asked["source"])] if asked.get("source") else []
        who = self.dice.choice([asked.get("source_entity"), None])
        cue = [self.span(asked["cue"])] if asked.get("cue") else []
        return {"content": [self.span(asked["content"])], "source": source, "source_entity": who, "cue": cue, **traits}

    def part(self, name: str) -> Row:
        return {"span": self.span(name), "entity": self.dice.choice([name, None])}

    def event(self, i: int, asked: Row) -> Row:
        where = [*asked.get("where_or_recipient", []), *asked.get("place", [])]
        return {
            "id": f"v{i}",
            "trigger": self.span(self.dice.choice(asked.get("trigger") or asked["phrase"])),
            "type": self.dice.choice([*asked.get("types", []), "OTHER"]),
            "status": self.dice.choice([*asked.get("status", []), "denied"]),
            "actors": [*map(self.part, asked.get("actors") or asked.get("who") or [])],
            "recipients": [*map(self.part, where)],
            "place": where[0] if where else None,
            "time": "t0" if self.dice.random() < 0.5 else None,
        }

    def time(self, i: int, asked: Row) -> Row:
        first = asked.get("start") or (asked.get("start_within") or [None])[0]
        last = asked.get("end") or (asked.get("end_within") or [None])[0]
        vague = self.dice.choice([True, False])
        return {
            "id": f"t{i}",
            "span": self.span(asked["text"]),
            "start": first and f"{first}T00:00:00",
            "end": last,
            "vague": vague,
        }

    def reading(self) -> Row:
        wanted = {
            key: [one for one in value if self.dice.random() < 0.9]
            for key, value in self.wanted.items()
            if isinstance(value, list)
        }
        events = [
            self.event(i, one) for i, one in enumerate([*wanted.get("events", []), *wanted.get("expectations", [])])
        ]
        ends = [
            {"window": {"end": (one.get("end_within") or ["2024-05-01"])[0]}} for one in wanted.get("expectations", [])
        ]
        awaited = [
            {**end, "event": one["id"], "id": f"x{one['id']}"}
            for end, one in zip(ends, events[-len(ends) :] if ends else [], strict=True)
        ]
        article: Row = {
            "url": "d",
            "text": self.text,
            "title": self.span(self.wanted.get("title") or "a"),
            "credit": None,
        }
        article["furniture"] = [*map(self.span, wanted.get("furniture", []))]
        posted = [
            {"kind": "posted_at", "subject": one["entity"], "object": one["place"]} for one in wanted.get("pairs", [])
        ]
        return {
            "article": article,
            "entities": [*map(self.entity, wanted.get("entities", []))],
            "times": [self.time(i, one) for i, one in enumerate(wanted.get("times", []))],
            "statements": [*map(self.statement, wanted.get("statements", []))],
            "events": events,
            "expectations": awaited,
            "relations": posted,
            "distanced": [*map(self.span, wanted.get("distanced", []))],
        }


@pytest.mark.parametrize("seed", range(4))
def test_dispatches(gold: Path, tmp_path: Path, seed: int) -> None:
    files = [(gold / "gold/dispatch.json", gold / "seed/dispatch.txt")]
    files += [(one, one.with_suffix(".txt")) for one in sorted((gold / "gold/dispatches").glob("*.json"))]
    asked, text = files[seed % len(files)]
    wanted = json.loads(asked.read_text(encoding="utf-8"))
    editor = Editor(wanted, text.read_bytes().decode(), random.Random(seed))
    given = rows.put(tmp_path / "reading.jsonl", [editor.reading()])
    ours = dispatch.score(asked, given)
    assert 0 < float(str(ours["share"])) < 100
    same(ours, published(gold, "dispatch", asked, given))


def test_stories(gold: Path, tmp_path: Path) -> None:
    dice = random.Random(7)
    asked, copies = gold / "gold/stories/stories_dev.jsonl", gold / "gold/stories/copies_dev.tsv"
    groups: dict[str, list[Row]] = {}
    for row in rows.load(asked):
        story = dice.choice([row["story"]] * 3 + [*row.get("near", []), "a"])
        groups.setdefault(story, []).append({"url": row["url"], "copy_of": None, "originator": row["url"]})
    with copies.open(encoding="utf-8", newline="") as file:
        for i, pair in enumerate(csv.DictReader(file, delimiter="\t")):
            a, b = pair["url_a"], pair["url_b"]
            taken = dice.choice([a, None])
            both = [
                {"url": a, "copy_of": None, "originator": a},
                {"url": b, "copy_of": taken, "originator": taken or b},
            ]
            groups[f"pair {i}"] = both
    given = rows.put(tmp_path / "stories.jsonl", [{"story": name, "articles": many} for name, many in groups.items()])
    same(stories.score(asked, given, copies), published(gold, "stories", asked, given, copies))


def announced(asked: Row, dice: random.Random) -> Row:
    start = asked["sentence_start"] + asked["trigger_start"]
    span = [start + dice.choice([0, 0, 200]), start + dice.choice([4, 9, 300])]
    window = asked.get("window") and {**asked["window"], "vague": asked["vague"]}
    outcome = asked.get("outcome", {})
    proof = {"article_url": dice.choice([outcome.get("article_url"), "elsewhere"])}
    states = [one for many in followups.STATES.values() for one in many]
    history = [{"on": outcome["as_of"], "state": dice.choice(states), "evidence": [proof]}] if outcome else []
    shown = dice.choice([window, window, {"start": "2025-03-01", "end": "2025-03-20"}, None])
    return {"article_url": asked["article_url"], "span": span, "window": shown, "history": history, "supports": []}


def test_followups(gold: Path, tmp_path: Path) -> None:
    dice = random.Random(7)
    asked, whole = gold / "gold/followups/followups_dev.jsonl", gold / "gold/followups/exhaustive_dev.jsonl"
    labelled = rows.load(asked) + [
        {**one, "article_url": article["article_url"]} for article in rows.load(whole) for one in article["statements"]
    ]
    given = rows.put(tmp_path / "followups.jsonl", [announced(one, dice) for one in labelled if dice.random() < 0.8])
    same(followups.score(asked, whole, given), published(gold, "followups", asked, whole, given))
