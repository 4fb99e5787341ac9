"""An article that may be told of, put into words: each part only where pact and private persons let it."""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportedly.account.attributions import source_words
from reportedly.exchange.screening import Screen
from reportedly.exchange.shutting import Judgements, Shut
from reportedly.exchange.stages import Stages
from reportedly.exchange.stix import location
from reportedly.exchange.telling import Telling, ToldExpectation, ToldState, ToldStatement
from reportedly.ledger import Ledger
from reportedly.records import (
    Article,
    Capture,
    Entity,
    Expectation,
    FollowUp,
    Gist,
    Judgement,
    Label,
    Outlet,
    PactTerms,
    Reading,
    Statement,
    content_id,
    headline,
    page_id,
)
from reportedly.text import Span, joined, squeezed

FOR_PARTNERS: Final = re.compile(r"for partners:(.*)", re.IGNORECASE | re.DOTALL)
"""In a decision's note: what stands after it goes to partners as the reason. The rest of a note never leaves."""
_PARTS: Final = ("sentences", "entities", "statements", "events", "expectations")


@dataclass(frozen=True)
class Filed:
    """What the ledger holds of some articles."""

    readings: Mapping[str, Reading]
    gists: Mapping[str, Gist]
    outlets: Mapping[str, Outlet]
    captures: Mapping[str, Capture]
    followups: Mapping[str, list[FollowUp]]
    stages: Stages

    @classmethod
    def of(cls, ledger: Ledger, articles: Mapping[str, Article], stages: Stages) -> "Filed":
        """All that is needed of these articles, asked for at once."""
        readings = ledger.readings.by_article(articles, _PARTS)
        gists = {gist.article: gist for gist in ledger.readings.gists_of(articles)}
        outlets = {outlet.id: outlet for outlet in ledger.outlets.all()}
        taken = {article.capture for article in articles.values() if article.capture}
        captures = {own: capture for own in taken if (capture := ledger.captures.get(own))}
        followups: dict[str, list[FollowUp]] = {}
        for followup in ledger.followups.resting_on(articles):
            for support in followup.supports:
                followups.setdefault(support.article, []).append(followup)
        return cls(readings, gists, outlets, captures, followups, stages)

    def outlet(self, article: Article) -> Outlet | None:
        """The outlet of an article, where the desk knows it."""
        return self.outlets.get(article.outlet)


def composed(  # noqa: PLR0913, PLR0917  all that the words hang on
    article: Article, filed: Filed, screen: Screen, terms: PactTerms, label: Label, judged: Judgements
) -> tuple[Telling, list[tuple[str, str]]]:
    """What is told of an article, and what of it is held back with the reasons."""
    held = list[tuple[str, str]]()
    reading, outlet = filed.readings.get(article.id), filed.outlet(article)
    shut = Shut.of(article, screen, judged, terms)
    title = headline(article) or None
    if title and (why := shut.why([article.title] if article.title else [], title)):
        held.append(("its headline", why))
        title = None
    statements, expectations = tuple[ToldStatement, ...](), tuple[ToldExpectation, ...]()
    if reading is not None and "statements" in terms.kinds:
        statements = tuple(_statements(reading, shut, held))
    if reading is not None and "expectations" in terms.kinds:
        expectations = tuple(_expectations(reading, filed.followups.get(article.id, []), shut, held))
    corrected = _corrected(judged)
    capture = filed.captures.get(article.capture or "")
    telling = Telling(
        article=article,
        outlet=outlet.name if outlet else article.outlet,
        imprint=filed.stages.imprint(filed.gists.get(article.id) or _bare(article), _sha256(article.text), outlet),
        label=label,
        headline=title,
        statements=statements,
        expectations=expectations,
        places=tuple(_places(reading, {one.id for one in statements})) if reading else (),
        text=article.text if terms.wording == "texts" and _is_open(shut, held) else None,
        capture=capture.sha256 if capture else None,
        state="corrected" if corrected else "usable",
        reason=reason(corrected) if corrected else "",
    )
    return telling, held


def reason(decisions: Iterable[Judgement]) -> str:
    """What partners are told of why; only what stands behind ``FOR_PARTNERS`` in a note, else that it is so."""
    for one in reversed(list(decisions)):
        found = FOR_PARTNERS.search(one.note or "")
        if found and found[1].strip():
            return squeezed(found[1])
    return "No reason was given."


