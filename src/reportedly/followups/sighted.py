"""From a reading to sightings: events, developments, and sentences of neither, with all that matching needs."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from reportedly.followups.features import names, telling_most
from reportedly.followups.windows import has_day
from reportedly.likeness import commonness, telling
from reportedly.records import Familiar, Participant, Reading, Sighting, Time, Window, headline
from reportedly.text import Span, squeezed

_TOPIC = 16  # telling words kept of an article's head
_AROUND = 160  # characters before and after the telling words whose words count for likeness
_PLAIN = 12  # sentences at an article's head that are sighted though they tell neither an event nor a development
_TELLING = 4  # words a sentence of that kind has at least
_LONGEST = 600  # characters of a sentence kept as evidence; a parser's run-on is cut around the words that count


def sightings(reading: Reading) -> tuple[Sighting, ...]:
    """One sighting an event, in the order of the text, then one a development, then those of other sentences."""
    topic, title = _topic(reading), headline(reading.article)
    about = telling_most(f"{title}\n{reading.article.text}")
    every, common = (*_of_events(reading), *_of_developments(reading), *_of_sentences(reading)), _common(reading)
    return tuple(
        replace(sighting, topic=topic, about=about, headline=title, common=_familiar(sighting, common))
        for sighting in every
    )


def _topic(reading: Reading) -> tuple[str, ...]:
    """The telling words of the headline and the first sentence, the text's own subject."""
    lead = reading.sentences[0].of(reading.article.text) if reading.sentences else ""
    return telling(f"{headline(reading.article)} {lead}")[:_TOPIC]


def _common(reading: Reading) -> dict[str, float]:
    """The names of a reading that are common in news at large, by entity: a village is rare, most countries are not."""
    known = commonness()
    words = {entity.id: telling(entity.name) for entity in reading.entities if entity.public}
    shares = {name: min((known.get(word, 0.0) for word in own), default=0.0) for name, own in words.items()}
    return {name: share for name, share in shares.items() if share}


def _familiar(sighting: Sighting, common: Mapping[str, float]) -> tuple[Familiar, ...]:
    every = dict.fromkeys((*names(sighting), *sighting.named))
    return tuple(Familiar(name, common[name]) for name in every if name in common)


def _of_events(reading: Reading) -> Iterator[Sighting]:
    times = {time.id: time for time in reading.times}
    expected = {expectation.event: expectation for expectation in reading.expectations}
    for event in reading.events:
        ahead = expected.get(event.id)
        start, end = _days(times.get(event.time or ""))
        yield replace(
            _told_at(reading, event.trigger, (ahead and ahead.span) or event.trigger),
            event=event.id,
            type=event.type,
            status=event.status,
            certainty=event.certainty,
            polarity=event.polarity,
            lemma=event.lemma,
            actors=_keys(reading, event.actors),
            recipients=_keys(reading, event.recipients),
            place=event.place,
            start=start,
            end=end,
            expectation=ahead.id if ahead else None,
            window=ahead.window if ahead else None,
            acts=event.acts,
        )


def _of_developments(reading: Reading) -> Iterator[Sighting]:
    """What its sentence names takes part in a development; only a move has a window, its new one."""
    times = {time.id: time for time in reading.times}
    for development in reading.developments:
        time = times.get(development.time or "")
        done = development.state == "happened"
        start, end = _days(time if done else None)
        sighting = _told_at(reading, development.trigger, development.trigger)
        yield replace(
            sighting,
            event=development.event,
            certainty=development.certainty,
            actors=_named_in(reading, _sentence(reading, development.trigger)),
            start=start,
            end=end,
            window=_window(time) if development.state == "moved" else None,
            acts=development.acts,
            change=development.state,
        )


