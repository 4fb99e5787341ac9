import tomllib
from collections.abc import Iterator

import pytest

from quality.phrases import TABLE
from reportedly.read.times.grammar import WORD, beginning, plain, rules


def texts() -> Iterator[str]:
    yield from (row["text"] for row in tomllib.loads(TABLE.read_text(encoding="utf-8"))["phrases"])
    yield "At 11:30 pm on 3-5 June 2031 (Monday), Q3 of FY31, the ’60s, 2031-32 and 9/6/2031, three-day, 1500 hours."


@pytest.mark.parametrize("text", [*texts()])
def test_the_index_of_beginnings_leaves_out_no_rule_that_matches(text: str) -> None:
    low = plain(text)
    for word in WORD.finditer(low):
        matching = [one.rule.name for one in rules() if one.pattern.match(low, word.start())]
        assert [one.rule.name for one in beginning(word[1]) if one.rule.name in matching] == matching


def test_one_form_of_hyphen_and_apostrophe_keeps_every_character_in_its_place() -> None:
    text = "İzmir’s mid‑June ‘fair’ – 3–5 June"
    assert plain(text) == "izmir's mid-june 'fair' - 3-5 june"
    assert len(plain(text)) == len(text)
