"""Where a story takes place: what happened or lies ahead there, in its own articles."""

from reportedly.account.telling import Telling
from reportedly.account.whereabouts import whereabouts
from reportedly.records import StoryArticle
from tests import newsroom


def telling(*, copy: bool = False) -> Telling:
    original = newsroom.ORIGINAL
    url = original.article.url
    place = StoryArticle(original.article.id, url, url if copy else None, url)
    return Telling(place, original.article, original.reading, "Varen News Agency")


def test_a_place_is_told_with_its_events_and_a_copy_adds_none() -> None:
    (bridge,) = whereabouts([telling(), telling(copy=True)])
    assert (bridge.id, bridge.name, bridge.events, bridge.articles) == (newsroom.BRIDGE, "Teral Bridge", 1, 1)


def test_what_tells_of_no_place_is_nowhere() -> None:
    assert whereabouts([]) == []