def _of_sentences(reading: Reading) -> Iterator[Sighting]:
    """What the first sentences tell in words that are no event: "nine years in prison" may be what became of one."""
    told = [event.trigger for event in reading.events] + [each.trigger for each in reading.developments]
    for sentence in reading.sentences[:_PLAIN]:
        if any(sentence.holds(trigger) for trigger in told):
            continue
        sighting = _told_at(reading, sentence, sentence)
        if len(sighting.words) >= _TELLING and sighting.named:
            yield sighting


def _told_at(reading: Reading, trigger: Span, span: Span) -> Sighting:
    """A sighting of a trigger, by the words of ``span``, that knows no more than where it stands."""
    article, published = reading.article, reading.article.published
    sentence = _sentence(reading, trigger)
    around = _around(sentence, span)
    words = sentence.of(article.text)
    return Sighting(
        latest=_latest(reading, sentence),
        event=None,
        article=article.id,
        article_url=article.url,
        outlet=article.outlet,
        published=published.start if published and published.start == published.end else None,
        span=span,
        sentence=squeezed(words),
        type="OTHER",
        status="occurred",
        certainty="certain",
        polarity="affirmed",
        lemma="",
        actors=(),
        recipients=(),
        place=None,
        start=None,
        end=None,
        words=telling(around.of(article.text)),
        named=_named_in(reading, around),
        lands=_lands_in(reading, around),
        at=_at(words, Span(trigger.start - sentence.start, trigger.end - sentence.start)),
    )


def _at(words: str, span: Span) -> Span:
    """A span of some words as a span of the same words squeezed."""
    before, told = squeezed(words[: span.start] + "|")[:-1], squeezed(span.of(words))
    return Span(len(before), len(before) + len(told))


def _named_in(reading: Reading, sentence: Span) -> tuple[str, ...]:
    return tuple(e.id for e in reading.entities if e.public and any(sentence.holds(m) for m in e.mentions))


def _lands_in(reading: Reading, sentence: Span) -> tuple[str, ...]:
    """The countries of the places that a sentence names."""
    places = (e for e in reading.entities if e.kind == "place" and e.country)
    return tuple(dict.fromkeys(str(e.country) for e in places if any(sentence.holds(m) for m in e.mentions)))


def _around(sentence: Span, span: Span) -> Span:
    """The part of a long sentence that stands around the telling words."""
    return Span(max(sentence.start, span.start - _AROUND), min(sentence.end, span.end + _AROUND))


def _keys(reading: Reading, participants: tuple[Participant, ...]) -> tuple[str, ...]:
    """Entity ids where there are any, else the words themselves; bare pronouns are left out."""
    words = (p.entity or squeezed(p.span.of(reading.article.text)).casefold() for p in participants)
    return tuple(dict.fromkeys(word for word in words if telling(word)))


def _days(time: Time | None) -> tuple[date | None, date | None]:
    if time is None or time.kind in {"duration", "set"}:
        return None, None
    return (time.start.date() if time.start else None), (time.end.date() if time.end else None)


def _latest(reading: Reading, sentence: Span) -> Window | None:
    """The last day or few days after publication that a sentence names."""
    published = reading.article.published
    if published is None:
        return None
    named = (_window(time) for time in reading.times if sentence.holds(time.span))
    ahead = [window for window in named if has_day(window) and window and window.end and window.end > published.end]
    return max(ahead, key=lambda window: window.end or date.min, default=None)


def _window(time: Time | None) -> Window | None:
    return Window(*_days(time), time.vague, time.span) if time is not None else None


def _sentence(reading: Reading, span: Span) -> Span:
    """The sentence around a span; where there is none (a headline), the line; never more than a few lines' length."""
    number = bisect_right([sentence.start for sentence in reading.sentences], span.start) - 1
    if number >= 0 and reading.sentences[number].holds(span):
        sentence = reading.sentences[number]
    else:
        text = reading.article.text
        end = text.find("\n", span.end)
        sentence = Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
    return Span(max(sentence.start, span.start - _LONGEST), min(sentence.end, span.end + _LONGEST))
