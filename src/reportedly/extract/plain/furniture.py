"""Lines that belong to the page and not to the article: share and subscribe lines, pointers to other stories, scripts.

Only telltale forms count, each a whole line: a sentence of the article that happens to say "subscribe" stays.
"""

import re
from collections.abc import Sequence

from reportedly.extract.plain.dates import DAY
from reportedly.extract.plain.lines import Line
from reportedly.text import Span

OPENERS = (
    # pointers to other stories
    r"read (?:more|also|next|full|the full)",
    r"also (?:read|see|watch)",
    r"see also",
    r"more on this",
    r"related(?: (?:stories|news|articles|topics))?\s*:",
    r"(?:you may|you might) also (?:like|be interested)",
    r"recommended(?: stories)?\s*:?$",
    r"editor['’]s (?:pick|choice)",
    r"most (?:read|popular)",
    r"trending|top stories",
    r"listen to (?:this|the) article",
    r"(?:story|article) continues|continue reading",
    # following, sharing, subscribing
    r"follow (?:us|our|@|\w+ on (?:x|twitter|facebook|instagram|whatsapp|telegram))",
    r"(?:like|find) us on",
    r"join (?:us|our) (?:on|whatsapp|telegram|channel)",
    r"subscribe|sign up|download (?:the|our) app",
    r"share (?:this|on|via|the)",
    r"(?:share|tweet|print|email|whatsapp|facebook|copy link)$",
    r"(?:click|tap) here",
    r"join the (?:conversation|discussion)\b.{0,40}$|loading\W*$",
    r"leave a (?:comment|reply)|comments?(?: \(\d+\))?$",
    r"\d+ (?:shares|views|comments)$|\d+ min(?:ute)?s? read$",
    # the page around
    r"advertisement$|ads? by|sponsored",
    r"skip to|back to top|home\s*[>»/|]|breadcrumb|(?:menu|search|log ?in)$",
    r"copyright\b|©|all rights reserved",
    r"(?:tags?|topics|keywords?|categories)\s*:|filed under",
    r"cookies?\b.{0,60}\b(?:policy|settings|accept)",
    r"(?:header |featured? |cover )?(?:image|photo|picture|caption)s?(?: (?:credit|courtesy|by|from))?\s*:",
    r"getty images$|file photo|—\s*(?:photo|image|screengrab)\b",
    r"published in [A-Z].{0,60}\d{4}$|first published",
    r"this (?:story|article|news) (?:was|has been) (?:originally|first|auto)",
    r"window\.\w+|\(?\w*adsbygoogle|googletag|var \w+ ?=|<!--|<script",
)
OPENER = re.compile("|".join(f"(?:{opener})" for opener in OPENERS), re.IGNORECASE)
LAST_LINE = re.compile(
    rf"(?:published|updated|posted|last updated)\b.{{0,60}}(?:{DAY}|\d{{4}})(?:.{{0,20}}\d\d?:\d\d.*)?", re.IGNORECASE
)
LONGEST = 240
INITIALS = re.compile(r"(?<=\s)[A-Z]{2,3}(?:/[A-Z]{2,4}){1,2}\s*$")
DEBRIS = re.compile(
    r"\(?(?:window\.)?\(?adsbygoogle\s*=.{0,120}?\}\s*\)\s*;?|<script\b.{0,4000}?</script>|googletag\.cmd\.push\(.{0,400}?\}\s*\)\s*;",
    re.IGNORECASE | re.DOTALL,
)
TAIL = 80


def is_furniture(words: str) -> bool:
    """Whether a line, given as tidy words, is one of the page's own."""
    if len(words) > LONGEST:
        return False
    return bool(OPENER.match(words) or LAST_LINE.fullmatch(words))


def closing(text: str, rows: Sequence[Line]) -> list[Span]:
    """The spans of editors' initials after the last words ("NA/PA"), none or one."""
    if not rows:
        return []
    end = rows[-1].span.end
    first = max(0, end - TAIL)
    match = INITIALS.search(text[first:end])
    return [Span(first + match.start(), first + match.start() + len(match.group().rstrip()))] if match else []


def debris(text: str) -> list[Span]:
    """The spans of scripts that a page left in its text."""
    if "adsbygoogle" not in text and "<script" not in text and "googletag" not in text:
        return []
    return [Span(*match.span()) for match in DEBRIS.finditer(text)]
