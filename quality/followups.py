"""How well announcements are followed up: ``python -m quality.followups GOLD EXHAUSTIVE FOLLOWUPS.jsonl``.

FOLLOWUPS is what ``reportedly followups --as-of DAY --format jsonl`` prints after the articles were imported and run.
EXHAUSTIVE holds articles with every expectation labelled: F1 over their events. GOLD holds announcements with what
became of them: how many were found, with the right window (sharp: both ends within a day; vague: sharing at least
30 % of all days; none: none), in the right state on the day they were judged, citing the article that shows it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from quality import rows, windows
from quality.measure import Prf, Range, percent, prf, touch

STATES = {
    "met": ("happened",),
    "moved": ("moved",),
    "cancelled": ("cancelled",),
    "contradicted": ("denied",),
    "none_found": ("open", "due", "silent"),
}

Spots = dict[str, list[tuple[Range, rows.Row]]]


def score(gold: Path, exhaustive: Path, followups: Path) -> dict[str, float | Prf]:
    """Exhaustive F1, then shares in percent over the labelled announcements."""
    spots = by_article(rows.load(followups))
    whole: Counter[str] = Counter()
    for article in rows.load(exhaustive):
        whole.update(_article(article, [span for span, _ in spots[article["article_url"]]]))
    labelled = rows.load(gold)
    seen = Counter(trait for asked in labelled for trait in _followed(asked, spots[asked["article_url"]]))
    return {
        "exhaustive": prf(whole["right"], whole["right"] + whole["wrong"], whole["right"] + whole["missed"]),
        "found": percent(seen["found"], len(labelled)),
        "window_right": percent(seen["window"], seen["found"]),
        "state_right": percent(seen["state"], len(labelled)),
        "evidence_right": percent(
            seen["evidence"], sum(bool(announcement["outcome"].get("article_url")) for announcement in labelled)
        ),
    }


def by_article(followups: list[rows.Row]) -> Spots:
    """Where follow-ups are announced: by article, each place with its follow-up."""
    spots: Spots = defaultdict(list)
    for followup in followups:
        places = {(where["article_url"], tuple(where["span"])) for where in (followup, *followup.get("supports", ()))}
        for url, span in sorted(places):
            spots[url].append(((span[0], span[1]), followup))
    return spots


def _trigger(asked: rows.Row) -> Range:
    start = asked["sentence_start"] + asked["trigger_start"]
    return start, start + len(asked["trigger"])


def _article(article: rows.Row, spans: list[Range]) -> Counter[str]:
    events: dict[str, list[rows.Row]] = defaultdict(list)
    for asked in article["statements"]:
        events[asked.get("event_group") or asked["id"]].append(asked)
    hits = [
        {k for k, many in events.items() if any(touch(span, _trigger(statement)) for statement in many)}
        for span in spans
    ]
    hit = set().union(*hits)
    needed = {key for key, many in events.items() if not all(statement.get("optional") for statement in many)}
    return Counter(right=len(needed & hit), missed=len(needed - hit), wrong=hits.count(set()))


def of(asked: rows.Row, spots: list[tuple[Range, rows.Row]]) -> rows.Row | None:
    """The follow-up of a labelled announcement, by the places of its article."""
    return next((followup for span, followup in spots if touch(span, _trigger(asked))), None)


def _followed(asked: rows.Row, spots: list[tuple[Range, rows.Row]]) -> Iterator[str]:
    given = of(asked, spots)
    if given is None:
        return
    outcome = asked["outcome"]
    past = [change for change in given.get("history", ()) if windows.day(change["on"]) <= windows.day(outcome["as_of"])]
    yield "found"
    if _right_window(asked, given.get("window") or {}):
        yield "window"
    if (past[-1]["state"] if past else "open") in STATES[outcome["state"]]:
        yield "state"
    cited = {proof["article_url"] for change in past for proof in change.get("evidence", ())}
    if outcome.get("article_url") and outcome["article_url"] in cited:
        yield "evidence"


def _right_window(asked: rows.Row, given: rows.Row) -> bool:
    return windows.agree(asked, given) if asked["window"] else not given.get("end")


if __name__ == "__main__":
    from quality.show import main

    main(score)
