"""Articles in other languages get readings; English ones load nothing of it."""

import subprocess
import sys

import pytest

from reportedly.read import multilingual, reader
from reportedly.records import READER, Reading, counting_as
from tests.read.reading_of import bare


def read(text: str, language: str) -> Reading:
    (got,) = reader.read([bare(text, language)])
    return got


@pytest.mark.parametrize(
    ("language", "text"),
    [("fa", "سد ترک برداشت."), ("ar", "تصدع السد."), ("ur", "بند ٹوٹ گیا۔"), ("ru", "Плотина треснула.")],
)
def test_other_languages_are_read_by_their_tables(language: str, text: str) -> None:
    got = read(text, language)
    assert got.reader == multilingual.READER
    assert got.reader in counting_as(READER)
    assert [span.of(text) for span in got.sentences] == [text]


@pytest.mark.parametrize("language", ["fa", "ru"])
def test_a_text_in_other_letters_than_its_language_has_is_read_by_nobody(language: str) -> None:
    got = read("The dam has cracked, and nobody knows why it did.", language)
    assert (got.reader, got.sentences) == (reader.NO_READER, ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "«",
        "ا" * 5000,
        "سد\u202eترک\u202c برداشت",
        "سد the dam плотина ترک برداشت.",
        "سدترکبرداشتوآبآمد" * 50,
    ],
    ids=["empty", "blank", "quote", "one letter", "bidi controls", "three scripts", "no spaces"],
)
def test_odd_texts_are_read(text: str) -> None:
    got = read(text, "fa")
    assert (got.reader, got.article.text) == (multilingual.READER, text)
    assert got == read(text, "fa")


def test_a_reading_in_another_language_is_explained_by_nothing_yet() -> None:
    got, reasons = reader.explain(bare("سد ترک برداشت.", "fa"))
    assert (got.reader, reasons) == (multilingual.READER, ())


@pytest.mark.process("what is loaded shows only where nothing was loaded before")
def test_who_reads_english_loads_nothing_of_it() -> None:
    code = (
        "import sys\n"
        "from reportedly.read import reader\n"
        "from tests.read.reading_of import bare\n"
        "def loaded(): return sorted(name for name in sys.modules if name.startswith('reportedly.read.multilingual'))\n"
        "list(reader.read([bare('The dam cracked, police said.'), bare('La presa tiene grietas.', 'es')]))\n"
        "assert loaded() == [], loaded()\n"
        "list(reader.read([bare('سد ترک برداشت.', 'fa')]))\n"
        "assert loaded()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
