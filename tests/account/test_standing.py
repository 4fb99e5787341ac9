"""Who stands behind a story: officials, others by name, and those whom nobody names."""

from collections.abc import Iterator

import pytest

from reportedly.account.attributions import Attribution, attributions
from reportedly.account.standing import behind, source_of
from reportedly.account.telling import Telling
from reportedly.records import SourceKind, StoryArticle
from tests.newsroom import ORIGINAL, REPLY, VAREN, claim, written


def told(*articles: Telling) -> Iterator[Attribution]:
    for one in articles:
        yield from attributions(one)


def saying(source: str, kind: SourceKind) -> Attribution:
    text = f"Bridge shut\n\n{source} said the bridge was shut."
    one = written(
        VAREN, "bridge", text, None, statements=(claim(text, "the bridge was shut", "said", source, kind=kind),)
    )
    (found,) = told(
        Telling(StoryArticle(one.id, one.article.url, None, one.article.url), one.article, one.reading, "V")
    )
    return found


def test_officials_others_and_the_unnamed_stand_apart() -> None:
    places = ((one, StoryArticle(one.id, one.article.url, None, one.article.url)) for one in (ORIGINAL, REPLY))
    found = behind(told(*(Telling(place, one.article, one.reading, "V") for one, place in places)))
    assert [source.words for source in found.officials][:2] == [
        "the governor of Teral, Mara Dovic",
        "Army spokesman Ivo Marsh",
    ]
    assert [source.words for source in found.unnamed] == ["An official who asked not to be named", "a railway worker"]
    assert "Local radio" not in {source.words for source in (*found.officials, *found.others, *found.unnamed)}


@pytest.mark.parametrize(
    ("source", "kind", "named", "official"),
    [
        ("The interior ministry", "role", True, True),
        ("An official of the ministry", "role", False, True),
        ("Two officials", "role", False, True),
        ("Residents", "anonymous", False, False),
        ("Doctors", "unknown", False, False),
        ("King Orvin", "named", True, True),
        ("Nora King", "named", True, False),
        ("The general manager of the yard", "role", True, False),
        ("The hospital", "unknown", True, False),
        ("Ivo Marsh", "named", True, False),
        ("The union", "role", True, False),
    ],
)
def test_an_office_is_named_and_its_nameless_official_is_not(
    source: str, kind: SourceKind, *, named: bool, official: bool
) -> None:
    found = source_of(saying(source, kind))
    assert found is not None
    assert (found.named, found.official) == (named, official)
