"""From a reading to sightings: each event with all that matching needs, and each sentence that tells a change."""

from bisect import bisect_right
from collections.abc import Iterator

from reportedly.followups.changes import CHANGE, cue, new_window
from reportedly.followups.likeness import telling
from reportedly.records import Event, Participant, Reading, Sighting, Time
from reportedly.text import Span, squeezed

_LONGEST = 600  # characters of a sentence kept as evidence; a parser's run-on is cut around the words that count


def sightings(reading: Reading) -> tuple[Sighting, ...]:
    """One sighting an event, in order of the text, then one for each sentence that says what became of something."""
    return (*_of_events(reading), *_of_changes(reading))


def _of_events(reading: Reading) -> Iterator[Sighting]:
    times = {time.id: time for time in reading.times}
    expected = {expectation.event: expectation for expectation in reading.expectations}
    for event in reading.events:
        sentence = _sentence(reading, event.trigger)
        ahead = expected.get(event.id)
        start, end = _days(times.get(event.time or ""))
        yield _sighting(
            reading,
            event,
            sentence,
            start=start,
            end=end,
            expectation=ahead.id if ahead else None,
            window=ahead.window if ahead else None,
        )


def _of_changes(reading: Reading) -> Iterator[Sighting]:
    """The change hangs on an event of its sentence; where the reader found none there, on the article's first."""
    if not reading.events:
        return
    for sentence in reading.sentences:
        told = cue(sentence.of(reading.article.text))
        if told is None:
            continue
        event = next((event for event in reading.events if sentence.holds(event.trigger)), reading.events[0])
        span = Span(sentence.start + told.start, sentence.start + told.end)
        named = tuple(e.id for e in reading.entities if e.public and any(sentence.holds(m) for m in e.mentions))
        yield _sighting(
            reading,
            event,
            sentence,
            span=span,
            type=CHANGE,
            lemma=told.state,
            actors=named,
            recipients=(),
            window=new_window(reading, sentence, told),
        )


def _sighting(reading: Reading, event: Event, sentence: Span, **fields: object) -> Sighting:
    article, published = reading.article, reading.article.published
    values: dict[str, object] = {
        "event": event.id,
        "article": article.id,
        "article_url": article.url,
        "outlet": article.outlet,
        "published": published.start if published and published.start == published.end else None,
        "span": event.trigger,
        "sentence": squeezed(sentence.of(article.text)),
        "type": event.type,
        "status": event.status,
        "certainty": event.certainty,
        "polarity": event.polarity,
        "lemma": event.lemma,
        "actors": _keys(reading, event.actors),
        "recipients": _keys(reading, event.recipients),
        "place": event.place,
        "start": None,
        "end": None,
        "words": telling(sentence.of(article.text)),
    }
    return Sighting(**{**values, **fields})  # type: ignore[arg-type]


def _keys(reading: Reading, participants: tuple[Participant, ...]) -> tuple[str, ...]:
    """Entity ids where there are any, else the words themselves; bare pronouns are left out."""
    words = (p.entity or squeezed(p.span.of(reading.article.text)).casefold() for p in participants)
    return tuple(dict.fromkeys(word for word in words if telling(word)))


def _days(time: Time | None) -> tuple[object, object]:
    if time is None or time.kind in {"duration", "set"}:
        return None, None
    return (time.start.date() if time.start else None), (time.end.date() if time.end else None)


def _sentence(reading: Reading, span: Span) -> Span:
    """The sentence around a span; where there is none (a headline), the line; never more than a few lines' length."""
    at = bisect_right([sentence.start for sentence in reading.sentences], span.start) - 1
    if at >= 0 and reading.sentences[at].holds(span):
        found = reading.sentences[at]
    else:
        text = reading.article.text
        end = text.find("\n", span.end)
        found = Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
    return Span(max(found.start, span.start - _LONGEST), min(found.end, span.end + _LONGEST))
