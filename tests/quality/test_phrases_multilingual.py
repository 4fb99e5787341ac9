"""The tables of phrases in other languages: long enough, well formed, and met by the reader."""

import tomllib

import pytest

from quality import phrases_multilingual

LEAST = 97


@pytest.mark.parametrize("language", phrases_multilingual.LANGUAGES)
def test_nearly_every_phrase_has_the_window_an_editor_would_allow(language: str) -> None:
    asked = tomllib.loads(phrases_multilingual.table(language).read_text(encoding="utf-8"))["phrases"]
    assert len(asked) >= (10 if language == "ru" else 40)
    assert all(row["phrase"] in row["text"] and row["why"] for row in asked)
    share, missed = phrases_multilingual.measure(language)
    assert share >= LEAST, missed
