"""The rule of a decision about stories, and how it is filed: by a story that stays and an article that leaves it."""

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from reportedly.errors import BadInput, NotInLedger
from reportedly.records import Judgement, Story, story_id

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

_ID: Final = re.compile(r"(?:^|/stories/)(s[0-9a-f]{16})(?=$|[/?#])")


def joining(ledger: "Ledger", judgement: Judgement) -> Judgement:
    """A ``merge`` as it is filed, by the ids of both. Raises ``NotInLedger``, and ``BadInput`` where they are one."""
    ours, theirs = _story(ledger, judgement.about), _story(ledger, judgement.value or "")
    if ours.id == theirs.id:
        raise BadInput(f"{ours.id} is one story already: name another that it is one with")
    return replace(judgement, about=ours.id, value=theirs.id)


def parting(ledger: "Ledger", judgement: Judgement) -> Judgement:
    """A ``split`` as it is filed: about the story of who stays, with the URL of who leaves with its copies.

    So when a story's first article leaves, the decision is about the story that the others make up. Raises
    ``NotInLedger`` for an unknown story, ``BadInput`` where the article is not in it or nobody would stay.
    """
    story = _story(ledger, judgement.about)
    name = judgement.value or "no article"
    url = _url(ledger, name)
    if url not in {place.url for place in story.articles}:
        raise BadInput(f"{story.id} has no article {name}, so there is nothing to part")
    staying = _others(story, url)
    if not staying:
        raise BadInput(
            f"{url} is the only article of {story.id}"
            if len(story.articles) == 1
            else f"all other articles of {story.id} repeat the text of {url} and go where it goes: name one of them"
        )
    return replace(judgement, about=story_id(staying[0]), value=url)


def story_of(ledger: "Ledger", name: str) -> str | None:
    """The id of the story that is meant by an id, its address on a web desk, or an article's address or id.

    An id that no story has any longer means the one in which the article now stands of whose URL it is made.
    """
    match = _ID.search(name.strip())
    if match is None:
        articles = [each.id for each in ledger.articles.revisions(_url(ledger, name.strip()))]
    elif ledger.stories.get(match[1]):
        return match[1]
    else:
        articles = list(ledger.placings.articles_named([match[1]]).values())
    return next((story for article in articles if (story := ledger.stories.of_article(article))), None)


def _story(ledger: "Ledger", name: str) -> Story:
    if not name.strip():
        raise BadInput("no story is named: choose one, or give its address")
    own = story_of(ledger, name)
    story = ledger.stories.get(own) if own else None
    if story is None:
        raise NotInLedger(
            f"{name} is no story of this desk: `reportedly stories` and the web desk show them, grouped "
            "anew as articles come in"
        )
    return story


def _url(ledger: "Ledger", name: str) -> str:
    article = ledger.articles.get(name)
    return article.url if article else ledger.pages.known_as(name)


def _others(story: Story, url: str) -> list[str]:
    """The URLs of all but this article and its copies, originators first."""
    gone, staying = {url}, []
    for place in story.articles:
        if place.url == url or place.copy_of in gone:
            gone.add(place.url)
        else:
            staying.append(place)
    return [place.url for place in sorted(staying, key=lambda place: place.copy_of is not None)]
