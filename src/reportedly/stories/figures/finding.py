"""The figures of an article: of its headline, then of its sentences, each value of a thing once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Final

from reportedly.likeness import telling
from reportedly.records import Figure, Reading, Time, heading, headline
from reportedly.stories.figures import things
from reportedly.stories.figures.counting import Counted, counted
from reportedly.stories.figures.quantities import Quantity, Token, tokens
from reportedly.text import Span

MOST: Final = 48  # figures kept of an article, the first; of 542 whole articles of two outlets none has more than 29
SENTENCES: Final = 300  # looked at, the first
LENGTH: Final = 1_200  # characters of a sentence that are looked at; longer ones are lists and tables
ABOUT: Final = 24  # telling stems kept of a sentence, those nearest to the figure
_ATTRIBUTED: Final = re.compile(
    r"\b(?:sa(?:y|ys|id)|told|accord\w+ to|report(?:s|ed)?|announc\w+|confirm\w*|claim\w*|stat(?:es|ed)|quot\w+"
    r"|cit(?:es|ed|ing)|add(?:s|ed)|reveal\w*|estimat\w+|sources?|officials?|spokes\w+|statement)\b|^[^:.“\"]{3,60}: ",
    re.IGNORECASE,
)
_SAID: Final = 1_000  # of a scale: nobody says so many trillions
_SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure stands: the words of its sentence, their text, what is cited, and the time told beside it."""

    words: list[Token]
    text: str
    span: Span
    sentence: Span
    early: bool
    time: Time | None = None
    places: tuple[str, ...] = ()


def figures(reading: Reading, upto: int) -> tuple[Figure, ...]:
    """What the article counts and measures; ``upto`` is where its lead ends. Additions and past values are left out."""
    kept = dict[tuple[str, str, tuple[str, ...]], Figure]()
    for figure in chain(_of_headline(reading), _of_sentences(reading, upto)):
        key = (figure.thing, figure.value, figure.whom[:1])
        before = kept.get(key)
        if before is None or before.span == before.sentence:  # a headline outside the text: its words are cited instead
            kept[key] = figure
        if len(kept) == MOST:
            break
    return tuple(kept.values())


def _of_headline(reading: Reading) -> Iterator[Figure]:
    """Those of a headline that stands outside the text: to cite is what stands for the article."""
    article = reading.article
    if article.title is None and article.headline:
        text, cited = headline(article), heading(article)
        place = _Place(tokens(text), text, cited, cited, early=True)
        for one in _standing(place.words):
            yield _figure(one, place)


def _of_sentences(reading: Reading, upto: int) -> Iterator[Figure]:
    article = reading.article
    for sentence in reading.sentences[:SENTENCES]:
        if any(span.holds(sentence) for span in article.furniture):
            continue
        text = sentence.of(article.text)[:LENGTH]
        words = tokens(text)
        times = [time for time in reading.times if time.span.touches(sentence)]
        for one in _standing(words):
            span = _span(one, words, sentence.start)
            if any(time.span.holds(_number(one.quantity, words, sentence.start)) for time in times):
                continue
            early = sentence.start < upto or bool(article.title and article.title.holds(sentence))
            places = _places(reading, sentence)
            yield _figure(one, _Place(words, text, span, sentence, early, _nearest(times, span), places))


def _standing(words: list[Token]) -> Iterable[Counted]:
    return (one for one in counted(words) if not one.more and not one.former)


def _span(one: Counted, words: list[Token], start: int) -> Span:
    """From its hedge to what it counts."""
    return Span(start + words[one.quantity.first].start, start + words[max(one.last, one.quantity.last)].end)


def _number(quantity: Quantity, words: list[Token], start: int) -> Span:
    return Span(start + words[quantity.last].start, start + words[quantity.last].end)


def _places(reading: Reading, sentence: Span) -> tuple[str, ...]:
    """Ids of the places that a sentence names, countries aside."""
    small = (one for one in reading.entities if one.kind == "place" and one.precision not in {"country", "none"})
    return tuple(sorted(one.id for one in small if any(sentence.holds(mention) for mention in one.mentions)))


def _nearest(times: Iterable[Time], span: Span) -> Time | None:
    """The time of the sentence that stands nearest, of those that are days or longer."""
    dated = [time for time in times if time.start and time.end and not time.vague]
    return min(dated, key=lambda time: (abs(time.span.start - span.start), time.span), default=None)


def _figure(one: Counted, place: _Place) -> Figure:
    quantity, time = one.quantity, place.time
    return Figure(
        thing=one.thing,
        low=_rounded(quantity.low),
        high=_rounded(quantity.high),
        span=place.span,
        sentence=place.sentence,
        about=_about(one, place.words, place.text),
        value=value(quantity, one.thing if one.unit in {"money", "measure"} else ""),
        whom=one.whom,
        names=one.names,
        part=one.part,
        newest=one.risen,
        early=place.early,
        first=time.start.date() if time and time.start else None,
        last=time.end.date() if time and time.end else None,
        places=place.places,
        attributed=bool(_ATTRIBUTED.search(place.text)),
    )


def _about(one: Counted, words: list[Token], text: str) -> tuple[str, ...]:
    """The telling stems of the sentence without those of the figure itself, nearest first up to ``ABOUT``."""
    own = {*telling(text[words[one.quantity.first].start : words[one.quantity.last].end]), *one.whom}
    after = telling(text[words[max(one.last, one.quantity.last)].end :])
    before = telling(text[: words[one.quantity.first].start])[::-1]
    nearest = chain.from_iterable(zip_longest(after, before, fillvalue=""))
    stems = (stem for stem in nearest if stem and stem not in own and not stem.isdigit())
    return tuple(dict.fromkeys(stem for stem in stems if stem not in things.SAID_BY_THE_THING))[:ABOUT]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), 3)


def value(quantity: Quantity, unit: str = "") -> str:
    """A quantity in figures: ``at least 8``, ``47.27 million rupees``, ``15 to 20``, ``dozens``."""
    if quantity.number is not None:
        given = in_figures(quantity.number)
    elif quantity.hedge:
        return " ".join(filter(None, (quantity.hedge, unit)))
    else:
        given = f"{in_figures(quantity.low or 0)} to {in_figures(quantity.high or 0)}"
    return " ".join(filter(None, (quantity.hedge, given, unit)))


def in_figures(number: float) -> str:
    """``1,200``, ``47.27 million``."""
    for scale, name in _SCALES:
        if number >= scale:
            return f"{round(number / scale, 3):,g} {name}" if number / scale < _SAID else f"{number:,.0f}"
    return f"{number:,.0f}" if number == int(number) else f"{round(number, 3):,g}"
