"""A reading for a person."""

import re

from reportedly.export import reading as render
from tests.read.reading_of import reading

TEXT = "Prime Minister Saleem Dorani said on Sunday that Peru would sign the “fair treaty” next week."


def test_marks_are_told_apart_without_colour() -> None:
    shown = render.text(reading(TEXT), width=200, colour=False)
    assert "\x1b" not in shown
    assert "[1 _Peru_ would sign#1" in shown
    assert "said^1" in shown
    assert "{on Sunday}" in shown or "{Sunday}" in shown
    assert "Saleem Dorani (named, " in shown
    assert "AGREE sign" in shown


def test_colour_adds_nothing_to_read() -> None:
    plain = render.text(reading(TEXT), width=70, colour=False)
    assert re.sub("\x1b\\[[0-9;]*m", "", render.text(reading(TEXT), width=70, colour=True)) == plain


def test_lines_keep_to_the_width() -> None:
    assert max(map(len, render.text(reading(f"{TEXT} " * 5), width=64, colour=False).splitlines())) <= 64


def test_control_characters_do_not_reach_the_terminal() -> None:
    shown = render.text(reading("The \x1b[31mdam\x07 is open."), width=80, colour=False)
    assert "\x1b" not in shown
    assert "\x07" not in shown
