"""A reading for a person."""

import re

import pytest

from reportedly.export import reading as render
from reportedly.read import reader
from tests.read.reading_of import bare, reading

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


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("ps", "not read: Pashto is not among the languages that are read"),
        ("und", "not read: its language is not known"),
        ("ru", "not read: taken for Russian, but written in other letters"),
    ],
)
def test_of_what_is_not_read_it_says_so_and_explains_no_signs(language: str, why: str) -> None:
    (unread,) = reader.read([bare("د ښار پل به سبا پرانیستل شي.", language)])
    shown = render.text(unread, width=200, colour=False)
    assert shown.splitlines()[-1] == why
    assert "its cue" not in shown
