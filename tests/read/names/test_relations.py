"""Ties the words state, and no others."""

import pytest

from reportedly.read.names import relations
from tests.read.names.names_of import read


def ties(text: str) -> set[tuple[str, str, str]]:
    got = read(text)
    found = relations.find(got.page, got)
    assert all(got.page.article.text[r.span.start : r.span.end].strip() for r in found)
    return {(r.kind, got.entity(r.subject).name, got.entity(r.object).name) for r in found}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Saleem Dorani, president of the Free Lake Movement, left.", ("leads", "Saleem Dorani", "Free Lake Movement")),
        ("Chilean President Maria Holt left.", ("leads", "Maria Holt", "Chile")),
        ("Foreign Office spokesman Saleem Dorani said so.", ("member_of", "Saleem Dorani", "Foreign Office")),
        ("A fire broke out in Turbat, Balochistan, on Sunday.", ("located_in", "Turbat", "Balochistan")),
        ("The London-based Lake Foundation wrote back.", ("located_in", "Lake Foundation", "London")),
        (
            "The Planning Committee of the Free Lake Movement met.",
            ("part_of", "Planning Committee", "Free Lake Movement"),
        ),
    ],
)
def test_tie(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in ties(text)


def test_respectively_pairs_two_lists_in_order() -> None:
    found = ties(
        "Officers from Chile’s Navy and Peru’s Army will serve in the northern area in Arica) and "
        "the southern area in Tacna respectively."
    )
    assert {tie for tie in found if tie[0] == "posted_at"} == {
        ("posted_at", "Chile Navy", "Arica"),
        ("posted_at", "Peru Army", "Tacna"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Former Chilean president Maria Holt left.",
        "Deputy President of Chile Maria Holt left.",
        "Maria Holt met the president of the Free Lake Movement.",
        "The teams scored three and four goals in Lahore and Karachi respectively.",
    ],
)
def test_no_tie(text: str) -> None:
    assert not {tie for tie in ties(text) if tie[0] in {"leads", "posted_at"}}
