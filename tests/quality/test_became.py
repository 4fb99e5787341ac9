"""The scorer of streams: what stands in their files, and what is right of what a desk tells."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from quality import became

STREAM = '''
[[article]]
day = 2026-05-04
outlet = "Wells Echo"
title = "Pool to open"
text = """
The pool will open on Friday, the mayor said. A sauna will open on Friday too.
"""

[[article]]
day = 2026-05-07
outlet = "Radio Wells"
title = "No splash yet"
text = """
The pool is to be filled on May 15 only.
"""

[[expected]]
article = 1
phrase = "The pool will [open] on Friday"
by = "the mayor"
window = [2026-05-08, 2026-05-08]
state = "moved"
moved_to = [2026-05-15, 2026-05-15]
shown_in = 2
sentence = "The pool is to be filled on May 15 only."
'''


@pytest.fixture
def stream(tmp_path: Path) -> list[became.Stream]:
    (tmp_path / "pool.toml").write_text(STREAM, encoding="utf-8")
    return became.streams(tmp_path)


def test_the_event_is_where_the_brackets_stand(stream: list[became.Stream]) -> None:
    text = next(became.articles(stream))["text"]
    asked = next(became.expected(stream))
    start = asked["sentence_start"] + asked["trigger_start"]
    assert (text[start : start + 4], start) == ("open", text.index("open"))


@pytest.mark.parametrize(("day", "share"), [("2026-05-15", 100), ("2026-05-16", 100), ("2026-05-22", 0)])
def test_a_new_window_is_right_to_the_day(stream: list[became.Stream], day: str, share: float) -> None:
    followup: dict[str, Any] = {"article_url": "https://pool.example/1", "span": [14, 18]}
    moved = {"on": "2026-05-07", "state": "moved", "window": {"start": day, "end": day}}
    assert became.new_window([*became.expected(stream)], [{**followup, "history": [moved]}]) == share


@pytest.mark.parametrize("part", ["worked_on", "held_back"])
def test_each_stream_tells_of_what_stands_in_it(part: str) -> None:
    every = became.streams(became.STREAMS / part)
    assert len(every) == 15
    texts = {article["url"]: article["text"] for article in became.articles(every)}
    for _, stream in every:
        assert all(a["day"] <= b["day"] for a, b in pairwise(stream["article"]))
    for asked in became.expected(every):
        assert (asked["source"] or "") in texts[asked["article_url"]]
        if asked["outcome"]["article_url"]:
            assert asked["outcome"]["sentence"] in texts[asked["outcome"]["article_url"]]
