"""What is read in a short text of another language, in words, for tests."""

from reportedly.read import reader
from reportedly.records import Reading, Statement
from tests.read.reading_of import bare, words


def read(text: str, language: str) -> Reading:
    """Its reading."""
    (got,) = reader.read([bare(text, language)])
    assert isinstance(got, Reading)
    return got


def statements(text: str, language: str) -> list[tuple[str, str, str]]:
    """Its statements as (source, cue, content)."""
    got = read(text, language)
    return [(words(got, *one.source), words(got, *one.cue), words(got, *one.content)) for one in got.statements]


def only(text: str, language: str) -> Statement:
    """Its one statement."""
    (one,) = read(text, language).statements
    return one
