"""How well what lies ahead is found in whole articles: ``python -m quality.expectations GOLD TEXTS READINGS``.

Gold rows are ``{url, expectations: [{span, type, group, certainty, window, vague, optional}]}``; TEXTS holds the same
articles with ``url`` and ``text``, by whose characters the spans count. An event (a group) is found when the trigger of
a predicted expectation touches one of its spans; a prediction that touches none is an error, save in the title; groups
that are optional throughout count neither way. Of those found, how many have a right window, root and certainty.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quality import rows, windows
from quality.measure import Prf, Range, percent, prf, touch


def score(gold: Path, texts: Path, readings: Path) -> dict[str, float | Prf]:
    """F1 over events, and shares in percent of those found."""
    text = {row["url"]: row["text"] for row in rows.load(texts)}
    read = {row["article"]["url"]: row for row in rows.load(readings)}
    seen: Counter[str] = Counter()
    for wanted in rows.load(gold):
        seen.update(counts(wanted, text[wanted["url"]], read.get(wanted["url"])))
    return figures(seen)


def figures(seen: Counter[str]) -> dict[str, float | Prf]:
    """The figures of summed ``counts``."""
    return {
        "events": prf(seen["found"], seen["found"] + seen["wrong"], seen["wanted"]),
        "window_right": percent(seen["window"], seen["dated"]),
        "root_right": percent(seen["root"], seen["found"]),
        "certainty_right": percent(seen["certainty"], seen["found"]),
    }


def counts(wanted: rows.Row, text: str, reading: rows.Row | None) -> Counter[str]:
    """What one article adds: events wanted and found, wrong predictions, and what is right of those found."""
    groups: dict[str, list[rows.Row]] = {}
    for expectation in wanted["expectations"]:
        groups.setdefault(expectation["group"], []).append(expectation)
    given = list(_given(text, reading)) if reading else []
    hits = {key: [expected for span, expected in given if _touched(span, group)] for key, group in groups.items()}
    seen = Counter(wrong=sum(not any(_touched(span, group) for group in groups.values()) for span, _ in given))
    for key, group in groups.items():
        if not all(wish["optional"] for wish in group):
            seen.update(["wanted", *_right(group, hits[key])])
    return seen


def _touched(span: Range, group: list[rows.Row]) -> bool:
    return any(touch(span, (expectation["span"][0], expectation["span"][1])) for expectation in group)


def _given(text: str, reading: rows.Row) -> Iterator[tuple[Range, rows.Row]]:
    """Each expectation with its event's fields, at the trigger's characters of ``text``; none of the title."""
    before = reading["article"]["text"].find(text)
    events = {event["id"]: event for event in reading["events"]}
    for expectation in reading["expectations"]:
        event = events[expectation["event"]]
        start, end = (offset - before for offset in event["trigger"])
        if end > 0:
            yield (start, end), {**expectation, "type": event["type"]}


def _right(group: list[rows.Row], hits: list[rows.Row]) -> Iterator[str]:
    if not hits:
        return
    yield "found"
    for trait, key in (("type", "root"), ("certainty", "certainty")):
        if any(hit[trait] in {asked[trait] for asked in group} for hit in hits):
            yield key
    dated = [asked for asked in group if asked["window"]]
    if dated:
        yield "dated"
        if any(windows.agree(asked, hit.get("window") or {}) for asked in dated for hit in hits):
            yield "window"


if __name__ == "__main__":
    from quality.show import main

    main(score)
