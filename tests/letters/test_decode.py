"""Bytes become text by a named rule; nothing crashes, no newline changes."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import NotText
from reportedly.letters import decode

RUSSIAN = "Министр иностранных дел заявил, что переговоры продолжатся на следующей неделе."
ARABIC = "قال وزير الخارجية إن المحادثات ستستمر الأسبوع المقبل في العاصمة."
FRENCH = "Le ministre a déclaré que l’été était là et que la réunion aurait lieu à Velmar."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_unicode_in_any_form(charset: str) -> None:
    assert decode.text("Talks in Velmar – “soon”\n".encode(charset)) == "Talks in Velmar – “soon”\n"


@pytest.mark.parametrize(
    ("charset", "words"), [("windows-1251", RUSSIAN), ("windows-1256", ARABIC), ("windows-1252", FRENCH)]
)
def test_undeclared_legacy_charset_is_the_one_that_reads_like_a_language(charset: str, words: str) -> None:
    assert decode.text(words.encode(charset)) == words


def test_declared_charset_is_believed_when_it_fits() -> None:
    assert decode.text(RUSSIAN.encode("koi8-r"), declared="KOI8-R") == RUSSIAN


def test_latin_1_means_what_browsers_make_of_it() -> None:
    assert decode.text("“quoted”, he said – twice".encode("windows-1252"), declared="ISO-8859-1") == (
        "“quoted”, he said – twice"
    )


@pytest.mark.parametrize("declared", ["no-such-charset", "", "utf-8", None])
def test_a_few_broken_bytes_become_replacement_characters(declared: str | None) -> None:
    broken = "Café, naïve, Zoë: “three” words".encode() + b" \xff end"
    assert decode.text(broken, declared).endswith("words \ufffd end")
    assert decode.text(broken, declared).startswith("Café")


def test_newlines_stay_as_they_are() -> None:
    assert decode.text(b"a\r\r\nb\r\nc\rd\n") == "a\r\r\nb\r\nc\rd\n"


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\x00\x01\x02\x03" * 50])
def test_binary_is_refused_in_plain_words(start: bytes) -> None:
    with pytest.raises(NotText, match="text"):
        decode.text(start + b" and more")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_named_error(data: bytes) -> None:
    with suppress(NotText):
        assert isinstance(decode.text(data), str)


@given(st.text(max_size=200).filter(lambda t: not any(ord(c) < 32 for c in t) and not t.startswith("\ufeff")))
def test_utf_8_comes_back_unchanged(words: str) -> None:
    try:
        assert decode.text(words.encode()) == words
    except NotText:  # a text may begin like a picture does
        assert words.encode().startswith(tuple(decode.BINARY))
