import pytest

from reportedly.bundle.words import PageWords

PAGE = (
    '<html><head><meta charset="utf-8"><meta property="og:title" content="Ferry sinks off Tarnow">'
    "<title>Herald</title></head><body><p>The <b>fer</b>ry\n   sank&nbsp;at dawn, the caf\u00e9&rsquo;s owner "
    "sa\u00adid.</p><p>Nobody was hurt.</p><!-- hidden --></body></html>"
)


@pytest.mark.parametrize(
    "words",
    [
        "The ferry sank at dawn",
        "the cafe\u0301\u2019s owner said",
        "Ferry sinks off Tarnow",
        "Nobody was hurt.\nThe ferry sank",
        "dawn, the caf\u00e9\u2019s owner said.\u200bNobody",
    ],
)
def test_words_are_found_however_the_page_marks_them_up(words: str) -> None:
    assert PageWords(PAGE.encode(), "text/html").hold(words)


@pytest.mark.parametrize("words", ["The ferry sank at noon", "Nobody was hurt.\nMany were hurt.", "the FERRY"])
def test_other_words_are_not(words: str) -> None:
    assert not PageWords(PAGE.encode(), "text/html").hold(words)


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8", "utf-16"])
def test_a_page_may_be_in_any_charset(charset: str) -> None:
    page = "<p>Le café de la gare est fermé, a dit le maire.</p>".encode(charset)
    assert PageWords(page, f"text/html; charset={charset}").hold("Le café de la gare est fermé")


@pytest.mark.parametrize("body", [b"", b"\x00\x01\x02" * 50, b"%PDF-1.7", b"<" * 5000, b"<p>" * 50_000])
def test_what_is_no_page_holds_no_words(body: bytes) -> None:
    assert not PageWords(body, "").hold("The ferry sank")
