"""The boxes around an article: related stories, cookie notices, menus, share bars. They are taken off the parsed page.

The archive keeps the page whole; this decides only what counts as the article's text. A box is told by what its
author called it (class, id, role), and only while it holds a small part of the page's words, since some sites give such
names to the element around everything.
"""

import re

from lxml.html import HtmlElement

TAGS = "div section aside ul ol p form dialog figure table span nav header footer"
# What authors call such boxes; a hyphen may be missing.
NAMES = """related recommend recommended recommendation recommendations also-read read-more read-also read-next
more-on more-from more-stories more-news most-read most-viewed most-popular popular trending you-may-like
you-may-also-like latest-news top-stories teaser teasers sidebar outbrain taboola
cookie cookies consent gdpr ccpa newsletter subscribe subscription sign-up paywall-notice paywall-banner popup modal
share sharing social addthis follow-us breadcrumb breadcrumbs menu navbar navigation toolbar pagination
ad ads advert adverts advertisement advertising sponsor sponsored promo promotion comment comments disqus respond
tag tags tag-list author-bio author-box author-info"""
_NAMED = re.compile(
    rf"(?:^|[\s_-])(?:{'|'.join(NAMES.replace('-', '-?').split())})(?:$|[\s_-])",
    re.IGNORECASE,
)
ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu"}
SMALL = 0.15  # of the characters in the page's paragraphs


def take_off(tree: HtmlElement) -> None:
    """Remove the boxes from ``tree``, keeping the text that follows each."""
    whole = _running(tree)
    for element in [candidate for candidate in tree.iter(*TAGS.split()) if is_named(candidate)]:
        if _running(element) <= SMALL * whole and element.find(".//h1") is None and element.getparent() is not None:
            element.drop_tree()


def _running(element: HtmlElement) -> int:
    """Characters of running text: paragraphs, not the links and scripts around them."""
    own = [element] if element.tag == "p" else []
    return sum(len(paragraph.text_content()) for paragraph in [*own, *element.iterdescendants("p")])


def is_named(element: HtmlElement) -> bool:
    """Whether an element's author calls it by the name of such a box."""
    if (element.get("role") or "").lower() in ROLES:
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_NAMED.search(named))
