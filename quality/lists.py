"""Which entries of a word list ordinary news has: an index of the words of many articles, and what is too rare in it.

An entry is a word in its dictionary form; a particle follows its verb after an underscore (call_off), and stands a few
words behind it at most. One is common enough where three articles of two outlets have it in some form.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from quality import rows

ARTICLES, OUTLETS = 3, 2
CORPORA = ("dawn_app_2025-05_06", "tehran_times", "region_stream_2026")
_WORD = re.compile(r"['’]?[a-z]+(?:-[a-z]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+")
_BETWEEN = 4  # words that may stand between a verb and its particle
_IRREGULAR = {
    "meet": "met", "hold": "held", "strike": "struck", "shoot": "shot", "speak": "spoke", "begin": "began begun",
    "leave": "left", "take": "took taken", "give": "gave given", "send": "sent", "swear": "swore sworn",
    "withdraw": "withdrew withdrawn", "slay": "slain", "fire": "fired", "break": "broke broken", "seek": "sought",
}  # fmt: skip


class News:
    """The articles of the corpora in lower case, by the words they have."""

    def __init__(self, home: Path) -> None:
        """``home`` is the folder with ``data/news``."""
        self.articles: list[tuple[str, str]] = []
        self._having: dict[str, set[int]] = defaultdict(set)
        for name in CORPORA:
            for row in rows.load(home / f"data/news/{name}.jsonl.gz"):
                if row.get("language", "en") == "en":
                    self._add(row["outlet"], f"{row['title'] or ''}\n{row['text'] or ''}".lower())

    def _add(self, outlet: str, text: str) -> None:
        for word in set(_WORD.findall(text)):
            self._having[word].add(len(self.articles))
        self.articles.append((outlet, text))

    def is_rare(self, entry: str) -> bool:
        """Whether too few articles have the entry."""
        verb, *rest = entry.split("_")
        numbers = self._with(forms(verb))
        for word in rest:
            numbers &= self._with({word})
        if rest:
            behind = rf"\b(?:{'|'.join(forms(verb))})(?: \S+){{0,{_BETWEEN}}} {rest[-1]}\b"
            numbers = (n for n in sorted(numbers) if re.search(behind, self.articles[n][1]))  # type: ignore[assignment]
        return self._are_few(numbers)

    def is_rare_pair(self, verb: str, nouns: Iterable[str]) -> bool:
        """Whether too few articles have the verb with one of the nouns in a sentence."""
        verbs, things = forms(verb.partition("_")[0]), {form for noun in nouns for form in forms(noun)}
        numbers = self._with(verbs) & self._with(things)
        return self._are_few(n for n in sorted(numbers) if self._together(n, verbs, things))

    def _with(self, words: Iterable[str]) -> set[int]:
        return {number for word in words for number in self._having.get(word, ())}

    def _together(self, number: int, verbs: set[str], things: set[str]) -> bool:
        sentences = (set(_WORD.findall(part)) for part in _SENTENCE.findall(self.articles[number][1]))
        return any(words & verbs and words & things for words in sentences)

    def _are_few(self, numbers: Iterable[int]) -> bool:
        seen: set[str] = set()
        for count, number in enumerate(numbers, start=1):
            seen.add(self.articles[number][0])
            if count >= ARTICLES and len(seen) >= OUTLETS:
                return False
        return True


def forms(word: str) -> set[str]:
    """The forms that a word may take in either spelling, those that do not exist among them."""
    british = word.replace("iza", "isa").removesuffix("ize") + "ise" * word.endswith("ize")
    american = word.replace("isa", "iza").removesuffix("ise") + "ize" * word.endswith("ise")
    spellings = {word, british, american}
    return {
        *spellings,
        *_IRREGULAR.get(word, "").split(),
        *(form for spelling in spellings for form in _regular(spelling)),
    }


def _regular(word: str) -> Iterator[str]:
    yield from (word + ending for ending in ("s", "es", "d", "ed", "ing"))
    if word.endswith("e"):
        yield word[:-1] + "ing"
    if word.endswith("y"):
        yield from (word[:-1] + ending for ending in ("ies", "ied"))
    yield from (word + word[-1] + ending for ending in ("ed", "ing"))
