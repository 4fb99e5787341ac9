"""What tells nothing is no statement; quotations side by side have each their speaker; what is not given is denied."""

import pytest

from tests.read.reading_of import reading, said, statements, words


def test_a_day_is_no_source() -> None:
    got = reading("In late May the plan was announced. On Sunday it was revealed that the dam had cracked.")
    assert all("May" not in words(got, *one.source) for one in got.statements)


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "“We won,” said Lena Holt. “It took years.” “And money”, added Omar Crane, her deputy.",
            {"It took years.": "Lena Holt", "And money": "Omar Crane, her deputy"},
        ),
        (
            "“When will the gate open?” a reporter asked. “In July.” “No, in May,” said Lena Holt.",
            {"No, in May,": "Lena Holt"},
        ),
    ],
)
def test_quotations_side_by_side_are_apart(text: str, sources: dict[str, str]) -> None:
    got = {content: source for source, _, content in statements(text)}
    assert {content: got.get(content) for content in sources} == sources


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The ministry did not answer questions about the dam.", "denied"),
        ("The airline is not planning to resume flights in July.", "denied"),
        ("'Never', his deputy added after the long meeting.", "affirmed"),
        ("Neither side said that talks would resume on Friday.", "denied"),
    ],
)
def test_what_is_not_given_is_denied(text: str, polarity: str) -> None:
    got = reading(text)
    assert {one.polarity for one in got.statements} == {polarity}, [said(got, one) for one in got.statements]


def test_short_quotations_in_single_marks_are_direct() -> None:
    got = reading("'We are ready', the captain said. 'We sail at dawn', he added. The dockers' union was not asked.")
    assert [one.mode for one in got.statements] == ["direct", "direct"]
