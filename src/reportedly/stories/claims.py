"""Statements that several articles of a story carry: the same source, like words, the same side of yes and no.

Who says a thing is one originator, however many print it; what is counted here is how many heard it for themselves. An
article that has it through another outlet or an agency adds no report to theirs.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reportedly.likeness import telling
from reportedly.records import Fold, Gist, Said, StoryClaim, end_of
from reportedly.stories.hearsay import UNNAMED
from reportedly.stories.media import Outlets

ALIKE: Final = 0.5  # of the telling words of the shorter one
SHARED: Final = 3  # telling words in common at least
ARTICLES: Final = 400  # whose statements are compared, the first of the story; the giants among stories are live blogs
NEAR: Final = 24  # claims of one source with which a statement is compared, the last ones
CLAIMS: Final = 200  # kept of a story
STATEMENTS: Final = 200  # kept of a claim


@dataclass(frozen=True, slots=True)
class _Heard:
    """A statement in its article: ``who`` are the telling words of a named source, ``media`` whom it came through."""

    gist: Gist
    said: Said
    own: str | None
    who: str
    words: frozenset[str]
    media: Mapping[str, str]

    @property
    def itself(self) -> bool:
        """Whether the outlet heard it and has it through nobody else."""
        return not self.media and UNNAMED not in self.said.through


def claims(gists: Sequence[Gist], folded: Sequence[Fold]) -> tuple[StoryClaim, ...]:
    """The statements that more than one article carries; ``gists`` stand in order of rank, copies are passed over."""
    outlets = Outlets(gists)
    copies = {fold.url for fold in folded if fold.reason == "copy"}
    own = [gist for gist in gists if gist.url not in copies][:ARTICLES]
    heard = (_heard(gist, said, outlets) for gist in own for said in gist.said)
    several = [one for one in _joined(heard) if len({part.gist.url for part in one}) > 1]
    first = {outlets.medium(gist.outlet): gist.url for gist in reversed(own)}
    into = {fold.url: fold.into for fold in folded}
    return tuple(_claim(one, first, into) for one in several[:CLAIMS])


def _heard(gist: Gist, said: Said, outlets: Outlets) -> _Heard:
    own = outlets.medium(gist.outlet)
    named = bool(said.source) and said.source_kind != "anonymous"
    media = {medium: name for name in said.through if (medium := outlets.medium(name)) and medium != own}
    who = " ".join(sorted(telling(said.source))) or said.source
    return _Heard(gist, said, own, who if named else "", frozenset(said.words), media)


def _joined(heard: Iterable[_Heard]) -> list[list[_Heard]]:
    """The statements with those like them, each kind in the order in which its first was met."""
    known = list[list[_Heard]]()
    near = defaultdict[str, deque[list[_Heard]]](lambda: deque(maxlen=NEAR))
    for one in heard:
        keys = list(_keys(one))
        claim = next((claim for key in keys for claim in near[key] if _same(claim[0], one)), None)
        if claim is None:
            claim = []
            known.append(claim)
        claim.append(one)
        for key in keys:
            if not any(claim is other for other in near[key]):
                near[key].append(claim)
    return known


def _keys(one: _Heard) -> Iterator[str]:
    """By what a statement is found again: who says it, the outlet that prints it, the media it came through."""
    if one.who:
        yield f"who {one.who}"
    yield f"in {one.own}"
    yield from (f"in {medium}" for medium in one.media)


def _same(one: _Heard, other: _Heard) -> bool:
    shared = len(one.words & other.words)
    alike = shared >= SHARED and shared >= ALIKE * min(len(one.words), len(other.words))
    return alike and one.said.polarity == other.said.polarity and _of_one_source(one, other)


def _of_one_source(one: _Heard, other: _Heard) -> bool:
    """Named alike; or one has it from the other's outlet; or both have it from one medium and not of two named people.

    An office without a name is the same only in the outlets of one country: each country has its foreign ministry.
    """
    if one.own in other.media or other.own in one.media:
        return True
    if one.who and other.who:
        known = one.said.source_kind == other.said.source_kind == "named"
        return one.who == other.who and (known or _of_one_country(one.gist, other.gist))
    return not one.media.keys().isdisjoint(other.media)


def _of_one_country(one: Gist, other: Gist) -> bool:
    return one.outlet == other.outlet or (one.country is not None and one.country == other.country)


def _claim(carried: Sequence[_Heard], first: Mapping[str | None, str], into: Mapping[str, str]) -> StoryClaim:
    voices, media = dict[str, None](), dict[str, str]()
    for one in carried:
        if one.itself:
            voices[end_of(one.gist.url, into)] = None
        for medium, name in list(one.media.items())[-1:]:
            if medium in first:
                voices[end_of(first[medium], into)] = None
            else:
                media.setdefault(medium, name)
    return StoryClaim(tuple(one.said.statement for one in carried[:STATEMENTS]), tuple(voices), tuple(media.values()))
