"""What one says and another denies: statements in like words of different sources, of which one is a denial."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from reportedly.likeness import stem
from reportedly.records import Disagreement, Gist, Said, Told

MOST: Final = 4  # denials of a story
DENIED: Final = 40  # denials of a story that are looked at, the first
# Telling stems that claim and denial have in common: of the denials that two desks file, those with 3 were chance. A
# plain "is not so" is no denial here: in nearly the same words it answered a claim once in seven cases.
SHARED: Final = 4
SHARE: Final = 0.5  # of the shorter of the two
# Denied is a claim, a charge, a wish to comment: such words say not what about.
_EMPTY: Final = frozenset(
    map(
        stem,
        (
            *("request", "requests", "comment", "comments", "claim", "claims", "allegation", "allegations", "report"),
            *("reports", "charge", "charges", "accusation", "accusations", "statement", "question", "questions"),
            *("notion", "idea", "respond", "immediately", "any", "offer", "information"),
        ),
    )
)


class _Spoken(NamedTuple):
    """A statement with the place of its article in the story, and the stems that tell what about."""

    place: int
    gist: Gist
    said: Said
    words: frozenset[str]


def denials(gists: Sequence[Gist]) -> list[Disagreement]:
    """Denials among these articles, each with the first claim in like words; ``gists`` stand in order of rank."""
    spoken = [_Spoken(place, gist, said, _telling(said)) for place, gist in enumerate(gists) for said in gist.said]
    denied = [one for one in spoken if len(one.words) >= SHARED and _is_denial(one.said)][:DENIED]
    found: list[tuple[_Spoken, _Spoken]] = []
    for denial in denied:
        claim = next((one for one in spoken if _is_claim(one, denial)), None)
        if claim and not any(_like(denial, other) or claim is heard for other, heard in found):
            found.append((denial, claim))
    return [_disagreement(*pair) for pair in found[:MOST]]


def _telling(said: Said) -> frozenset[str]:
    return frozenset(word for word in said.words if not word.isdigit()) - _EMPTY


def _is_denial(said: Said) -> bool:
    return said.denies and not said.negated


def _is_claim(one: _Spoken, denial: _Spoken) -> bool:
    """Whether somebody else says what is denied."""
    said, same = one.said, one.said.source and one.said.source == denial.said.source
    return said.polarity == "affirmed" and not said.negated and not same and _like(one, denial)


def _like(one: _Spoken, other: _Spoken) -> bool:
    shared = len(one.words & other.words)
    return shared >= SHARED and shared >= SHARE * min(len(one.words), len(other.words))


def _disagreement(denial: _Spoken, claim: _Spoken) -> Disagreement:
    both = sorted((denial, claim), key=lambda one: (one.place, one.said.span))
    return Disagreement("denial", " ".join(_thing(denial.said, claim.said)), tuple(map(_told, both)))


def _thing(denial: Said, claim: Said) -> list[str]:
    return [word for word in denial.words if word in claim.words][:6]


def _told(one: _Spoken) -> Told:
    value = "denied" if one.said.denies else "said"
    return Told(article=one.gist.article, url=one.gist.url, span=one.said.span, value=value, day=one.gist.published)
