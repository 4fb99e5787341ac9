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
    ledger: "Ledger", told: Sequence[Sequence[Telling]], names: Mapping[str, str], today: date
) -> list[tuple[Sentence, ...]]:
    """For each story's articles the expectations that rest on them, the most pressing first, as of ``today``."""
    standing = standing_on(ledger, told, today)
    shown = [[one for one in every[:MOST] if one.supports] for every in standing]
    resting = {words.article for every in shown for one in every for words in one.evidence}
    sources = _Sources(ledger, {telling.article.id: telling for few in told for telling in few}, resting, names)
    return [tuple(_sentence(one, sources) for one in every) for every in shown]


class _Sources:
    """The articles that evidence lies in: those told already, and all others asked for at once."""

    def __init__(
        self, ledger: "Ledger", told: Mapping[str, Telling], resting: Collection[str], names: Mapping[str, str]
    ) -> None:
        others = set(resting) - told.keys()
        self._articles: Mapping[str, Article | ArticleHead] = {
            **ledger.articles.by_id(others),
            **{own: telling.article for own, telling in told.items()},
        }
        self._copies = {own for own, line in ledger.articles.lines_by_id(others).items() if line.is_copy}
        self._copies |= {own for own, telling in told.items() if telling.is_copy}
        self._names = names

    def cite(self, evidence: Evidence) -> tuple[Citation, ...]:
        """A citation of the evidence; none where the ledger no longer has its article."""
        article = self._articles.get(evidence.article)
        if article is None:
            return ()
        return (Citation.of(article, evidence.span, self._names.get(article.outlet, article.outlet)),)

    def cite_all(self, evidence: Iterable[Evidence], most: int) -> tuple[Citation, ...]:
        """Up to ``most`` citations, none twice, and none of a copy: that is no second source."""
        own = (one for one in evidence if one.article not in self._copies)
        return tuple(dict.fromkeys(cited for one in own for cited in self.cite(one)))[:most]


def _sentence(one: FollowUp, sources: _Sources) -> Sentence:
    first = one.supports[0]
    announced = sources.cite_all(one.supports, 3) or sources.cite(first)
    shown = sources.cite_all(one.history[-1].evidence if one.history else (), 2)
    outlets = list(dict.fromkeys(cited.outlet for cited in announced))
    by = f" by {wording.listed(outlets)}" if outlets else ""
    how = f", {wording.PUT_AS[one.certainty]}" if one.certainty != "certain" else ""
    when = wording.window(one.window)
    text = f"Announced{by}{how}: {wording.quoted(first.sentence, 240)}; expected {when}; {_state(one, shown)}."
    return Sentence(text, (*announced, *(cited for cited in shown if cited not in announced)))


def _state(one: FollowUp, shown: Sequence[Citation]) -> str:
    words = wording.STATES[one.state]
    if one.state == "silent" and one.window and one.window.end:
        return f"the window ended on {wording.day(one.window.end)} and nothing has been heard since"
    if shown and one.history:
        return f"{words}, according to {shown[0].outlet} on {wording.day(one.history[-1].on)}"
    return words
