"""An outlet that announces its articles in a feed."""

from reportedly.records import Outlet

HERALD = Outlet(id="herald", name="Herald", home="http://herald.example/", feeds=("http://herald.example/rss",))


def rss(*paths: str, day: str = "Mon, 03 Jun 2024 08:00:00 GMT") -> str:
    """The feed that announces these pages of the outlet."""
    items = "".join(
        f"<item><title>{path}</title><link>http://herald.example/{path}</link><pubDate>{day}</pubDate></item>"
        for path in paths
    )
    return f'<rss version="2.0"><channel><title>Herald</title>{items}</channel></rss>'
