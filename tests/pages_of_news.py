"""Pages that announce and tell, made of a few words: for following up in any order."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from reportedly.likeness import telling
from reportedly.records import Comparison, Question, Sighting, Window, content_id
from reportedly.text import Span

START = date(2031, 6, 1)
PEOPLE = tuple(content_id("e", name) for name in ("Orla Fenn", "Ade Bor"))
SENTENCES = (
    "will open the mole at Oberfeld with the ferrymen",
    "would sign the lantern treaty in the glasshouse",
    "to open the mole at Oberfeld after the flood",
)


def compare(questions: Iterable[Question]) -> list[Comparison]:
    """An answer that hangs on the words and days of the two sentences alone."""
    return [_answer(question) for question in questions]


def again(questions: Iterable[Question]) -> list[Comparison]:
    """Whatever is asked about is announced again."""
    return [Comparison(0, 0, 0, 0, 0.9, 0.05, 0.05) for _ in questions]


def _answer(question: Question) -> Comparison:
    draw = int(content_id("q", question.sentence, question.later_sentence, question.later)[1:], 16) % 5
    told = [0.02] * 7
    told[(0, 0, 1, 4, 6)[draw]] = 0.88
    return Comparison(*told)


PAGES = st.tuples(
    st.sampled_from([f"https://{name}.example/" for name in "abcdefgh"]),
    st.sampled_from((None, 0, 1, 1, 4, 9, 13, 16, 30)),
    st.lists(
        st.tuples(
            st.sampled_from(("ahead", "ahead", "told", "moved", "happened")),
            st.sampled_from(PEOPLE),
            st.sampled_from(SENTENCES),
            st.sampled_from((1, 6, 10, 15, 40)),
            st.sampled_from(("none", "day", "long", "vague")),
        ),
        min_size=1,
        max_size=3,
    ),
)


def sightings(url: str, day: int | None, told: Sequence[tuple[Any, ...]]) -> tuple[Sighting, ...]:
    """What a page holds: announcements, outcomes, and events of no account."""
    published = None if day is None else START + timedelta(days=day)
    article = content_id("a", url, day, told)
    return tuple(_sighting(article, url, n, published, each) for n, each in enumerate(told))


def _sighting(article: str, url: str, n: int, published: date | None, told: tuple[Any, ...]) -> Sighting:
    """One of a page's, told as ``PAGES`` draws it."""
    kind, who, said, due, windowed = told
    end = START + timedelta(days=due)
    windows = {"none": None, "day": Window(end, end), "long": Window(START, end), "vague": Window(end, end, vague=True)}
    of_kind: dict[str, dict[str, Any]] = {
        "ahead": {"status": "planned", "expectation": content_id("x", article, n), "window": windows[windowed]},
        "moved": {"change": "moved", "window": Window(end, end)},
        "happened": {"change": "happened"},
        "told": {},
    }
    if kind in {"told", "happened"}:
        said = f"{said} under flags, bells and rain"  # word for word it would be the announcement again
    values: dict[str, Any] = {
        "event": f"v{article}{n}",
        "article": article,
        "article_url": url,
        "outlet": "o",
        "published": published,
        "span": Span(10 * n, 10 * n + 5),
        "sentence": said + (f" {n}" if kind == "told" else ""),
        "type": "CONSULT",
        "status": "occurred",
        "certainty": "certain",
        "polarity": "affirmed",
        "lemma": "visit",
        "actors": (who,),
        "recipients": (),
        "place": None,
        "start": None,
        "end": None,
        "words": telling(said),
        "acts": ("visit",),
    }
    return Sighting(**{**values, **of_kind[kind]})
