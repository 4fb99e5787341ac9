from hypothesis import given
from hypothesis import strategies as st

from reportedly.edits import compare
from reportedly.web.side_by_side import Cell, Stretch, stretches
from tests.revised import article

EARLY = """Fire on the quay

The fire may have killed 14 people, a nurse said on Tuesday evening.

Crews came from three towns.

The mayor did not answer questions about the pumps.

Ferries were sent to the western pier."""
LATE = """Fire on the quay

The fire killed nine people, the hospital said on Tuesday evening.

Crews came from three towns.

Two of the four pumps were broken, the harbour master wrote.

Ferries were sent to the western pier.

Trains ran late."""


def beside(before: str, after: str) -> tuple[Stretch, ...]:
    return stretches(before, after, compare(article(before), article(after), None, None).rewordings)


def words(cell: Cell) -> str:
    return "".join(piece.words.unescape() for piece in cell)


def test_each_paragraph_stands_beside_the_one_it_became() -> None:
    rows = [(words(row.before), words(row.after)) for stretch in beside(EARLY, LATE) for row in stretch.rows]
    old, new = EARLY.split("\n\n"), [*LATE.split("\n\n")]
    assert rows == [*zip(old, new[:5], strict=True), ("", new[5])]


def test_struck_and_added_words_are_marked() -> None:
    rows = [row for stretch in beside(EARLY, LATE) for row in stretch.rows]
    assert [piece.words for piece in rows[1].before if piece.changed] == ["may have", "14", "a nurse"]
    assert [piece.words for piece in rows[1].after if piece.changed] == ["nine", "the hospital"]
    assert not rows[2].changed


def test_many_paragraphs_without_a_change_are_folded() -> None:
    same = "\n\n".join(f"Paragraph {n} of the report." for n in range(9))
    found = beside(f"{same}\n\nIt rained.", f"{same}\n\nIt snowed.")
    assert [(len(stretch.rows), stretch.folded) for stretch in found] == [(9, True), (1, False)]


def test_markup_in_a_text_stays_text() -> None:
    ((row,),) = (stretch.rows for stretch in beside("<b>Rain</b> fell", "<b>Rain</b> <i>fell"))
    assert "<" not in "".join(piece.words for piece in (*row.before, *row.after))


texts = st.lists(st.sampled_from(["Rain", "fell", "on", "Orn", ".", "\n\n", "\n", "é"]), max_size=40).map(" ".join)


@given(texts, texts)
def test_nothing_of_either_text_is_lost(before: str, after: str) -> None:
    rows = [row for stretch in beside(before, after) for row in stretch.rows]
    assert "".join("".join(words(row.before) for row in rows).split()) == "".join(before.split())
    assert "".join("".join(words(row.after) for row in rows).split()) == "".join(after.split())
