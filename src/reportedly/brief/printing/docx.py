"""A dispatch as a Word document: headings by style, numbered sources, words from right to left marked as such.

python-docx knows neither directions nor links, so these are written by hand: ``w:bidi`` for a paragraph, ``w:rtl`` for
a run. All times in the file are that of issuing, so the same dispatch gives the same bytes.
"""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

from reportedly.account import links
from reportedly.brief.printing import lines
from reportedly.brief.printing.notices import Notice, is_killed
from reportedly.letters import tongues
from reportedly.records import Dispatch, DispatchSection, DispatchSentence, Exhibit
from reportedly.text import kept

NO_TIME: Final = datetime(1980, 1, 1, tzinfo=UTC)  # the first that a ZIP can hold; of a draft nothing else is fixed
_MOST: Final = 255  # characters of a property of a document
_LINKED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def render(dispatch: Dispatch, notices: Sequence[Notice] = ()) -> bytes:
    """The document's bytes."""
    from docx import Document  # noqa: PLC0415  few ask for it

    made = _Paper(Document())
    made.about(dispatch)
    made.line(lines.marking(dispatch), bold=True)
    made.heading(dispatch.title, 0)
    for notice in notices:
        made.line(str(notice), bold=True)
    for line in lines.head(dispatch):
        made.line(line, italic=True)
    if not is_killed(notices):
        _tell(made, dispatch)
    return _fixed(made.bytes(), dispatch.at or NO_TIME)


def _tell(made: "_Paper", dispatch: Dispatch) -> None:
    labels = lines.labels(dispatch)
    for section in dispatch.sections:
        _section(made, dispatch, section, labels)
    if dispatch.exhibits:
        made.heading(lines.SOURCES, 1)
        for exhibit in dispatch.sources:
            _source(made, exhibit)
        made.heading(lines.EVIDENCE, 1)
        made.line(lines.ABOUT_EVIDENCE, italic=True)
        for exhibit in dispatch.exhibits:
            _exhibit(made, exhibit, labels[exhibit.number])


def _section(made: "_Paper", dispatch: Dispatch, section: DispatchSection, labels: Mapping[int, str]) -> None:
    made.heading(section.title, 1)
    if section.note:
        made.line(section.note, italic=True)
    for sentence in section.sentences:
        _sentence(made, dispatch, sentence, labels)


def _sentence(made: "_Paper", dispatch: Dispatch, sentence: DispatchSentence, labels: Mapping[int, str]) -> None:
    paragraph = made.paragraph("List Bullet", sentence.text)
    made.words(paragraph, sentence.text)
    if sentence.exhibits:
        cited = ", ".join(labels[number] for number in sentence.exhibits)
        paragraph.add_run(f" [{cited}]").font.superscript = True
    for flag in lines.marks(dispatch, sentence):
        paragraph.add_run(" ")
        made.words(paragraph, f"[{lines.mark(flag)}]", bold=True)


def _source(made: "_Paper", exhibit: Exhibit) -> None:
    outlet, title, day = lines.source(exhibit)
    paragraph = made.paragraph("Normal")
    made.words(paragraph, f"[{exhibit.source}] {outlet}: ")
    made.words(paragraph, title, italic=True)
    made.words(paragraph, f", {day}. ")
    made.link(paragraph, exhibit.address)


def _exhibit(made: "_Paper", exhibit: Exhibit, label: str) -> None:
    rtl = tongues.way(exhibit.words, exhibit.language) == "rtl"
    paragraph = made.paragraph("Normal")
    made.words(paragraph, f"[{label}] {exhibit.outlet}, {lines.place(exhibit)}; {lines.capture(exhibit)}")
    quoted = made.paragraph("Quote", rtl=rtl)
    made.words(quoted, exhibit.words)


class _Paper:
    """A document under way."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def about(self, dispatch: Dispatch) -> None:
        """Whom it says it is from, and when; nothing of whoever made the template."""
        own, at = self._document.core_properties, (dispatch.at or NO_TIME).replace(tzinfo=None)
        title, author = _printable(dispatch.title)[:_MOST], _printable(dispatch.author)[:_MOST]
        own.title, own.author, own.comments = title, author, lines.marking(dispatch)
        own.created = own.modified = own.last_printed = at
        own.last_modified_by, own.revision = author, dispatch.edition or 1

    def heading(self, words: str, level: int) -> None:
        """A heading; level 0 is the title."""
        style = f"Heading {level}" if level else "Title"
        self.words(self.paragraph(style, words), words)

    def line(self, words: str, *, bold: bool = False, italic: bool = False) -> None:
        """A paragraph of these words."""
        self.words(self.paragraph("Normal", words), words, bold=bold, italic=italic)

    def paragraph(self, style: str, words: str = "", *, rtl: bool | None = None) -> Any:
        """An empty paragraph, from right to left where these words are a sentence that runs so."""
        made = self._document.add_paragraph(style=style)
        if rtl if rtl is not None else tongues.framed(words) == "rtl":
            _mark(made._p.get_or_add_pPr(), "bidi")  # noqa: SLF001  python-docx has no way to it
        return made

    def words(self, paragraph: Any, words: str, *, bold: bool = False, italic: bool = False) -> None:
        """Words put in as runs, each of one direction; those from right to left are never slanted."""
        for piece, rtl in tongues.pieces(_printable(words)):
            run = paragraph.add_run(piece)
            run.bold, run.italic = bold or None, (italic and not rtl) or None
            if rtl:
                _set_right_to_left(run._r.get_or_add_rPr(), piece, bold=bold)  # noqa: SLF001  as above

    def link(self, paragraph: Any, address: str) -> None:
        """An address that can be followed, where it is one of the web."""
        from docx.oxml.ns import qn  # noqa: PLC0415  few ask for it

        run = paragraph.add_run(_printable(address))
        url = links.outside(address)
        if url:
            link = _element("hyperlink")
            link.set(qn("r:id"), paragraph.part.relate_to(_printable(url), _LINKED, is_external=True))
            run.font.underline = True
            link.append(run._r)  # noqa: SLF001  python-docx writes no links
            paragraph._p.append(link)  # noqa: SLF001  as above

    def bytes(self) -> bytes:
        """The document as python-docx writes it."""
        written = BytesIO()
        self._document.save(written)
        return written.getvalue()


def _set_right_to_left(properties: Any, words: str, *, bold: bool) -> None:
    """Let a run go from right to left, in the fonts of its language as far as its letters tell it."""
    from docx.oxml.ns import qn  # noqa: PLC0415  few ask for it

    if bold:
        _mark(properties, "bCs")
    _mark(properties, "rtl")
    spoken = tongues.looks(words)
    if spoken != tongues.UNKNOWN:
        language = _element("lang")
        language.set(qn("w:bidi"), spoken)
        properties.append(language)


def _mark(properties: Any, name: str) -> None:
    properties.append(_element(name))


def _element(name: str) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415  few ask for it

    return OxmlElement(f"w:{name}")


def _printable(words: str) -> str:
    """The words without what XML cannot hold."""
    return "".join(c for c in kept(words) if c in "\t\n\r" or c >= " ").replace("\ufffe", "").replace("\uffff", "")


def _fixed(written: bytes, at: datetime) -> bytes:
    """The same ZIP with all its entries of one time."""
    fixed, when = BytesIO(), at.astimezone(UTC).timetuple()[:6]
    with zipfile.ZipFile(BytesIO(written)) as given, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, given.read(name))
    return fixed.getvalue()
