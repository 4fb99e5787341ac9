"""A dispatch as Markdown: no word of others can become markup, and each sentence ends in the labels of its evidence."""

from collections.abc import Iterator, Mapping, Sequence

from reportedly.account import links
from reportedly.brief.markdown import address, plain, turned
from reportedly.brief.printing import lines
from reportedly.brief.printing.notices import Notice, is_killed
from reportedly.letters import tongues
from reportedly.records import Dispatch, DispatchSection, DispatchSentence, Exhibit


def render(dispatch: Dispatch, notices: Sequence[Notice] = ()) -> bytes:
    """The whole dispatch, ending in a line break."""
    return ("\n\n".join(_parts(dispatch, notices)) + "\n").encode("utf-8", "replace")


def _parts(dispatch: Dispatch, notices: Sequence[Notice]) -> Iterator[str]:
    yield f"**{plain(lines.marking(dispatch))}**"
    yield f"# {turned(dispatch.title)}"
    yield from (f"> **{notice.word}:** {turned(notice.text)}" for notice in notices)
    yield "\n".join(f"*{turned(line)}*  " for line in lines.head(dispatch)).rstrip()
    if is_killed(notices):
        return
    labels = lines.labels(dispatch)
    for section in dispatch.sections:
        yield from _section(dispatch, section, labels)
    if dispatch.exhibits:
        yield f"## {lines.SOURCES}"
        yield "\n".join(_source(exhibit) for exhibit in dispatch.sources)
        yield f"## {lines.EVIDENCE}"
        yield lines.ABOUT_EVIDENCE
        yield "\n".join(_exhibit(exhibit, labels[exhibit.number]) for exhibit in dispatch.exhibits)
    yield f"**{plain(lines.marking(dispatch))}**"


def _section(dispatch: Dispatch, section: DispatchSection, labels: Mapping[int, str]) -> Iterator[str]:
    yield f"## {turned(section.title)}"
    if section.note:
        yield f"*{turned(section.note)}*"
    yield "\n".join(f"- {_sentence(dispatch, sentence, labels)}" for sentence in section.sentences)


def _sentence(dispatch: Dispatch, sentence: DispatchSentence, labels: Mapping[int, str]) -> str:
    cited = "".join(f" \\[{labels[number]}\\]" for number in sentence.exhibits)
    marks = "".join(f" **\\[{turned(lines.mark(flag))}\\]**" for flag in lines.marks(dispatch, sentence))
    return f"{turned(sentence.text)}{cited}{marks}"


def _source(exhibit: Exhibit) -> str:
    outlet, title, day = lines.source(exhibit)
    return f"- \\[{exhibit.source}\\] {turned(outlet)}: {turned(title)}. {day}. {_page(exhibit)}"


def _page(exhibit: Exhibit) -> str:
    url = links.outside(exhibit.address)
    return f"[{plain(exhibit.address)}]({address(url)})" if url else plain(exhibit.address)


def _exhibit(exhibit: Exhibit, label: str) -> str:
    words = f'<q dir="{tongues.way(exhibit.words, exhibit.language)}">{plain(exhibit.words)}</q>'
    return f"- \\[{label}\\] {words} ({plain(lines.place(exhibit))}; {plain(lines.capture(exhibit))})"
