"""What a story leads one to expect, by when, and what has become of it so far.

Silence means that the window is over and nothing was heard; it is never called a broken promise.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from reportedly.brief import wording
from reportedly.brief.account import Telling
from reportedly.records import Citation, Evidence, FollowUp, Sentence

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

MOST: Final = 4
_ORDER: Final = {"due": 0, "moved": 1, "open": 2, "cancelled": 3, "denied": 4, "happened": 5, "silent": 6}


def expected(ledger: "Ledger", told: Sequence[Telling], names: Mapping[str, str], today: date) -> tuple[Sentence, ...]:
    """The expectations announced in these articles, the most pressing first, as they stand on ``today``."""
    found = {
        one.id: one for telling in told if not telling.is_copy for one in ledger.followups(article=telling.article.id)
    }
    standing = sorted((one.as_of(today) for one in found.values()), key=pressing)
    known = {telling.article.id: telling for telling in told}
    return tuple(_sentence(one, _Sources(ledger, known, names)) for one in standing[:MOST] if one.supports)


def pressing(one: FollowUp) -> tuple[int, date, str]:
    """The order in which a desk looks at expectations: due, then ahead by their end, then settled, then silent."""
    end = one.window.end if one.window and one.window.end else date.max
    return (_ORDER[one.state], end, one.id)


class _Sources:
    """Outlets and days of the articles that evidence lies in, from the story first and else from the ledger."""

    def __init__(self, ledger: "Ledger", known: Mapping[str, Telling], names: Mapping[str, str]) -> None:
        self._ledger, self._known, self._names = ledger, known, names

    def cite(self, evidence: Evidence) -> Citation | None:
        """A citation of the evidence; None for a copy, which is no second source."""
        known = self._known.get(evidence.article)
        if known is not None:
            return None if known.is_copy else known.cite(evidence.span)
        article = self._ledger.article(evidence.article)
        if article is None:
            return None
        day = article.published.start if article.published else None
        outlet = self._names.get(article.outlet, article.outlet)
        return Citation(outlet, day, article.id, article.url, evidence.span, evidence.span.of(article.text))

    def cite_all(self, evidence: Iterable[Evidence], most: int) -> tuple[Citation, ...]:
        """Up to ``most`` citations, none twice."""
        found: dict[tuple[str, tuple[int, int]], Citation] = {}
        for one in evidence:
            cited = self.cite(one) if len(found) < most else None
            if cited is not None:
                found.setdefault((cited.article, cited.span), cited)
        return tuple(found.values())


def _sentence(one: FollowUp, sources: _Sources) -> Sentence:
    first = one.supports[0]
    announced = sources.cite_all(one.supports, 3) or tuple(c for c in (sources.cite(first),) if c)
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
