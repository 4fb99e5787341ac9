"""What a story leads one to expect, by when, and what has become of it so far.

Silence means that the window is over and nothing was heard; it is never called a broken promise.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.account import wording
from reportedly.account.expectations import standing_on
from reportedly.account.telling import Telling
from reportedly.records import Article, ArticleHead, Citation, Evidence, FollowUp, Sentence

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

MOST: Final = 4


def expected(
    ledger: "Ledger", stories: Sequence[Sequence[Telling]], names: Mapping[str, str], today: date
) -> list[tuple[Sentence, ...]]:
    """For each story's articles the expectations that rest on them, the most pressing first, as of ``today``."""
    standing = standing_on(ledger, stories, today)
    shown = [[followup for followup in every[:MOST] if followup.supports] for every in standing]
    resting = {words.article for every in shown for followup in every for words in followup.evidence}
    tellings = {telling.article.id: telling for few in stories for telling in few}
    sources = _Sources(ledger, tellings, resting, names)
    return [tuple(_sentence(followup, sources) for followup in every) for every in shown]


class _Sources:
    """The articles that evidence lies in: those told already, and all others asked for at once."""

    def __init__(
        self, ledger: "Ledger", tellings: Mapping[str, Telling], resting: Collection[str], names: Mapping[str, str]
    ) -> None:
        others = set(resting) - tellings.keys()
        self._articles: Mapping[str, Article | ArticleHead] = {
            **ledger.articles.by_id(others),
            **{own: telling.article for own, telling in tellings.items()},
        }
        self._copies = {own for own, line in ledger.articles.lines_by_id(others).items() if line.is_copy}
        self._copies |= {own for own, telling in tellings.items() if telling.is_copy}
        self._names = names

    def cite(self, evidence: Evidence) -> tuple[Citation, ...]:
        """A citation of the evidence; none where the ledger no longer has its article."""
        article = self._articles.get(evidence.article)
        if article is None:
            return ()
        return (Citation.of(article, evidence.span, self._names.get(article.outlet, article.outlet)),)

    def language(self, evidence: Evidence) -> str:
        """The language of the article that the evidence stands in."""
        article = self._articles.get(evidence.article)
        return article.language if article else "und"

    def cite_all(self, evidence: Iterable[Evidence], most: int) -> tuple[Citation, ...]:
        """Up to ``most`` citations, none twice, and none of a copy: that is no second source."""
        originals = (words for words in evidence if words.article not in self._copies)
        return tuple(dict.fromkeys(citation for words in originals for citation in self.cite(words)))[:most]


def _sentence(followup: FollowUp, sources: _Sources) -> Sentence:
    first = followup.supports[0]
    announced = sources.cite_all(followup.supports, 3) or sources.cite(first)
    shown = sources.cite_all(followup.history[-1].evidence if followup.history else (), 2)
    outlets = list(dict.fromkeys(cited.outlet for cited in announced))
    by = f" by {wording.listed(outlets)}" if outlets else ""
    how = f", {wording.PUT_AS[followup.certainty]}" if followup.certainty != "certain" else ""
    when, spoken = wording.window(followup.window), wording.spoken_in(sources.language(first))
    words, state = wording.quoted(first.sentence, 240), _state(followup, shown)
    text = f"Announced{by}{spoken}{how}: {words}; expected {when}; {state}."
    return Sentence(text, (*announced, *(cited for cited in shown if cited not in announced)))


def _state(followup: FollowUp, shown: Sequence[Citation]) -> str:
    words = wording.STATES[followup.state]
    if followup.state == "silent" and followup.window and followup.window.end:
        return f"the window ended on {wording.day(followup.window.end)} and nothing has been heard since"
    if shown and followup.history:
        return f"{words}, according to {shown[0].outlet} on {wording.day(followup.history[-1].on)}"
    return words
