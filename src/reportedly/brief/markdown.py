"""A brief as Markdown: quotations cannot become markup, and each sentence ends in its links."""

import re
from typing import Final

from reportedly.account import links, wording
from reportedly.letters import tongues
from reportedly.records import Brief, BriefStory, Citation, Sentence
from reportedly.text import squeezed

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>|~#&])")
_IN_LINK: Final = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", '"': "%22", "\\": "%5C"}


def render(brief: Brief) -> str:
    """The whole brief, ending in a line break."""
    parts = [f"# {plain(brief.title)}", *([f"As of {wording.day(brief.as_of)}."] if brief.as_of else [])]
    parts.extend(part for story in brief.stories for part in _story(story))
    if not brief.stories:
        parts.append("No stories in these days.")
    if brief.left_out:
        parts.append(f"*{wording.counted(brief.left_out, 'more story', 'more stories')} of these days not told here.*")
    if brief.became:
        parts.extend(["## Edited or taken down", "\n".join(f"- {_sentence(sentence)}" for sentence in brief.became)])
    return "\n\n".join(parts) + "\n"


def _story(story: BriefStory) -> list[str]:
    sources = wording.according_to(story.independent_sources, story.voices)
    parts = [f"## {plain(story.headline)}", f"*{turned(sources)}*"]
    named = (("Reported", story.reported), ("Expected", story.expected), ("Background", story.background))
    for name, sentences in named:
        if sentences:
            parts.extend([f"### {name}", "\n".join(f"- {_sentence(sentence)}" for sentence in sentences)])
    return parts


def _sentence(sentence: Sentence) -> str:
    return f"{turned(sentence.text)} {'; '.join(_citation(citation) for citation in sentence.citations)}"


def _citation(citation: Citation) -> str:
    url = links.outside(citation.article_url)
    page = f" ([page]({address(url)}))" if url else f" ({plain(citation.article_url)})"
    return f"[{turned(citation.outlet)}, {wording.day(citation.published)}]({address(links.of(citation))}){page}"


def turned(words: str) -> str:
    """The words made plain, with those written from right to left set apart, so that they do not turn the others."""
    return "".join(
        f'<bdi dir="rtl">{plain(piece)}</bdi>' if rtl else _kept(piece) for piece, rtl in tongues.pieces(words)
    )


def _kept(piece: str) -> str:
    """The piece made plain, with the spaces at its ends."""
    before, after = " " * piece[:1].isspace(), " " * piece[-1:].isspace()
    return f"{before}{plain(piece)}{after}" if piece.strip() else " "


def plain(words: str) -> str:
    """Words that stay words: one line, every character with a meaning in Markdown escaped."""
    return _MARKUP.sub(r"\\\1", squeezed(words))


def address(url: str) -> str:
    """The address as it may stand in the brackets of a link."""
    return "".join(_IN_LINK.get(c, c) for c in squeezed(url))
