"""Words cited by an address on the desk: what an editor who adds a citation by hand copies from the article's page."""

import re
from typing import TYPE_CHECKING, Final

from reportedly.errors import BadInput, NotInLedger
from reportedly.records import Citation, heading
from reportedly.text import Span

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

_PASSAGE: Final = re.compile(r"(?:^|/articles/)(a[0-9a-f]{16})(?:#s-(\d{1,9})-(\d{1,9}))?$")


def at_address(ledger: "Ledger", address: str) -> Citation:
    """The words at ``/articles/{id}#s-{start}-{end}``, or of an article without a passage its headline.

    Raises ``BadInput`` for what is no such address, ``NotInLedger`` where no such words are filed.
    """
    match = _PASSAGE.search(address)
    if match is None:
        raise BadInput(f"{address!r} is no address of words on this desk: copy one that ends in #s-12-48")
    article = ledger.articles.get(match[1])
    if article is None:
        raise NotInLedger(f"there is no article {match[1]}")
    span = Span(int(match[2]), int(match[3])) if match[2] else heading(article)
    if not 0 <= span.start < span.end <= len(article.text):
        raise NotInLedger(f"article {match[1]} has no characters {span.start} to {span.end}")
    names = ledger.outlets.names()
    return Citation.of(article, span, names.get(article.outlet, article.outlet))
