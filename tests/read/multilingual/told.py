"""What is read in a short text of another language, in words, for tests."""

from reportedly.read import reader
from reportedly.read.multilingual import sheet
from reportedly.read.multilingual.statements import find
from reportedly.records import Reading, Statement
from reportedly.text import Span
from tests.read.reading_of import bare


def read(text: str, language: str) -> Reading:
    """Its reading."""
    (got,) = reader.read([bare(text, language)])
    assert isinstance(got, Reading)
    return got


def statements(text: str, language: str) -> list[tuple[str, str, str]]:
    """What the tables find by themselves, without the model, as (source, cue, content)."""
    page = sheet.lay_out(bare(text, language))

    def told(spans: tuple[Span, ...]) -> str:
        return " | ".join(text[start:end] for start, end in spans)

    return [(told(one.source), told(one.cue), told(one.content)) for one in find(page, (), ())]


def only(text: str, language: str) -> Statement:
    """Its one statement."""
    (one,) = read(text, language).statements
    return one
