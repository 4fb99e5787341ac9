"""All forms of one dispatch: the same bytes again, the same words in all, nothing of others' as markup."""

import io
import json
import re
import sys
import zipfile
from collections.abc import Sequence

import msgspec
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import html as lxml_html
from msgspec.structs import replace
from pypdf import PdfReader

from reportedly.brief.printing import FORMS, form, lines, name, pdf
from reportedly.brief.printing.notices import Notice, notices
from reportedly.errors import BadInput, UsageError
from reportedly.records import Dispatch, Withdrawal
from tests.brief.printing.conftest import AT, NASTY, PERSIAN


def words_of(asked: str, made: bytes) -> str:
    """What a reader of a file in this form sees, on one line."""
    if asked == "docx":
        return " ".join(paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs)
    text = made.decode()
    if asked == "html":
        return " ".join(lxml_html.fromstring(made).xpath("string(//main)").split())
    return re.sub(r"\\(.)", r"\1", text) if asked == "md" else text


def render(asked: str, dispatch: Dispatch, told: Sequence[Notice] = ()) -> bytes:
    """The dispatch in this form; skips where what prints it is not installed."""
    try:
        return form(asked).render(dispatch, told)
    except UsageError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("asked", FORMS)
def test_the_same_dispatch_gives_the_same_bytes(dispatch: Dispatch, asked: str) -> None:
    assert render(asked, dispatch, ()) == render(asked, dispatch, ())


@pytest.mark.parametrize("asked", ["md", "html", "docx", "json"])
def test_each_form_holds_the_words_the_marking_and_that_a_sentence_is_uncited(dispatch: Dispatch, asked: str) -> None:
    words = words_of(asked, render(asked, dispatch, ()))
    for told in ("TLP:AMBER", "Rivers", "The ferry runs.", "uncited", PERSIAN, "Shells hit the bridge"):
        assert told in words


@pytest.mark.parametrize("asked", ["md", "html", "docx"])
def test_of_what_was_issued_only_uncited_is_marked_of_a_draft_every_flag(dispatch: Dispatch, asked: str) -> None:
    issued = words_of(asked, render(asked, dispatch, ()))
    draft = words_of(asked, render(asked, replace(dispatch, number=None, edition=None, marking=None), ()))
    assert "Surer than its source" not in issued
    assert "Surer than its source" in draft
    assert "DRAFT" in draft


@pytest.mark.parametrize("asked", FORMS)
def test_of_a_withdrawn_brief_each_form_holds_the_notice_alone(dispatch: Dispatch, asked: str) -> None:
    killed = notices(dispatch, (), Withdrawal(7, "omar", AT, "the source took it back"))
    made = render(asked, dispatch, killed)
    if asked != "pdf":
        words = words_of(asked, made)
        assert "the source took it back" in words
        assert "The ferry runs." not in words
        assert PERSIAN not in words
    assert len(made) < len(render(asked, dispatch, ()))


def test_labels_are_by_source_with_a_letter_where_a_source_has_several(dispatch: Dispatch) -> None:
    assert lines.labels(dispatch) == {1: "1a", 2: "1b", 3: "2", 4: "3"}
    many = replace(dispatch, exhibits=tuple(replace(dispatch.exhibits[0], number=n) for n in range(1, 29)))
    assert [lines.labels(many)[n] for n in (1, 26, 27, 28)] == ["1a", "1z", "1aa", "1ab"]


# -- markup -----------------------------------------------------------------------------------------------------------


def test_no_word_of_others_is_markup_in_html(dispatch: Dispatch) -> None:
    page = lxml_html.fromstring(render("html", dispatch, ()))
    assert page.xpath("//script|//*[@onerror]|//link|//img") == []
    assert [link for link in page.xpath("//@href") if not link.startswith(("#", "https://"))] == []
    assert NASTY in page.xpath("string(//main)")
    targets = {f"#{own}" for own in page.xpath("//@id")}
    assert {link for link in page.xpath("//@href") if link.startswith("#")} <= targets


def test_no_word_of_others_is_markup_in_markdown(dispatch: Dispatch) -> None:
    made = render("md", dispatch, ()).decode()
    assert not re.search(r"(?<!\\)<script", made)
    assert not re.search(r"(?<!\\)\]\(javascript", made)


def test_words_from_right_to_left_are_set_apart(dispatch: Dispatch) -> None:
    page = lxml_html.fromstring(render("html", dispatch, ()))
    assert page.xpath('//li/bdi[@dir="rtl"]/text()') == [PERSIAN]
    assert page.xpath('//q[@dir="rtl"][@lang="fa"]/text()') == [PERSIAN]
    assert f'<bdi dir="rtl">{PERSIAN}</bdi>' in render("md", dispatch, ()).decode()


