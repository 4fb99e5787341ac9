from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportedly.fetch.announcing.mending import mended, words


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("H&N at K&S, T&", "H&N at K&S, T&"),
        ("?x=1&y=2&copy=3", "?x=1&y=2&copy=3"),
        ("caf&eacute;&nbsp;&mdash; &unknown; &X;", "café\xa0— &unknown; &X;"),
        ("&amp;lt; &lt;b&gt; &quot;&apos;&#39;&#x26;", "&lt; <b> \"''&"),
        ("&#8217;&#x2019;&#146;", "’’’"),
        ("&#128293;&#55357;&#56613;&#xD83D;&#xDD25;&#xd83d;&#56613;", "🔥🔥🔥🔥"),
        ("a &#55357; b &#56613;&#55357; c &#xDC00;", "a \ufffd b \ufffd\ufffd c \ufffd"),
        ("&#0;&#99999999999999;&#x110000;&#xFFFF;", "\ufffd" * 4),
        ("a&#11;b\x00\x0b\x1fc", "a bc"),
        ("&#; &#x; &#12 &;", "&#; &#x; &#12 &;"),
        (f"&#{'9' * 6_000};", "\ufffd"),
    ],
)
def test_what_was_meant_is_what_a_parser_reads(written: str, meant: str) -> None:
    assert etree.fromstring(mended(f"<a>{written}</a>")).text == meant


def test_the_insides_of_cdata_are_left_as_they_are() -> None:
    text = "<a><![CDATA[?x=1&y=2&nbsp;]]>&b<![CDATA[open & unclosed"
    assert mended(text) == "<a><![CDATA[?x=1&y=2&nbsp;]]>&amp;b<![CDATA[open &amp; unclosed"


def test_entities_of_the_document_itself_are_its_own() -> None:
    text = '<!DOCTYPE a [<!ENTITY eacute "E"><!ENTITY paper "Herald">]><a>&eacute;&paper;</a>'
    assert mended(text) == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_a_sound_document_stays_as_it_is(text: str) -> None:
    assert etree.fromstring(mended(f"<a>{escape(text, quote=False)}</a>")).text == (text or None)


@given(st.text("&#x0123456789dDcC89aA;lt\ud83d\udd25]<![CDATA[", max_size=200))
def test_whatever_is_written_can_be_encoded(text: str) -> None:
    mended(text).encode()
    words(text)
