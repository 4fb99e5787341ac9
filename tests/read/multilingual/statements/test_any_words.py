"""Whatever words and marks of a language stand side by side, what is found lies in the text, and nothing breaks."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import languages
from reportedly.read.multilingual import sheet
from reportedly.read.multilingual.statements import find
from tests.read.reading_of import bare

MARKS = [".", ":", "،", ",", "؟", "۔", "«", "»", "“", "”", "-", "(", ")", "12"]


def words(table: Any) -> Iterator[str]:
    """All words that stand anywhere in a table."""
    if isinstance(table, str):
        yield from re.findall(r"[^\W\d_]+", table)
    elif isinstance(table, dict):
        for value in table.values():
            yield from words(value)
    elif isinstance(table, list | tuple):
        for value in table:
            yield from words(value)


@pytest.mark.parametrize("language", sorted(languages.READ))
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_words_are_read(language: str, data: st.DataObject) -> None:
    known = sorted({word for word in words(dict(languages.table(language, "statements"))) if not word.isascii()})
    text = " ".join(data.draw(st.lists(st.sampled_from([*known, *MARKS]), min_size=1, max_size=14)))
    page = sheet.lay_out(bare(text, language))
    for one in find(page, (), ()):
        spans = [*one.content, *one.cue, *one.source]
        assert one.content
        assert all(0 <= start < end <= len(text) for start, end in spans)


def test_a_verb_of_saying_may_stand_at_the_very_end() -> None:
    text = "Какие суда примет порт и кто заплатит за ремонт, госпожа Вранова не уточнила."
    assert list(find(sheet.lay_out(bare(text, "ru")), (), ())) == []
