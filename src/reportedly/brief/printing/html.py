"""A dispatch as HTML: a page that stands alone, or its inner part for the web desk. No scripts, nothing loaded."""

from collections.abc import Mapping, Sequence
from html import escape

from reportedly.account import links
from reportedly.brief.html import turned
from reportedly.brief.printing import lines
from reportedly.brief.printing.notices import Notice, is_killed
from reportedly.brief.printing.style import STYLE
from reportedly.letters import tongues
from reportedly.records import Dispatch, DispatchSection, DispatchSentence, Exhibit


def render(dispatch: Dispatch, notices: Sequence[Notice] = ()) -> bytes:
    """The whole dispatch as one HTML document that prints as it should."""
    return document(dispatch, notices).encode("utf-8", "replace")


def document(dispatch: Dispatch, notices: Sequence[Notice] = ()) -> str:
    """The same as text."""
    title = escape(dispatch.title)
    created = f'<meta name="dcterms.created" content="{dispatch.at:%Y-%m-%dT%H:%M:%SZ}">' if dispatch.at else ""
    author = f'<meta name="author" content="{escape(dispatch.author)}">' if dispatch.author else ""
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width">{author}{created}'
    return (
        f'<!doctype html>\n<html lang="en">\n<head>{head}<title>{title}</title><style>{STYLE}</style></head>\n'
        f'<body>\n<main class="dispatch">\n{_top(dispatch)}{body(dispatch, notices)}</main>\n</body>\n</html>\n'
    )


def _top(dispatch: Dispatch) -> str:
    desk = f'<p class="desk">{escape(dispatch.desk)}</p>\n'
    return f'{_marking(dispatch)}{desk}<h1 dir="{tongues.way(dispatch.title)}">{escape(dispatch.title)}</h1>\n'


def _marking(dispatch: Dispatch) -> str:
    name = lines.marking(dispatch)
    kind = name.removeprefix("TLP:").partition("+")[0].lower()
    return f'<p class="marking is-{kind}"><span>{escape(name)}</span></p>\n'


def body(dispatch: Dispatch, notices: Sequence[Notice] = (), *, at_desk: bool = False) -> str:
    """All below the title, to stand inside another page; ``at_desk`` the evidence leads to the words on the desk.

    Of a brief that was withdrawn a reader gets the notice alone; the desk itself keeps what it said.
    """
    head = "".join(f'<p class="quiet"><bdi>{escape(line)}</bdi></p>\n' for line in lines.head(dispatch))
    told = "".join(map(_notice, notices))
    if is_killed(notices) and not at_desk:
        return f"{told}{head}"
    labels = lines.labels(dispatch)
    sections = "".join(_section(dispatch, section, labels) for section in dispatch.sections)
    return f"{told}{head}{sections}{_annex(dispatch, labels, at_desk=at_desk)}"


def _notice(notice: Notice) -> str:
    text = f"<strong>{notice.word}</strong> <bdi>{escape(notice.text)}</bdi>"
    return f'<p class="notice is-{notice.word.lower()}" role="note">{text}</p>\n'


def _section(dispatch: Dispatch, section: DispatchSection, labels: Mapping[int, str]) -> str:
    note = f'<p class="quiet"><bdi>{escape(section.note)}</bdi></p>\n' if section.note else ""
    items = "".join(f"<li>{_sentence(dispatch, one, labels)}</li>\n" for one in section.sentences)
    head = f'<h2 dir="{tongues.way(section.title)}">{escape(section.title)}</h2>'
    return f"<section>\n{head}\n{note}<ul>\n{items}</ul>\n</section>\n"


def _sentence(dispatch: Dispatch, sentence: DispatchSentence, labels: Mapping[int, str]) -> str:
    marks = "".join(
        f' <span class="flag is-{flag.kind}"><bdi>{escape(lines.mark(flag))}</bdi></span>'
        for flag in lines.marks(dispatch, sentence)
    )
    return f"{turned(sentence.text)}{cited(sentence.exhibits, labels)}{marks}"


def cited(exhibits: Sequence[int], labels: Mapping[int, str]) -> str:
    """The labels of what a sentence rests on, each leading to its evidence."""
    each = ", ".join(f'<a href="#e{number}">{labels[number]}</a>' for number in exhibits)
    return f' <span class="cites">[{each}]</span>' if each else ""


# -- sources and evidence ---------------------------------------------------------------------------------------------


def _annex(dispatch: Dispatch, labels: Mapping[int, str], *, at_desk: bool) -> str:
    if not dispatch.exhibits:
        return ""
    sources = "".join(map(_source, dispatch.sources))
    exhibits = "".join(_exhibit(one, labels[one.number], at_desk=at_desk) for one in dispatch.exhibits)
    return (
        f'<section class="sources">\n<h2>{lines.SOURCES}</h2>\n<ol>\n{sources}</ol>\n</section>\n'
        f'<section class="evidence-of">\n<h2>{lines.EVIDENCE}</h2>\n<p class="quiet">{lines.ABOUT_EVIDENCE}</p>\n'
        f"<dl>\n{exhibits}</dl>\n</section>\n"
    )


def _source(exhibit: Exhibit) -> str:
    outlet, title, day = lines.source(exhibit)
    way = tongues.way(title, exhibit.language)
    named = f'<bdi>{escape(outlet)}</bdi>: <cite lang="{_tag(exhibit)}" dir="{way}">{escape(title)}</cite>'
    return f'<li value="{exhibit.source}">{named}, {day}. {_page(exhibit)}</li>\n'


def _page(exhibit: Exhibit) -> str:
    url = links.outside(exhibit.address)
    shown = f'<span class="address">{escape(exhibit.address)}</span>'
    return f'<a href="{escape(url)}" rel="noreferrer noopener">{shown}</a>' if url else shown


def _exhibit(exhibit: Exhibit, label: str, *, at_desk: bool) -> str:
    way = tongues.way(exhibit.words, exhibit.language)
    words = f'<q lang="{_tag(exhibit)}" dir="{way}">{escape(exhibit.words)}</q>'
    if at_desk:
        words = f'<a href="{escape(links.passage(exhibit.article, exhibit.span))}">{words}</a>'
    about = f'{escape(lines.place(exhibit))}; <span class="hash">{escape(lines.capture(exhibit))}</span>'
    return f'<div><dt id="e{exhibit.number}">{label}</dt><dd>{words} <span class="quiet">{about}</span></dd></div>\n'


def _tag(exhibit: Exhibit) -> str:
    """The ``lang`` attribute; empty, as HTML wants it, where the language is not known."""
    return "" if exhibit.language == "und" else escape(exhibit.language)