def with_states(ledger: Ledger, tellings: Sequence[Telling], terms: PactTerms) -> tuple[Telling, ...]:
    """The same, each expectation with what became of it, as far as only pages that are told of show it."""
    if "expectations" not in terms.kinds:
        return tuple(tellings)
    told = {telling.article.url: telling.page for telling in tellings}
    ids = {own.followup for telling in tellings for own in telling.expectations}
    known = {followup.id: followup for followup in ledger.followups.by_id(sorted(ids))}
    return tuple(
        replace(
            telling,
            expectations=tuple(
                replace(own, states=tuple(_states(known[own.followup], told))) if own.followup in known else own
                for own in telling.expectations
            ),
        )
        for telling in tellings
    )


def _states(followup: FollowUp, told: Mapping[str, str]) -> Iterator[ToldState]:
    for change in followup.history:
        pages = tuple(dict.fromkeys(told.get(one.article_url, "") for one in change.evidence))
        if pages and "" not in pages:
            yield ToldState(change.on, change.state, pages)


def _statements(reading: Reading, shut: Shut, held: list[tuple[str, str]]) -> Iterator[ToldStatement]:
    told = [one for one in reading.statements if _may(one, shut, held)]
    ids = {one.id for one in told}
    text = reading.article.text
    for one in told:
        yield ToldStatement(
            id=one.id,
            words=tuple(span.of(text) for span in one.content),
            source=source_words(one, reading) or joined(one.source, text),
            source_kind=one.source_kind,
            cue=joined(one.cue, text),
            certainty=one.certainty,
            polarity=one.polarity,
            mode=one.mode,
            via=one.via if one.via in ids else None,
        )


def _may(one: Statement, shut: Shut, held: list[tuple[str, str]]) -> bool:
    why = shut.why((one.envelope, *one.content, *one.cue, *one.source))
    if why:
        held.append((f"statement {one.id}", why))
    return why is None


def _expectations(
    reading: Reading, followups: Iterable[FollowUp], shut: Shut, held: list[tuple[str, str]]
) -> Iterator[ToldExpectation]:
    events = {event.id: event.trigger for event in reading.events}
    windows = {place: one for one in reading.expectations for place in (one.span, events.get(one.event)) if place}
    for followup in followups:
        for support in followup.supports:
            if support.article != reading.article.id:
                continue
            if why := shut.why(_around(support.span, reading), support.sentence):
                held.append((f"expectation {followup.id}", why))
                continue
            yield _expectation(followup, reading.article.url, support.sentence, windows.get(support.span))
            break


def _expectation(followup: FollowUp, url: str, sentence: str, own: Expectation | None) -> ToldExpectation:
    """As this article announces it: window and certainty of other announcements are not told with it."""
    words, told = squeezed(sentence), content_id("x", page_id(url), squeezed(sentence))
    window, certainty = (own.window, own.certainty) if own else (None, "unknown")
    return ToldExpectation(followup.id, told, words, window, certainty)


def _places(reading: Reading, told: Collection[str]) -> Iterator[Entity]:
    """The places that the article is dated from, or that stand in the words of a statement that is told."""
    dateline = reading.article.dateline.place if reading.article.dateline else None
    words = [span for one in reading.statements if one.id in told for span in one.content]
    for one in reading.entities:
        named = any(span.holds(mention) for mention in one.mentions for span in words)
        if one.kind == "place" and (named or one.id == dateline) and location.told(one):
            yield one


def _around(words: Span, reading: Reading) -> list[Span]:
    return [words, *(sentence for sentence in reading.sentences if sentence.touches(words))]


def _is_open(shut: Shut, held: list[tuple[str, str]]) -> bool:
    why = shut.why_not_all()
    if why:
        held.append(("its text", why))
    return why is None


def _corrected(judged: Judgements) -> list[Judgement]:
    """The decisions by which people told otherwise what had been read."""
    kinds = {"correct", "withdraw"}
    return [one for thing, own in judged if thing.kind == "statement" for one in own if one.kind in kinds]


def _bare(article: Article) -> Gist:
    """The gist of an article that nobody read: nothing but whose it is and when it came out."""
    published = article.published
    day = published.start if published and published.start == published.end else None
    moment = published.at if published else None
    return Gist(article.id, article.url, article.outlet, None, day, None, b"", (), (), (), at=moment)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
