"""A copy desk over an invented ledger, and drafts written by hand."""

from collections.abc import Sequence
from datetime import date

from reportedly.brief.copydesk import CopyDesk
from reportedly.clock import standing_at
from reportedly.ledger import Ledger
from reportedly.records import Citation, Draft, DraftSection, DraftSentence, HowPut, Story, StoryArticle
from reportedly.text import Span
from tests import newsroom
from tests.newsroom import VAREN, Written, claim, gist, written
from tests.telling import tell

HARBOURS = 14


def surely(sentences: Sequence[str]) -> list[HowPut]:
    """All put as certain, by somebody of their own first word: for tests in which it does not matter."""
    return [HowPut("certain", (sentence.split()[0],) if sentence.split() else ()) for sentence in sentences]


def copydesk(ledger: Ledger) -> CopyDesk:
    """The copy desk of the river desk, on its day."""
    return CopyDesk(ledger, "River Desk", standing_at(newsroom.TODAY), surely)


def cited(one: Written, words: str, outlet: str = "Varen News Agency") -> Citation:
    """A citation of these words of an article."""
    start = one.article.text.index(words)
    return Citation.of(one.article, Span(start, start + len(words)), outlet)


def draft(*texts: str, citation: Citation | None = None) -> Draft:
    """A draft of one section with these sentences, each with the citation, where there is one."""
    citations = (citation,) if citation else ()
    sentences = tuple(DraftSentence(f"l{n}", text, citations, text) for n, text in enumerate(texts, 2))
    return Draft("Ferries", (DraftSection("p1", "story", "The ferry", sentences),), None, len(texts) + 1)


def _harbour(n: int) -> Written:
    text = (
        f"Harbour {n} opens its quay\n\nThe quay of harbour {n} opened on Monday. "
        f"{n + 20} ships may call this week, Harbour master Ilo Vand{n} said. "
        f"The dredger {n} was sold to a yard, broker Ane Holt{n} said. "
        f"A crane would be hired for pier {n}, foreman Per Quist{n} said."
    )
    master, broker, foreman = f"Harbour master Ilo Vand{n}", f"broker Ane Holt{n}", f"foreman Per Quist{n}"
    statements = (
        claim(text, f"{n + 20} ships may call this week", "said", master, kind="named", certainty="possible"),
        claim(text, f"The dredger {n} was sold to a yard", "said", broker, kind="named"),
        claim(text, f"A crane would be hired for pier {n}", "said", foreman, kind="named", certainty="probable"),
    )
    return written(VAREN, f"harbour-{n}", text, date(2024, 6, 2), statements=statements)


def many_harbours(ledger: Ledger) -> list[Story]:
    """File fourteen stories of a harbour each; a brief of them has more than fifty sentences."""
    ledger.outlets.put((VAREN,))
    stories = []
    for n in range(HARBOURS):
        one = _harbour(n)
        ledger.articles.file(one.article)
        assert one.reading
        ledger.readings.file(one.reading, gist(one), ())
        url = one.article.url
        stories.append(Story(f"s{n:016x}", one.article.headline or "", (StoryArticle(one.id, url, None, url),), 1))
    tell(ledger, stories)
    return stories
