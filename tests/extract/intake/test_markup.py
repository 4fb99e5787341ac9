"""HTML in cells becomes words; plain text stays as it is."""

import time
from pathlib import Path

import pytest

from reportedly.extract.intake import markup
from tests.extract.intake.taking import PROSE, as_json, put, taken


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("&ldquo;Open it,&rdquo; she said.", "“Open it,” she said."),
        ("Locks &amp; docks", "Locks & docks"),
        ("Locks &amp;amp; docks", "Locks & docks"),
        ("The caf&#233; &#x2013; shut", "The café – shut"),
        ("<p>One &amp; two.</p><p>Three.</p>", "One & two.\n\nThree."),
        ("<div>One<br>line</div>\n\n<div>Two</div>", "One\nline\n\nTwo"),
        ("A <b>closed</b> lock.\n\nAn <a href='x'>open</a> one.", "A closed lock.\n\nAn open one."),
        ("One.<script>if (a < b) { go() }</script><p>Two.", "One.\n\nTwo."),
        ("<!-- a note --><p>One.</p>", "One."),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("<table><tr><td>One</td><td>two</td></tr></table>", "One two"),
        ("<P CLASS=lead>One.</P>", "One."),
        ("<iframe src='x'/>One.<p>Two.</p>", "One.\n\nTwo."),
    ],
)
def test_markup_becomes_what_a_reader_sees(cell: str, words: str) -> None:
    assert markup.words(cell) == words


@pytest.mark.parametrize(
    "text",
    [
        "Levels were < 3 m and > 1 m.",
        "a<b and c>d",
        "He wrote <Orn> on it.",
        "The <b> tag makes words bold.",
        "Write to <desk@lock.example>.",
        "AT&T and M&S; R&D",
        "https://lock.example/?a=1&copy=2",
        "I <3 locks",
        PROSE,
    ],
)
def test_plain_text_stays(text: str) -> None:
    assert markup.words(text) == text


@pytest.mark.parametrize("cell", ["<p", "<p ", "<!--", "&", "&amp;", "<a b=", "<script>", "</", "<p>", "\n \n", "<br>"])
def test_no_cell_takes_longer_than_its_length(cell: str) -> None:
    began = time.monotonic()
    markup.words(f"<p>a</p>{cell * 40_000}-->")
    assert time.monotonic() - began < 5


def test_a_whole_page_in_a_cell_is_read_as_a_page(tmp_path: Path) -> None:
    lines = "".join(f"<p>{n}. {PROSE}</p>" for n in range(6))
    head = "<!DOCTYPE html><html><head><title>Locks</title></head>"
    html = f"{head}<body><nav>Home</nav><h1>Locks</h1>{lines}</body></html>"
    row = {"url": "https://lock.example/1", "title": "Locks close", "html": html, "date": "2026-03-09"}
    ((article,), outcomes) = taken(put(tmp_path / "a.json", as_json([row])))
    assert (article.headline, article.text.count(PROSE), "<" in article.text, outcomes) == ("Locks close", 6, False, [])