# -- Word -------------------------------------------------------------------------------------------------------------


def test_a_word_document_has_headings_and_marks_what_runs_from_right_to_left(dispatch: Dispatch) -> None:
    made = Document(io.BytesIO(render("docx", dispatch, ())))
    headings = [one.text for one in made.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings == ["Bridge", PERSIAN, "Sources", "Evidence"]
    runs = [run.text for one in made.paragraphs for run in one.runs if run._r.find(f".//{qn('w:rtl')}") is not None]
    assert runs == [PERSIAN] * 3
    turned = [one.text for one in made.paragraphs if one._p.find(f".//{qn('w:bidi')}") is not None]
    assert turned == [PERSIAN, PERSIAN]  # the heading and the words cited; a sentence of ours runs from left to right
    assert [one.text for one in made.paragraphs if one.text.startswith("[1] ")] == [
        "[1] Varen & Co: Shells hit, 3 June 2024. https://varen.example/1"
    ]


def test_a_word_document_has_the_times_of_the_brief_and_follows_only_addresses_of_the_web(dispatch: Dispatch) -> None:
    data = render("docx", dispatch, ())
    own = Document(io.BytesIO(data)).core_properties
    assert (own.title, own.author, own.created) == ("Rivers", "ilse", AT)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(2024, 6, 7, 5, 30, 0)}
        relations = file.read("word/_rels/document.xml.rels").decode()
    assert "javascript" not in relations
    assert "https://varen.example/1" in relations


def test_a_word_document_takes_words_that_xml_cannot_hold(dispatch: Dispatch) -> None:
    odd = replace(dispatch, title="Bell\x07 and half\ud800" + "x" * 300, author="il\x0bse")
    assert "Bell and half" in words_of("docx", render("docx", odd, ()))


# -- PDF --------------------------------------------------------------------------------------------------------------


def test_a_pdf_begins_as_one(dispatch: Dispatch) -> None:
    made = render("pdf", dispatch, ())
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")


def test_the_words_of_a_pdf_are_read_by_another_maker_s_tool(dispatch: Dispatch) -> None:
    pages = PdfReader(io.BytesIO(render("pdf", dispatch))).pages
    told = " ".join(" ".join(page.extract_text() for page in pages).split())
    for words in ("TLP:AMBER", "The ferry runs.", "uncited", "Shells hit the bridge"):
        assert words in told


def test_a_pdf_loads_nothing(dispatch: Dispatch, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(pdf, "_refuse", lambda url, *_, **__: asked.append(url))
    render("pdf", dispatch, ())
    assert asked == []


def test_without_its_extra_a_pdf_says_what_is_wanted(dispatch: Dispatch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(UsageError, match=r"pip install reportedly\[pdf\]"):
        form("pdf").render(dispatch, ())


# -- evidence ---------------------------------------------------------------------------------------------------------


def test_the_evidence_names_for_each_citation_all_that_leads_back_to_its_words(dispatch: Dispatch) -> None:
    told = json.loads(render("json", dispatch, ()))
    assert (told["schema"], told["number"], told["issued"]) == ("reportedly/brief/1", 7, "2024-06-07T05:30:00Z")
    assert told["evidence"][2] == {
        "label": "2",
        "source": 2,
        "outlet": "Varen & Co",
        "title": "Shells hit",
        "address": "https://varen.example/1",
        "day": "2024-06-03",
        "language": "fa",
        "article": "a2",
        "span": [4, 9],
        "words": PERSIAN,
        "capture": None,
        "captured": None,
    }
    first = told["sections"][0]["sentences"]
    assert [one["evidence"] for one in first] == [["1a", "1b"], ["2"], []]
    assert [[flag["kind"] for flag in one["flags"]] for one in first] == [[], ["stronger"], ["uncited"]]


def test_a_dispatch_comes_back_from_the_form_the_ledger_keeps_it_in(dispatch: Dispatch) -> None:
    assert msgspec.json.decode(msgspec.json.encode(dispatch), type=Dispatch) == dispatch


def test_files_are_named_by_what_they_hold(dispatch: Dispatch) -> None:
    assert name(dispatch, "pdf") == "brief-7.pdf"
    assert name(replace(dispatch, edition=2), "md") == "brief-7-edition-2.md"
    assert name(replace(dispatch, number=None), "docx") == "draft-d1-4.docx"
    with pytest.raises(BadInput, match="no form of a brief"):
        form("odt")
