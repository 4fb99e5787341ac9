"""The scorer of names across scripts, and that its table is whole."""

from pathlib import Path

from quality import names_across


def test_the_table_holds_sixty_figures_in_five_hands() -> None:
    names = names_across.figures()
    assert {n for n, _ in names} == set(range(60))
    assert {hand for _, hand in names} == set(names_across.HANDS)


def test_pairs_are_right_where_they_are_one_figures(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text(
        "# a comment\nTarek Velani\tطارق ولانی\t\t\tТарек Велани\nHassan Orvati\tمحمد کلیمی\n", encoding="utf-8"
    )
    scored, lines = names_across.measure(table)
    assert (scored.p, scored.r) == (100.0, 75.0)
    assert lines == ["missed: Hassan Orvati, محمد کلیمی"]


def test_no_figure_is_taken_for_another() -> None:
    scored, _ = names_across.measure()
    assert scored.p == 100
    assert scored.r >= 95
