"""All names of an article as entities, and which token belongs to which."""

from bisect import bisect_left
from collections import Counter
from functools import cached_property

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
        self._owner = sheet.owner
        self._id = {m.key: _identity(m) for m in self.mentions}
        self._subjects: dict[int, list[Token]] = {}
        self._titles: dict[str, frozenset[str]] = {}
        self.entities: tuple[Entity, ...] = tuple(self._entities())

    def at(self, token: Token) -> str | None:
        """The id of the entity whose mention covers the token."""
        return self.at_index(token.i)

    def at_index(self, i: int) -> str | None:
        """The same by the token's place in the document."""
        owner = self._owner[i]
        return self._id[owner.key] if owner else None

    def of(self, tokens: Tokens) -> tuple[str, ...]:
        """The ids of the entities named within the words, in order, each once."""
        return tuple(dict.fromkeys(i for token in tokens if (i := self.at(token))))

    def entity(self, key: str) -> Entity:
        """The entity with this id. Raises ``KeyError`` for an id of another article."""
        return self._by_id[key]

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin within tokens ``[start, end)``."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def same(self) -> dict[str, list[Mention]]:
        """All mentions of one thing, by its key."""
        groups: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            groups.setdefault(mention.key, []).append(mention)
        return groups

    @cached_property
    def offices(self) -> dict[str, list[Tie]]:
        """The offices of a person, by the person's key."""
        groups: dict[str, list[Tie]] = {}
        for tie in self.ties:
            groups.setdefault(tie.person.key, []).append(tie)
        return groups

    def subjects(self, sentence: Tokens) -> list[Token]:
        """The subjects of a sentence that belong to the reading, the last first."""
        if sentence.start not in self._subjects:
            subjects = [t for t in sentence if t.dep_ in SUBJECTS and not self.sheet.shut[t.i]]
            self._subjects[sentence.start] = subjects[::-1]
        return self._subjects[sentence.start]

    def titles(self, key: str) -> frozenset[str]:
        """The words of a person's name and the one before it, over all mentions: what may tell a woman from a man."""
        if key not in self._titles:
            said = {self.sheet.bare(i) for m in self.same[key] for i in range(max(0, m.start - 1), m.end)}
            self._titles[key] = frozenset(said)
        return self._titles[key]

    def _entities(self) -> list[Entity]:
        groups: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            groups.setdefault(self._id[mention.key], []).append(mention)
        return [_entity(self.sheet, key, group) for key, group in groups.items()]


def _identity(mention: Mention) -> str:
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
