"""How surely a sentence is put, whoever wrote it: the reader's certainty of what it says, and who is said to say so.

What it reads is a sentence of the desk's own briefs. One that passes a report on ("The Courier reported: ...") is as
sure as what it passes on, and may end in a note on its certainty ("put as possible"). What nobody is said to say has
the hedges that it would have if somebody did: the reader gives a certainty to what is said.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from reportedly.read.grammar.lexicons import words
from reportedly.read.reader import read
from reportedly.records import Article, Certainty, HowPut, Reading, article_id
from reportedly.text import joined

SURER: Final[tuple[Certainty, ...]] = ("possible", "unknown", "probable", "certain")
"""From the least to the most sure. Where how sure is not said, nobody may be surer than of a possibility."""

_NOTES: Final[dict[str, Certainty]] = {
    "put as possible": "possible",
    "how certain is not said": "unknown",
    "put as probable": "probable",
}
_DENIAL: Final = "(a denial"
_PASSED_ON: Final = re.compile(r"[^:“”]+? reported(?: of [^:“”]+)?: (?=\S)")
_SOMEBODY: Final = "The ministry said that "
_OWN: Final = "own"


def how_put(sentences: Sequence[str]) -> list[HowPut]:
    """For each sentence in English how surely what it says is put by its own words, and the words for its sources."""
    readings = _read(sentences)
    told = [_told(sentence) for sentence in sentences]
    said = _read(told)
    unsaid = [number for number, reading in enumerate(said) if not reading.statements]
    as_if = dict(zip(unsaid, _read([_SOMEBODY + told[number] for number in unsaid]), strict=True))
    return [_of(reading, as_if.get(number, said[number])) for number, reading in enumerate(readings)]


def _told(sentence: str) -> str:
    """What it passes on; all of it where it passes nothing on."""
    match = _PASSED_ON.match(sentence)
    return sentence[match.end() :] if match else sentence


def _read(sentences: Sequence[str]) -> list[Reading]:
    """Their readings, each as an article of its own."""
    return list(read(_article(number, sentence) for number, sentence in enumerate(sentences)))


def _article(number: int, sentence: str) -> Article:
    url = f"sentence:{number}"
    return Article(article_id(url, sentence, _OWN), url, _OWN, sentence, "en", _OWN)


def _of(reading: Reading, said: Reading) -> HowPut:
    """``said`` is the reading of what is told in it, as somebody's words."""
    text = reading.article.text
    noted = [sure for note, sure in _NOTES.items() if note in text]
    outer = {statement.via for statement in said.statements}
    inmost = [statement for statement in said.statements if statement.id not in outer]
    sources = [joined(statement.source, text) for statement in reading.statements if statement.source]
    denied = _DENIAL in text or any(statement.polarity == "denied" for statement in inmost)
    surely = least(noted or (statement.certainty for statement in inmost))
    return HowPut(surely, tuple(dict.fromkeys(sources)), denied, _hedges(text))


def _hedges(text: str) -> tuple[str, ...]:
    """The hedges in these words by the reader's lists, wherever they stand."""
    known = words("statements/hedges", "possible") | words("statements/hedges", "probable")
    return tuple(word for word in re.findall(r"\w+", text.casefold()) if word in known)


def least(certainties: Iterable[Certainty]) -> Certainty:
    """The least sure of them; certain where there is none, for a plain sentence asserts."""
    return min(certainties, key=SURER.index, default="certain")
