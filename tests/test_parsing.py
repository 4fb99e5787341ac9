import pytest

from reportedly.errors import NotText
from reportedly.parsing import Told, Unparsed, parsing


@pytest.mark.parametrize(
    ("raised", "words"),
    [
        (ValueError("invalid literal for int()"), "invalid literal for int() (ValueError)"),
        (IndexError(), "the parser broke down (IndexError)"),
        (AssertionError("\x00no\ntag"), "no tag (AssertionError)"),
        (RecursionError("maximum depth"), "nested too deeply"),
        (UnicodeEncodeError("utf-8", "\ud83d", 0, 1, "no"), "characters that are none"),
        (OverflowError("too large"), "too large (OverflowError)"),
        (KeyError("x" * 900), "x" * 100),
    ],
)
def test_whatever_a_parser_raises_is_told_in_words(raised: Exception, words: str) -> None:
    with pytest.raises(Unparsed, match=r"^the list cannot be parsed: ") as told, parsing("the list"):
        raise raised
    assert words in str(told.value)
    assert len(str(told.value)) < 300
    assert str(told.value).isprintable()


@pytest.mark.parametrize(
    "raised", [KeyboardInterrupt(), MemoryError(), SystemExit(2), Told("no feed"), NotText("a PDF"), GeneratorExit()]
)
def test_what_is_not_the_documents_doing_passes(raised: BaseException) -> None:
    with pytest.raises(type(raised)) as passed, parsing("the list"):
        raise raised
    assert passed.value is raised
