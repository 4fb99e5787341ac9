"""Sentences that a person rewrote, held against the words they cite: none may say more than its sources do.

A sentence as the program drafted it needs no check, and one without citations is uncited, whatever it says. How surely
a sentence is put is the reader's business, which the brief does not know: ``weigh`` is handed in.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from reportedly.account import links, wording
from reportedly.account.attributions import source_words
from reportedly.brief.figures import figures
from reportedly.brief.sentences import CITING, TELLING, VERBS
from reportedly.records import Certainty, Citation, Draft, DraftSentence, Flag, HowPut, Reading, Reported, Statement

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

Weigh = Callable[[Sequence[str]], Sequence[HowPut]]
"""For sentences in English how surely each is put, and who is said to say so."""

_SURENESS: Final[dict[Certainty, int]] = {"possible": 1, "unknown": 1, "probable": 2, "certain": 3}
_WORD: Final = re.compile(r"\w+")
_PAIR: Final = re.compile(r"\b(\w+) (?=(\w+))")  # of words with no comma or quotation mark between them
_SAYING: Final = frozenset(
    (
        *VERBS,
        *TELLING,
        "reported",
        "denied",
        "rejected",
        "claimed",
        "warned",
        "admitted",
        "added",
        "argued",
        "announced",
    )
) | {"confirmed", "insisted", "vowed", "urged", "stated", "believed", "asked", "called"}
_DENYING: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject|refut|dismiss|disput|not\b|no\b|never\b|neither\b|nor\b)|n[’']t\b",
    re.IGNORECASE,
)
_NEAR: Final = 4  # words before a word in which a hedge of it stands
_LITTLE: Final = 4  # letters; shorter words name nobody by themselves
_TOO_COMMON: Final = frozenset({"said", "says", "that", "this", "with", "from", "what", "news", "some", "officials"})


def checked(draft: Draft, before: Draft | None, ledger: "Ledger", weigh: Weigh) -> Draft:
    """The draft with the lasting flags of each sentence; those that are as they stood ``before`` keep theirs."""
    known = {sentence.id: sentence for sentence in before.sentences} if before else {}
    fresh = [one for one in draft.sentences if _is_to_check(one) and not _is_same(one, known.get(one.id))]
    found = dict(zip((one.id for one in fresh), _flags(fresh, ledger, weigh), strict=True))
    sections = [
        replace(section, sentences=tuple(_flagged(one, known.get(one.id), found) for one in section.sentences))
        for section in draft.sections
    ]
    return replace(draft, sections=tuple(sections))


def _is_to_check(sentence: DraftSentence) -> bool:
    return bool(sentence.citations) and bool(sentence.text) and sentence.text != sentence.drafted


def _is_same(sentence: DraftSentence, before: DraftSentence | None) -> bool:
    return before is not None and (before.text, before.citations) == (sentence.text, sentence.citations)


def _flagged(
    sentence: DraftSentence, before: DraftSentence | None, found: Mapping[str, tuple[Flag, ...]]
) -> DraftSentence:
    if not _is_to_check(sentence):
        return replace(sentence, flags=())
    kept = before.flags if before else ()
    return replace(sentence, flags=found.get(sentence.id, kept))


# -- one sentence and its sources -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cited:
    """Words that a sentence cites, and what is known of them; ``certainty`` is None where nobody has read them.

    ``names`` are those who may be named as saying so: the outlet and the statement's source.
    """

    citation: Citation
    certainty: Certainty | None
    names: tuple[str, ...]
    denied: bool = False
    hedges: frozenset[str] = frozenset()


def _flags(sentences: Sequence[DraftSentence], ledger: "Ledger", weigh: Weigh) -> list[tuple[Flag, ...]]:
    if not sentences:
        return []
    cited = _all_cited({c for one in sentences for c in one.citations}, ledger, weigh)
    put = weigh([one.text for one in sentences])
    each = zip(sentences, put, strict=True)
    return [tuple(_of(one, how, [cited[c] for c in one.citations])) for one, how in each]


def _of(sentence: DraftSentence, put: HowPut, cited: Sequence[_Cited]) -> Iterator[Flag]:
    if not _quotes_whole(sentence.text, cited):
        yield from _stronger(sentence.text, put, cited)
        yield from _turned(sentence.text, put, cited)
    yield from _unattributed(sentence, put, cited)
    yield from _another_desk(sentence, cited)
    yield from _numbers(sentence, cited)


def _quotes_whole(text: str, cited: Iterable[_Cited]) -> bool:
    """Whether some cited words stand in it whole: then it is put as its source put it, hedges and denials included."""
    said = " ".join(_WORD.findall(text.casefold()))
    return any(words in said for one in cited if (words := " ".join(_WORD.findall(one.citation.words.casefold()))))


def _stronger(text: str, put: HowPut, cited: Sequence[_Cited]) -> Iterator[Flag]:
    known = [one for one in cited if one.certainty is not None]
    if not known:
        unread = cited[0].citation
        yield Flag("unread", "The desk has not read what it cites: check it by hand.", links.of(unread))
        return
    surest = max(known, key=lambda one: _SURENESS[one.certainty or "certain"])
    said = wording.quoted(surest.citation.words, 160)
    if surest.certainty and _SURENESS[put.certainty] > _SURENESS[surest.certainty]:
        theirs, ours = wording.PUT_AS[surest.certainty], wording.PUT_AS[put.certainty]
        yield Flag("stronger", f"Surer than its source: this is {ours}, the source’s {said} {theirs}.", _link(surest))
    elif len(known) == 1 and (lost := _lost(text, put, surest)):
        yield Flag("stronger", f"Surer than its source, for {wording.quoted(lost)} is gone: {said}.", _link(surest))


def _lost(text: str, put: HowPut, cited: _Cited) -> str:
    """The hedge of cited words that is missing before the word it stood before; empty where none is."""
    ours: list[str] = _WORD.findall(text.casefold())
    pairs: list[tuple[str, str]] = _PAIR.findall(cited.citation.words.casefold())
    for hedge, hedged in pairs:
        places = [place for place, word in enumerate(ours) if word == hedged]
        near = [word for place in places for word in ours[max(0, place - _NEAR) : place]]
        if hedge in cited.hedges and places and not set(near) & set(put.hedges):
            return hedge
    return ""


def _turned(text: str, put: HowPut, cited: Sequence[_Cited]) -> Iterator[Flag]:
    if all(one.denied for one in cited) and not put.denied and not _DENYING.search(text):
        said = wording.quoted(cited[0].citation.words, 160)
        yield Flag("turned", f"Its source denies this, and it does not say so: {said}.", _link(cited[0]))


def _unattributed(sentence: DraftSentence, put: HowPut, cited: Sequence[_Cited]) -> Iterator[Flag]:
    names = list(dict.fromkeys(name for one in cited for name in one.names))
    outlets = _names_any(sentence.text, [one.citation.outlet for one in cited])
    says = _says(sentence.text)
    if not (outlets and (put.sources or says)) and not (says and _names_any(sentence.text, names)):
        who = wording.listed(names[:4])
        yield Flag("unattributed", f"Nobody is named in it as saying so: what it cites is from {who}.", _link(cited[0]))
        return
    allowed = _telling_words(" ".join((*names, sentence.drafted, *(one.citation.words for one in cited))))
    strange = [source for source in put.sources if _telling_words(source) and not _telling_words(source) & allowed]
    if strange:
        who = wording.quoted(strange[0])
        yield Flag("source", f"It names {who} as its source, who stands in no cited words.", _link(cited[0]))


def _another_desk(sentence: DraftSentence, cited: Sequence[_Cited]) -> Iterator[Flag]:
    """That another desk reported it must be said, by its name where that may be told."""
    reported = [one.citation.reported for one in cited if one.citation.reported]
    names = [one.desk for one in reported if one.desk]
    said = _names_any(sentence.text, names) or "another desk" in sentence.text.casefold()
    if reported and len(reported) == len(cited) and not said:
        who = wording.listed(list(dict.fromkeys(names))) or "a desk that is not to be named"
        yield Flag("desk", f"It does not say that another desk reported this: {who}.", _link(cited[0]))


def _says(text: str) -> bool:
    """Whether it has a verb of saying, or of citing somebody."""
    folded = text.casefold()
    return any(words in folded for words in CITING) or any(word in _SAYING for word in _WORD.findall(folded))


def _numbers(sentence: DraftSentence, cited: Sequence[_Cited]) -> Iterator[Flag]:
    days = (wording.day(one.citation.published) for one in cited)
    allowed = figures(" ".join((sentence.drafted, *(one.citation.words for one in cited), *days)))
    fresh = sorted(figures(sentence.text) - allowed)
    if fresh:
        what = "numbers stand" if len(fresh) > 1 else "number stands"
        yield Flag("number", f"The {what} in no cited words: {wording.listed(fresh)}.", _link(cited[0]))


def _link(cited: _Cited) -> str:
    return links.of(cited.citation)


def _names_any(text: str, names: Iterable[str]) -> bool:
    folded, words = text.casefold(), _telling_words(text)
    return any(name.casefold() in folded or _telling_words(name) & words for name in names if name)


def _telling_words(text: str) -> frozenset[str]:
    """The words by which somebody is known: not the shortest, not those of every source."""
    words = (word for word in _WORD.findall(text.casefold()) if len(word) >= _LITTLE)
    return frozenset(words) - _TOO_COMMON


# -- what is known of cited words -------------------------------------------------------------------------------------


def _all_cited(citations: Iterable[Citation], ledger: "Ledger", weigh: Weigh) -> dict[Citation, _Cited]:
    wanted = sorted(citations, key=lambda citation: (citation.article, citation.span))
    readings = ledger.readings.by_article({one.article for one in wanted}, ("sentences", "entities", "statements"))
    said = {one: _statement(one, readings.get(one.article)) for one in wanted}
    own = [one for one in wanted if _is_read(readings.get(one.article)) or _is_english(one)]
    put = dict(zip(own, weigh([one.words for one in own]), strict=True)) if own else {}
    return {one: _cited(one, said[one], readings.get(one.article), put.get(one)) for one in wanted}


def _is_english(citation: Citation) -> bool:
    return citation.reported is not None and citation.reported.language == "en"


def _cited(citation: Citation, said: Statement | None, reading: Reading | None, put: HowPut | None) -> _Cited:
    if citation.reported:
        return _reported(citation, citation.reported, put)
    source = source_words(said, reading) if said and reading else ""
    certainty = said.certainty if said else put.certainty if put else None
    denied = said.polarity == "denied" if said else bool(put and put.denied)
    names = tuple(name for name in (source, citation.outlet) if name)
    return _Cited(citation, certainty, names, denied, frozenset(put.hedges if put else ()))


def _reported(citation: Citation, told: Reported, put: HowPut | None) -> _Cited:
    names = tuple(name for name in (told.source, citation.outlet, told.desk) if name)
    return _Cited(citation, told.certainty, names, told.denied, frozenset(put.hedges if put else ()))


def _is_read(reading: Reading | None) -> bool:
    return reading is not None and bool(reading.sentences)


def _statement(citation: Citation, reading: Reading | None) -> Statement | None:
    """The statement that these words are: the one of just this length, else the surest one inside them."""
    statements = reading.statements if reading else ()
    exact = next((one for one in statements if one.envelope == citation.span), None)
    inside = [one for one in statements if citation.span.holds(one.envelope)]
    return exact or max(inside, key=lambda one: _SURENESS[one.certainty], default=None)
