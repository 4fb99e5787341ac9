"""One article in, one reading out, whatever the article."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import BrokenDown
from reportedly.read import names, reader
from reportedly.read.grammar.page import Page
from reportedly.records import READER, Reading, ReadingFailed
from tests.read.reading_of import article, bare, reading


def test_another_language_is_left_alone() -> None:
    (got,) = reader.read([bare("La presa tiene grietas.", "es")])
    assert (got.reader, got.statements, got.sentences) == (reader.NO_READER, (), ())
    assert got.reader == READER.replace("english", "none"), "else it would be read again on every run"


@pytest.mark.parametrize(
    "text", ["", " \n ", "“”", "“" * 300, "(" * 300, "said " * 300, "He said that " * 100, "a" * 5000]
)
def test_odd_texts_are_read(text: str) -> None:
    (got,) = reader.read([bare(text)])
    assert got.article.text == text


@settings(max_examples=12)
@given(
    st.lists(
        st.sampled_from(
            [
                "Police",
                "said",
                "“",
                "”",
                "\u00ad",
                "\u00a0",
                ",",
                ".",
                "\n",
                "(",
                "that",
                "the dam will open on Monday",
                "Peru",
            ]
        )
    )
)
def test_spans_lie_in_the_text_and_reading_twice_changes_nothing(parts: list[str]) -> None:
    text = " ".join(parts)
    (first,), (second,) = reader.read([bare(text)]), reader.read([bare(text)])
    assert first == second
    spans = [span for one in first.statements for span in (*one.content, *one.cue, *one.source)]
    spans += [one.trigger for one in first.events]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_a_reading_survives_its_json() -> None:
    got = reading("Police said on Sunday that Peru would sign the treaty in Vienna next week.")
    assert msgspec.json.decode(msgspec.json.encode(got), type=Reading) == got


def test_a_private_person_gets_no_page() -> None:
    got = reading("Prime Minister Saleem Dorani said the flood had drowned Maria Holt.")
    assert {one.name: one.public for one in got.entities if one.kind == "person"} == {
        "Saleem Dorani": True,
        "Maria Holt": False,
    }


def test_a_breakdown_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    find = names.find

    def breaks(page: Page, country: str | None = None) -> names.Names:
        if "cursed" in page.article.text:
            raise ZeroDivisionError("by the moon")
        return find(page, country)

    monkeypatch.setattr(names, "find", breaks)
    good, bad = article("The dam is open."), bare("A cursed text.", url="https://lake.example/2")
    first, second = reader.read_each([bad, good])
    assert first == ReadingFailed(bad.id, bad.url, "ZeroDivisionError: by the moon")
    assert isinstance(second, Reading)
    with pytest.raises(BrokenDown, match=r"lake\.example/2.*by the moon"):
        list(reader.read([bad]))


def test_a_reading_can_be_explained() -> None:
    text = (
        "Traders in Hyderabad, Sindh, closed their shops, officials said. Mr Daran Velk told reporters that he agreed."
    )
    got, reasons = reader.explain(bare(text))
    assert [got] == list(reader.read([bare(text)]))
    told = {(reason.words, reason.decided): dict(reason.spoke) for reason in reasons}
    assert told["Hyderabad", "place"]["after a word such as in"] == 2.0
    assert "in what is named after it" in told["Hyderabad", "Hyderabad (PK), of 4 places of that name"]
    assert told["Mr Daran Velk", "person"]["after a title, rank or office"] == 3.0
    assert told["officials", "a source: role"] == {"an office or calling": 0.0}
