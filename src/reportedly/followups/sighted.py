"""From a reading to sightings: each event with all that matching needs, each sentence that tells a change or an end."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import cast

from msgspec import structs

from reportedly.followups import acts
from reportedly.followups.changes import CHANGE, cue, new_window
from reportedly.likeness import telling
from reportedly.records import Event, Participant, Reading, Sighting, Time, headline
from reportedly.text import Span, squeezed

_TOPIC = 16  # telling words kept of an article's head
_AROUND = 160  # characters before and after the telling words whose words count for likeness
_LONGEST = 600  # characters of a sentence kept as evidence; a parser's run-on is cut around the words that count


def sightings(reading: Reading) -> tuple[Sighting, ...]:
    """One sighting an event, in order of the text, then one for each sentence that says what became of something."""
    topic = _topic(reading)
    every = (*_of_events(reading), *_of_changes(reading), *_of_done(reading))
    return tuple(structs.replace(one, topic=topic) for one in every)


def _topic(reading: Reading) -> tuple[str, ...]:
    """The telling words of the headline and the first sentence, the text's own subject."""
    lead = reading.sentences[0].of(reading.article.text) if reading.sentences else ""
    return telling(f"{headline(reading.article)} {lead}")[:_TOPIC]


def _of_events(reading: Reading) -> Iterator[Sighting]:
    times = {time.id: time for time in reading.times}
    expected = {expectation.event: expectation for expectation in reading.expectations}
    for event in reading.events:
        sentence = _sentence(reading, event.trigger)
        ahead = expected.get(event.id)
        words, at = sentence.of(reading.article.text), event.trigger.start - sentence.start
        first, last = at, event.trigger.end - sentence.start
        named = acts.announced(words, first, last)
        if ahead:
            first, last = acts.widened(words, first, last)
        start, end = _days(times.get(event.time or ""))
        yield _sighting(
            reading,
            event,
            sentence,
            span=Span(sentence.start + first, sentence.start + last),
            start=start,
            end=end,
            expectation=ahead.id if ahead else None,
            window=ahead.window if ahead else None,
            acts=named,
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
        yield _sighting(
            reading,
            event,
            sentence,
            span=span,
            type=CHANGE,
            lemma=told.state,
            actors=_named_in(reading, sentence),
            recipients=(),
            window=new_window(reading, sentence, told),
            acts=acts.named(sentence.of(reading.article.text)),
        )


def _of_done(reading: Reading) -> Iterator[Sighting]:
    """Sentences that tell an act as done. They hang on an event of their sentence, else on the article's first."""
    if not reading.events:
        return
    for sentence in reading.sentences:
        told = acts.done(sentence.of(reading.article.text))
        if not told or len(sentence.of(reading.article.text)) > _LONGEST:
            continue
        event = next((event for event in reading.events if sentence.holds(event.trigger)), reading.events[0])
        span = Span(sentence.start + told[0].start, sentence.start + told[0].end)
        start, end = _days(_last_past(reading, sentence, span))
        yield _sighting(
            reading,
            event,
            sentence,
            span=span,
            type=acts.DONE,
            status="occurred",
            polarity="affirmed",
            lemma=told[0].act,
            actors=_named_in(reading, sentence),
            recipients=(),
            start=start,
            end=end,
            acts=tuple(one.act for one in told),
        )


def _named_in(reading: Reading, sentence: Span) -> tuple[str, ...]:
    return tuple(e.id for e in reading.entities if e.public and any(sentence.holds(m) for m in e.mentions))


def _lands_in(reading: Reading, sentence: Span) -> tuple[str, ...]:
    """The countries of the places that a sentence names."""
    places = (e for e in reading.entities if e.kind == "place" and e.country)
    return tuple(dict.fromkeys(str(e.country) for e in places if any(sentence.holds(m) for m in e.mentions)))


def _last_past(reading: Reading, sentence: Span, told: Span) -> Time | None:
    """The time nearest to the telling words, if it is not ahead."""
    near = [t for t in reading.times if sentence.holds(t.span) and t.kind in {"point", "window"} and t.end]
    return min(near, key=lambda t: abs(t.span.start - told.start), default=None)


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
    }
    values |= fields
    around = _around(sentence, cast("Span", values["span"]))
    values["words"] = telling(around.of(article.text))
    values["named"] = _named_in(reading, around)
    values["lands"] = _lands_in(reading, around)
    return Sighting(**values)  # type: ignore[arg-type]


def _around(sentence: Span, span: Span) -> Span:
    """The part of a long sentence that stands around the telling words."""
    return Span(max(sentence.start, span.start - _AROUND), min(sentence.end, span.end + _AROUND))


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
