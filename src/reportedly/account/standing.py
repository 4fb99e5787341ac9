"""Who stands behind a story's statements: named or not, and whether they speak for a state.

What the reading tells is all that counts: the kind of source, its words, the roles of the person. An anonymous source
stays one whatever else is known of it, and "an official of the ministry" is a person without a name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reportedly.account.attributions import PRONOUNS, Attribution
from reportedly.records import Entity

_OFFICE: Final = re.compile(
    r"^(?:the )?(?:king|queen)\b"
    r"|\b(?:minist(?:er|ry|ers|ries)|president(?:ial)?|prime minister|premier|chancellor|emir|sultan"
    r"|government|cabinet|authorit(?:y|ies)|officials?|police|army|military|navy|air force|armed forces|guards?"
    r"|soldiers?|troops|general(?! manager)|brigadier|colonel|commander|admiral|governor|mayor|senator|parliament"
    r"|lawmakers?|congress(?:man|woman)|member of parliament|court|judge|prosecutors?|embassy|ambassador|consul(?:ate)?"
    r"|envoy"
    r"|diplomats?|secretary of state|state department|foreign office|pentagon|white house|kremlin|commissioner"
    r"|customs|coast guard|civil defence|port authority|central bank|provincial council)\b",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"^(?:an?|one|two|three|four|five|several|some|many|another|other|both|senior|local|unnamed)\b", re.IGNORECASE
)
_ARTICLE: Final = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who says something in the story: the words used, whether by name or office, whether for a state."""

    words: str
    named: bool
    official: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """Who stands behind a story: officials, others by name, and those whom nobody names, each once."""

    officials: tuple[Source, ...]
    others: tuple[Source, ...]
    unnamed: tuple[Source, ...]


def behind(attributions: Iterable[Attribution]) -> Behind:
    """The sources in the order in which they first speak; media that pass on others' words are not among them.

    Words that only point back ("the ministry", after "the interior ministry") are nobody else.
    """
    found: dict[str, Source] = {}
    for attribution in attributions:
        source = source_of(attribution)
        if source is None or attribution.statement.source_kind in {"media", "outlet"}:
            continue
        if not _points_back(source, found.values()):
            found.setdefault(_identity(attribution, source), source)
    named = [source for source in found.values() if source.named]
    return Behind(
        tuple(source for source in named if source.official),
        tuple(source for source in named if not source.official),
        tuple(source for source in found.values() if not source.named),
    )


def source_of(attribution: Attribution) -> Source | None:
    """Who says it; None where the article names nobody in any words."""
    words = attribution.source
    if not words or words.casefold() in PRONOUNS:
        return None
    entity = _entity(attribution)
    anonymous = attribution.statement.source_kind == "anonymous" or (entity is None and _is_nobody(attribution))
    roles = " ".join((words, *entity.roles)) if entity and not anonymous else words
    of_state = entity is not None and entity.kind == "place"  # "Dovrania said" is its government
    return Source(words, not anonymous, of_state or bool(_OFFICE.search(roles)))


def _is_nobody(attribution: Attribution) -> bool:
    """Whether words without a name mean somebody of many: "two officials", "doctors"; not "the hospital", "police"."""
    loose = attribution.statement.source_kind == "unknown" and not _ARTICLE.match(attribution.source)
    return loose or _NOBODY.match(attribution.source) is not None


def _entity(attribution: Attribution) -> Entity | None:
    """The entity that speaks; a country or capital by its name, for the reading gives a place no voice."""
    entities = attribution.telling.reading.entities if attribution.telling.reading else ()
    own, words = attribution.statement.source_entity, attribution.source
    places = (entity for entity in entities if entity.kind == "place" and entity.name == words)
    return next((entity for entity in entities if entity.id == own), next(places, None))


def _points_back(source: Source, before: Iterable[Source]) -> bool:
    """Whether it is one noun with "the" that stood in the words of somebody before."""
    match = re.fullmatch(r"the (\w+)", source.words, re.IGNORECASE)
    return match is not None and any(
        re.search(rf"\b{match[1]}\b", other.words, re.IGNORECASE) and other.words != source.words for other in before
    )


def _identity(attribution: Attribution, source: Source) -> str:
    own = attribution.statement.source_entity
    return own if own and source.named else _ARTICLE.sub("", source.words).casefold()
