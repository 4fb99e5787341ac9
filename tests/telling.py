"""Stories told by hand."""

from collections.abc import Iterable
from datetime import date

from reportedly.ledger import Ledger
from reportedly.records import Placing, Story, StoryArticle, page_id


def tell(ledger: Ledger, stories: Iterable[Story]) -> int:
    """Let the ledger hold these stories and no others; gives how many differ."""
    stories = list(stories)
    gone = [place for story in ledger.stories.all() for place in story.articles]
    for story in stories:
        ledger.placings.put(date.min, [_placing(story, place) for place in story.articles], None)
    told = [place for story in stories for place in story.articles]
    return ledger.stories.tell([page_id(place.url) for place in (*gone, *told)], stories)


def _placing(story: Story, place: StoryArticle) -> Placing:
    return Placing(page_id(place.url), place.url, place.article, None, page_id(story.articles[0].url))
