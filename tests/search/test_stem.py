import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.search.stem import stem

FORMS = {
    "visit": ("visit", "visits", "visited", "visiting"),
    "minist": ("minister", "ministers"),
    "poni": ("ponies", "pony"),
    "agre": ("agree", "agreed", "agreeing"),
    "relat": ("relate", "related", "relational", "relations"),
    "hope": ("hope", "hopeful", "hopefulness"),
    "hop": ("hop", "hopping", "hopped"),
    "fall": ("fall", "falling"),
    "sky": ("sky",),
    "control": ("control", "controll"),
}
LEFT = ("a", "is", "1990s", "q3", "وزیر", "naïve", "")


@pytest.mark.parametrize(("root", "forms"), FORMS.items(), ids=FORMS)
def test_all_forms_of_a_word_have_one_stem(root: str, forms: tuple[str, ...]) -> None:
    assert {stem(form) for form in forms} == {root}


@pytest.mark.parametrize("word", LEFT)
def test_what_has_no_english_ending_stays(word: str) -> None:
    assert stem(word) == word


ROOTS = st.text("abcdefghijklmnoprstuvw", min_size=1, max_size=6)
ENDINGS = st.sampled_from(
    (
        "",
        "s",
        "es",
        "ies",
        "ed",
        "eed",
        "ing",
        "ational",
        "ization",
        "fulness",
        "iviti",
        "ical",
        "ement",
        "ion",
        "y",
        "ll",
    )
)


@given(st.lists(st.builds(str.__add__, ROOTS, ENDINGS), min_size=1, max_size=40))
def test_stems_are_those_of_sqlite(words: list[str]) -> None:
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("CREATE VIRTUAL TABLE given USING fts5(word, tokenize='porter ascii')")
        base.execute("CREATE VIRTUAL TABLE kept USING fts5vocab(given, 'instance')")
        base.executemany("INSERT INTO given (rowid, word) VALUES (?, ?)", enumerate(words))
        stems = dict(base.execute("SELECT doc, term FROM kept"))
    assert [stem(word) for word in words] == [stems[n] for n in range(len(words))]
