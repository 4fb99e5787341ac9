"""The folders of tables, and what each must hold to be one."""

import re
from importlib.resources import files

import pytest

from reportedly import languages


def test_each_folder_is_listed() -> None:
    folders = {path.name for path in files("reportedly.languages").iterdir() if (path / "text.toml").is_file()}
    assert folders == set(languages.READ)


@pytest.mark.parametrize("language", languages.READ)
def test_each_language_has_the_same_tables(language: str) -> None:
    for name in ("text", "furniture", "statements", "names", "times", "events", "acts"):
        assert languages.table(language, name) is languages.table(language, name)
    assert set(languages.table(language, "text")) == set(languages.table("fa", "text"))
    assert set(languages.table(language, "events")) == set(languages.table("fa", "events"))
    assert set(languages.table(language, "furniture")) == {"opening", "closing", "lines"}


@pytest.mark.parametrize("language", languages.READ)
def test_patterns_are_bounded(language: str) -> None:
    """No pattern may cost more than a line's length: nothing in it repeats without end."""
    for name in ("opening", "closing", "lines"):
        for pattern in languages.table(language, "furniture")[name]:
            re.compile(pattern)
            assert not re.search(r"\)[*+]|\{\d+,\}[*+?]*.*\{\d+,\}", pattern)
