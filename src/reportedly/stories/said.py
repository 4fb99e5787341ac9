"""The statements of an article, as relating sees them."""

import re
from typing import Final

from reportedly.likeness import telling
from reportedly.records import Gist, Reading, Said, Statement
from reportedly.stories.hearsay import through
from reportedly.text import Span, joined

MOST: Final = 40  # statements kept of an article, the first; of 944 whole articles of two outlets 3 in 100 have more
WORDS: Final = 40  # telling stems kept of one, the first: a speech printed whole is told by how it begins
_LENGTH: Final = 2_000  # characters of a content that are looked at for them
_PRONOUNS: Final = frozenset(
    ("i", "we", "you", "he", "she", "it", "they", "him", "her", "them", "who", "this", "that", "these", "those")
)
_DENYING: Final = re.compile(r"\b(?:den(?:y|ies|ied|ying)|(?:reject|refut|debunk|dismiss|rubbish)(?:s|es|ed|ing)?)\b")
# What is called untrue: a claim, or that something is so. Who denies bail or rejects an order denies nothing.
_UNTRUE: Final = re.compile(
    r"\b(?:claim|report|allegation|accusation|assertion|suggest|rumou?r|notion|perception|impression|poll)"
    r"|\b(?:that|having|being|responsibility|involvement|any (?:role|part|link|plan|knowledge))\b"
)
_NOT: Final = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|without|cannot|false|baseless)\b|n[’']t\b")
# "May" is a month, "might" a power of armies, "could" after "said" is no more than "can". An alleged culprit is one in
# all reports until the verdict: that word says nothing of the statement.
_HEDGES: Final = re.compile(
    r"\b(?:may|(?<!the )might(?! of)|perhaps|maybe|likely|(?:[Rr]eported|[Aa]lleged|[Pp]urported|[Ss]upposed)ly"
    r"|(?:[Aa]pparent|[Ss]eeming|[Pp]resumab|[Pp]ossib|[Pp]robab)ly|probable|suspected|believed|feared|expected"
    r"|anticipated|predicted|[Uu]nconfirmed|suggest(?:s|ed)?|(?:appear|seem)(?:s|ed)?)\b"
)
_LEADING: Final = re.compile(r"^[\W_]*(?:(?:the|an?)\s+)?")


def said(reading: Reading) -> tuple[Said, ...]:
    """What the article says that others said, in the order of the text."""
    ordered = sorted(reading.statements, key=lambda statement: (statement.envelope, statement.id))
    media = through(reading)
    return tuple(_said(statement, reading.article.text, media[statement.id]) for statement in ordered[:MOST])


def around(gist: Gist, span: Span) -> Said | None:
    """The innermost statement of an article that a span stands in."""
    holding = [one for one in gist.said if one.span.holds(span)]
    return min(holding, key=lambda one: one.span.end - one.span.start, default=None)


def _said(statement: Statement, text: str, media: tuple[str, ...]) -> Said:
    content = joined((Span(span.start, min(span.end, span.start + _LENGTH)) for span in statement.content), text)
    cue, lowered = joined(statement.cue, text).casefold(), content.casefold()
    return Said(
        statement=statement.id,
        span=statement.envelope,
        source=_source(statement, text),
        source_kind=statement.source_kind,
        certainty=statement.certainty,
        polarity=statement.polarity,
        words=telling(content)[:WORDS],
        through=media,
        denies=statement.polarity == "denied"
        and bool(_DENYING.search(cue) and _UNTRUE.search(_after(statement, text))),
        negated=bool(_NOT.search(lowered) or _DENYING.search(lowered)),
        hedges=_hedges(statement.envelope.of(text)[:_LENGTH]),
    )


def _hedges(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.casefold() for found in _HEDGES.findall(words)))


def _after(statement: Statement, text: str) -> str:
    """The words from the cue to the end of the content."""
    start, end = min(statement.cue).end, max(statement.content).end
    return text[start : min(end, start + _LENGTH)].casefold()


def _source(statement: Statement, text: str) -> str:
    """The entity where one is named; an anonymous source keeps its words, and a pronoun alone names nobody."""
    if statement.source_entity and statement.source_kind != "anonymous":
        return statement.source_entity
    words = _LEADING.sub("", joined(statement.source, text).casefold())
    return "" if words in _PRONOUNS else words
