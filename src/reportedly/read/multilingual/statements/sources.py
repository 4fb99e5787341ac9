"""What kind of source stands behind a claim, by the words of its language for media, papers, offices and nobody.

Where the head of the words stands decides which counts first: the spokesman of the ministry is an office, the ministry
of the spokesman is none. A pronoun, or no word at all, means who spoke last.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportedly import languages
from reportedly.read.multilingual.keys import key
from reportedly.read.multilingual.sheet import Sheet, Word
from reportedly.read.multilingual.statements import tables, unnamed
from reportedly.read.multilingual.statements.said import Said
from reportedly.read.multilingual.statements.tables import Tables
from reportedly.records import Entity, SourceKind
from reportedly.text import Span

LISTS: Final[tuple[SourceKind, ...]] = ("anonymous", "media", "document", "role")
NEAR: Final = {"anonymous": 3, "media": 4, "document": 3, "role": 2}
"""How many words from the head a word of that list may stand to tell the kind; farther on it is part of a name."""


@dataclass(frozen=True)
class Speaker:
    """Who stands behind a claim: the kind, and the entity where its name is known."""

    kind: SourceKind = "unknown"
    entity: str | None = None


class Speakers:
    """Who spoke last, as the statements of a text are gone through in their order; ``entities`` are its names."""

    def __init__(self, sheet: Sheet, entities: Sequence[Entity] = ()) -> None:
        self._sheet = sheet
        self._tables = tables.of(sheet.language)
        self._mentions = sorted(
            ((*span, one) for one in entities for span in one.mentions), key=lambda found: found[:2]
        )
        self._asked = unnamed.find(sheet)
        self.last = Speaker()

    def of(self, said: Said) -> Speaker:
        """Who stands behind a statement; it is remembered for who comes next."""
        if said.kind.shape == "hearsay":
            return Speaker()
        words = [word for span in said.source for word in self._sheet.words_in(span)]
        if not words:
            return self.last if self._tables.drops_subject else Speaker()
        if self._is_pronoun(words):
            return self.last
        found = self._named(said, _kind(self._tables, words))
        if found.entity is None and unnamed.is_of(self._asked, said.source):
            found = Speaker("anonymous")
        if found.kind != "document":
            self.last = found
        return found

    def _named(self, said: Said, kind: SourceKind) -> Speaker:
        """By the names in its words: a person's makes of an office somebody named."""
        inside = [
            (Span(start, end), one)
            for start, end, one in self._mentions
            if any(s.start < end and start < s.end for s in said.source)
        ]
        person = next((one for _, one in inside if one.kind == "person"), None)
        if person is not None and kind in {"role", "named"}:
            return Speaker("named", person.id)
        body = next((one for span, one in inside if self._speaks(span, one, kind)), None)
        return Speaker(kind, body.id if body is not None and kind in {"named", "media"} else None)

    def _speaks(self, span: Span, named: Entity, kind: SourceKind) -> bool:
        """Whether a name in the words may be who speaks: no place stands for a paper, nor the nation for “Lebanese”."""
        if named.kind != "place":
            return named.kind in {"organisation", "group"}
        adjectives = _adjectives(self._sheet.language)
        return kind != "media" and all(adjectives.isdisjoint(word.keys) for word in self._sheet.words_in(span))

    def _is_pronoun(self, words: Sequence[Word]) -> bool:
        return all(self._tables.has("pronouns", (word.key,)) for word in words)


@cache
def _adjectives(language: str) -> frozenset[str]:
    """The adjectives of nations in a language, by their keys."""
    nations = languages.table(language, "nations")["adjectives"].values()
    return frozenset(key(spelling) for spellings in nations for spelling in spellings)


def _are_of_media(known: Tables, words: Sequence[Word]) -> bool:
    """Whether a paper's report is told of, which is the paper's."""
    return any(known.has("media", word.keys) for word in words)


def _kind(known: Tables, words: Sequence[Word]) -> SourceKind:
    ordered = list(reversed(words)) if known.heads_last else list(words)
    for i, word in enumerate(ordered):
        for kind in LISTS:
            if i < NEAR[kind] and known.has(kind, word.keys):
                return kind if kind != "document" or not _are_of_media(known, words) else "media"
    return "named"
