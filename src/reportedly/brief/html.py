"""A brief as HTML: a page that stands alone, or its inner part for the web desk. No scripts, nothing loaded."""

from collections.abc import Sequence
from html import escape
from typing import Final

from reportedly.account import links, wording
from reportedly.letters import tongues
from reportedly.records import Brief, BriefStory, Citation, Sentence

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d1b18; --quiet: #5c564d; --paper: #fbfaf7; --rule: #d9d4ca;
  --link: #0b4f7d; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8e1; --quiet: #aba59b; --paper: #171614; --rule: #3a3732; --link: #8cc4ee; }
}
body { margin: 2.5rem auto; max-width: 42rem; padding: 0 1.25rem; color: var(--ink); background: var(--paper);
  font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif; }
h1, h2, h3 { line-height: 1.25; } h3 { font-size: 1rem; margin-bottom: .3rem; }
section { border-top: 1px solid var(--rule); margin-top: 2.25rem; } ul { padding-left: 1.1rem; }
li { margin: .55rem 0; }
a { color: var(--link); } .cites, .quiet { color: var(--quiet); font-size: .875rem; }
"""


def render(brief: Brief) -> str:
    """The whole brief as one HTML document; its links to passages lead to the web desk that serves it."""
    title = escape(brief.title)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    return (
        f'<!doctype html>\n<html lang="en">\n<head>{head}<style>{STYLE}</style></head>\n'
        f"<body>\n<main>\n<h1>{title}</h1>\n{body(brief)}</main>\n</body>\n</html>\n"
    )


def body(brief: Brief) -> str:
    """All below the title, to stand inside another page."""
    as_of = f'<p class="quiet">As of {wording.day(brief.as_of)}.</p>\n' if brief.as_of else ""
    stories = "".join(_story(story) for story in brief.stories) or "<p>No stories in these days.</p>\n"
    more = wording.counted(brief.left_out, "more story", "more stories")
    left = f'<p class="quiet">{more} of these days not told here.</p>\n' if brief.left_out else ""
    changed = f"<section>\n{_list('Edited or taken down', brief.became, 'h2')}</section>\n" if brief.became else ""
    return as_of + stories + left + changed


def _story(story: BriefStory) -> str:
    sources = turned(wording.according_to(story.independent_sources, story.voices))
    link = f'<a href="/stories/{escape(story.story)}">{escape(story.headline)}</a>'
    parts = (
        _list("Reported", story.reported),
        _list("Expected", story.expected),
        _list("Background", story.background),
    )
    way = tongues.way(story.headline)
    return f'<section>\n<h2 dir="{way}">{link}</h2>\n<p class="quiet">{sources}</p>\n{"".join(parts)}</section>\n'


def _list(name: str, sentences: Sequence[Sentence], heading: str = "h3") -> str:
    items = "".join(f"<li>{_sentence(sentence)}</li>\n" for sentence in sentences)
    return f"<{heading}>{name}</{heading}>\n<ul>\n{items}</ul>\n" if items else ""


def _sentence(sentence: Sentence) -> str:
    cites = "; ".join(_citation(citation) for citation in sentence.citations)
    return f'{turned(sentence.text)} <span class="cites">[{cites}]</span>'


def turned(words: str) -> str:
    """English words with those from right to left set apart, so that they do not turn what stands around them."""
    return "".join(
        f'<bdi{_lang(piece)} dir="rtl">{escape(piece)}</bdi>' if rtl else escape(piece)
        for piece, rtl in tongues.pieces(words)
    )


def _lang(words: str) -> str:
    """The ``lang`` attribute by the letters of a few words; nothing where they do not say."""
    code = tongues.looks(words)
    return "" if code == tongues.UNKNOWN else f' lang="{code}"'


def _citation(citation: Citation) -> str:
    url = links.outside(citation.article_url)
    page = f'<a href="{escape(url)}" rel="noreferrer noopener">page</a>' if url else escape(citation.article_url)
    words = f'<a href="{escape(links.of(citation))}">{turned(citation.outlet)}, {wording.day(citation.published)}</a>'
    return f"{words} ({page})"
