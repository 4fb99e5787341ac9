"""A story of some ferries, and pages that tell it whole or in part."""

import json

from reportedly.extract import page as html
from reportedly.records import Article, Capture, Outlet

HERALD = Outlet(id="herald", name="Tarnow Herald", home="http://herald.example/", languages=("en",))
URL = "http://herald.example/news/ferries-resume"
LEAD = "Ferries between Tarnow and Mirel resumed service on Monday after a week of storms, the harbour office said."
MORE = (
    "The first boat left at dawn with 240 passengers on board, according to Lena Oster, who speaks for the line.",
    "A second boat is expected to join it by the end of the month, once repairs to its engine are finished.",
)
WHOLE = (LEAD, *MORE * 8)  # some 330 words
CUT = "Traders in Mirel had waited for flour since the first of the storms, and on Monday evening the harbour..."
GATE = (
    "<div class='offer'><p>Subscribe to continue reading this story.</p><a href='/in'>Already a subscriber?</a></div>"
)
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/subscribe'>Subscribe</a></li></ul></nav>"
FOOTER = "<footer><p>Already a subscriber? Log in. All rights reserved.</p></footer>"


def linked(**entry: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **entry})}</script>'


NOT_FREE = linked(isAccessibleForFree=False)


def page(story: tuple[str, ...], head: str = "", behind: str = "") -> bytes:
    told = "".join(f"<p>{words}</p>" for words in story)
    return (
        f"<!DOCTYPE html><html><head><title>Ferries resume after storms</title>{head}</head><body>{MENU}"
        f"<main><article><h1>Ferries resume after storms</h1>{told}</article>{behind}</main>{FOOTER}</body></html>"
    ).encode()


def article(body: bytes, capture: Capture | None = None) -> Article:
    found = html.article(body, url=URL, outlet=HERALD, content_type="text/html", item=None, capture=capture)
    assert isinstance(found, Article), found
    return found
