"""All names of an article as entities, and which token belongs to which."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from reportedly.read.names.roles import Tie
from reportedly.read.names.sheet import Mention, Sheet
from reportedly.records import Entity, content_id

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Names:
    """The entities of one article in order of their first mention."""

    def __init__(self, sheet: Sheet, ties: list[Tie]) -> None:
        self.page, self.sheet, self.ties = sheet.page, sheet, ties
        self.mentions = sorted(sheet.mentions, key=lambda m: m.start)
        self._starts = [mention.start for mention in self.mentions]
        self._id = {mention.key: identity(mention) for mention in self.mentions}
        self._subjects: dict[int, list[Token]] = {}
        self.genders: dict[str, Literal["female", "male"] | None] = {}
        """What the words around an entity's names tell of its gender, by its id, where that was asked."""
        self.spoken_of: dict[str, Literal["female", "male"]] | None = None
        """The gender by which a pronoun spoke of an entity, by its id; None until a pronoun is asked about."""
        self.same: dict[str, list[Mention]] = {}
        """All mentions of an entity, by its id."""
        for mention in self.mentions:
            self.same.setdefault(self.id(mention), []).append(mention)
        self.entities = tuple(_entity(sheet, key, mentions) for key, mentions in self.same.items())
        self._by_id = {entity.id: entity for entity in self.entities}

    def at(self, token: Token) -> str | None:
        """The id of the entity whose mention covers the token."""
        owner = self.sheet.owner[token.i]
        return self.id(owner) if owner else None

    def id(self, mention: Mention) -> str:
        """The id of the entity that is mentioned."""
        return self._id[mention.key]

    def entity(self, key: str) -> Entity:
        """The entity with this id. Raises ``KeyError`` for an id of another article."""
        return self._by_id[key]

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin within tokens ``[start, end)``."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def back(self, word: Token, sentences: int) -> Iterator[tuple[list[Token], list[Mention]]]:
        """Sentence by sentence before ``word``, its own first: the subjects, the last first, and what is named."""
        sentence, end = word.sent, word.i
        for _ in range(sentences):
            yield [t for t in self._subjects_of(sentence) if t.i < end], self.between(sentence.start, end)
            if sentence.start == 0:
                return
            end = sentence.start
            sentence = self.page.doc[end - 1].sent

    def _subjects_of(self, sentence: Tokens) -> list[Token]:
        """The subjects that belong to the reading, kept, since many a pronoun asks for them."""
        if sentence.start not in self._subjects:
            subjects = [t for t in sentence if t.dep_ in SUBJECTS and not self.sheet.shut[t.i]]
            self._subjects[sentence.start] = subjects[::-1]
        return self._subjects[sentence.start]


def identity(mention: Mention) -> str:
    """The same for one entity over all articles: by GeoNames number where there is one, else by its usual name."""
    kind, _, rest = mention.key.partition(":")
    return content_id("e", kind, mention.geonames or rest)


def _entity(sheet: Sheet, key: str, group: list[Mention]) -> Entity:
    first = max(group, key=lambda m: (m.geonames is not None, m.precision != "none", not m.adjective, -m.start))
    place = first.place
    held = dict.fromkeys(role for mention in group for role in mention.roles)
    names = Counter(m.name for m in group)
    return Entity(
        id=key,
        kind=first.kind,
        name=first.name if first.name in names else names.most_common(1)[0][0],
        roles=tuple(held),
        geonames=first.geonames,
        country=next((m.country for m in group if m.country), None),
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=first.precision,
        mentions=tuple(m.words or sheet.span(m.start, m.end) for m in group),
    )
