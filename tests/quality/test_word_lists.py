"""Every entry of the lists by which events are told stands in ordinary news, or gives its reason in its file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quality.lists import CORPORA, News
from reportedly.read.grammar.lexicons import table

LISTS = ("events/events", "events/acts", "events/changes", "grammar/standing", "grammar/nouns")


@pytest.fixture(scope="module")
def news(gold: Path) -> News:
    absent = [name for name in CORPORA if not (gold / f"data/news/{name}.jsonl.gz").is_file()]
    if absent:
        pytest.skip(f"no news to look words up in: {gold}/data/news has no {', '.join(absent)}")
    return News(gold)


def lists(found: object) -> Iterator[str]:
    """All lists of words under an entry of a table, however deep."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        yield from lists([*found.values()])
    elif isinstance(found, list):
        for each in found:
            yield from lists(each)


def reasons(found: dict[str, Any]) -> frozenset[str]:
    """Entries that may be rare: the file says why."""
    return frozenset(word for words in found.get("rare", {}) for word in words.split())


@pytest.mark.slow
@pytest.mark.parametrize("name", LISTS)
def test_each_word_is_in_three_articles_of_two_outlets(name: str, news: News) -> None:
    found = table(name)
    kept = reasons(found)
    parts = (part for key, part in found.items() if key not in {"pairs", "rare", "modes"})
    entries = {word for part in parts for words in lists(part) for word in words.split()}
    assert sorted(word for word in entries - kept if news.is_rare(word)) == []


@pytest.mark.slow
def test_each_word_of_a_pair_is_with_one_of_the_others(news: News) -> None:
    found = table("events/events")
    rare = []
    for pair in found["pairs"]:
        verbs, nouns = pair["verbs"].split(), pair["nouns"].split()
        rare += [(pair["root"], verb) for verb in verbs if news.is_rare_pair(verb, nouns)]
        rare += [(pair["root"], noun) for noun in nouns if news.is_rare_pair(noun, verbs)]
    assert [(root, word) for root, word in rare if word not in reasons(found)] == []
