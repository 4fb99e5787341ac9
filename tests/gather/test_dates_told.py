"""What a desk says of dates that nobody can mean: of the feed that announced them, and of the page."""

from typing import TYPE_CHECKING

from reportedly import pipeline
from reportedly.archive import Archive
from reportedly.session import Session
from tests.gather.herald import HERALD

if TYPE_CHECKING:
    from tests.gather.conftest import Watch
    from tests.loopback import Newsroom

STORY = "Ferries between Tarnow and Mirel resumed service on Monday after a week of storms, the harbour office said."
FEED = """<rss version="2.0"><channel><item><link>http://herald.example/rain</link>
<pubDate>Mon, 03 Jun 2099 10:00:00 GMT</pubDate></item></channel></rss>"""


def test_a_date_of_feed_and_page_stays_unknown_and_each_is_told(room: "Newsroom", watch: "Watch") -> None:
    watch.add(HERALD)
    meta = "<meta property='article:published_time' content='2098-06-03'>"
    story = "".join(f"<p>{STORY}</p>" for _ in range(5))
    room.pages["herald.example/rss"] = room.page(FEED)
    room.pages["herald.example/rain"] = room.page(
        f"<html><head>{meta}</head><body><article><h1>Ferries resume</h1>{story}</article></body></html>"
    )
    watch.after()
    with Archive(watch.desk.archive) as archive:
        pipeline.extract(Session(watch.desk, watch.ledger, archive))
    article = watch.ledger.articles.latest("http://herald.example/rain")
    assert article
    assert article.published is None
    said = [f"{outcome.url} {outcome.message}" for outcome in watch.ledger.outcomes.last(100)]
    (feed,) = (line for line in said if line.startswith("http://herald.example/rss"))
    assert "1 date stays unknown: 'Mon, 03 Jun 2099 10:00:00 GMT' is later than the day it was seen, 2024-06-03" in feed
    why = "filed, but the day it came out stays unknown: '2098-06-03' is later than the day it was seen, 2024-06-03"
    assert f"http://herald.example/rain {why}" in said
