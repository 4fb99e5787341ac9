"""The phrases of a language, compiled from its table, by the words they can begin with."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from typing import Any

from reportedly.read.days.value import Here, Value
from reportedly.read.days.windows import Joint
from reportedly.read.multilingual.keys import key
from reportedly.read.multilingual.times.meanings import MEANINGS, Resolve
from reportedly.read.multilingual.times.meanings.counted import of_row
from reportedly.read.multilingual.times.notation import Part, parsed
from reportedly.read.multilingual.times.table import Form, Table, table
from reportedly.read.multilingual.times.tense import Direction, pattern
from reportedly.read.multilingual.times.told import Told
from reportedly.read.multilingual.times.vocabulary import Vocabulary

_LETTERS = re.compile(r"[^\W\d_]+")
_GLUED = 4  # letters that may be written on to a word, at most
_NEAR = 30  # characters before a phrase that are looked at
_WHOLE = Part(r"(?P<whole>)", frozenset())  # where another time is to be named
_NUMERIC = (
    Form("numeric", [r"{year_first}"]),
    Form("numeric", [r"{year_last}"]),
)
_MARK = r"(?P<mark>[.-]| ?/ ?)"
_IN_DIGITS = {
    "year_first": rf"(?P<year>1[0-9]\d\d|20\d\d){_MARK}(?P<middle>\d\d?)(?P=mark)(?P<day>\d\d?)(?![\w/])",
    "year_last": rf"(?P<day>\d\d?){_MARK}(?P<middle>\d\d?)(?P=mark)(?P<year>1[0-9]\d\d|20\d\d)[مھه]?(?![\w/])",
}


@dataclass(frozen=True, eq=False)
class Compiled:
    """A phrase, what it means, and the words it can begin with."""

    source: str
    heads: frozenset[str]
    resolve: Resolve
    told: Mapping[str, Any]
    inner: bool = False
    after: str = ""
    never_after: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Its pattern, compiled when such a word is first met."""
        return re.compile(self.source)

    @cached_property
    def _before(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
        wanted, barred = (re.compile(source) if source else None for source in (self.after, self.never_after))
        return wanted, barred

    def match(self, low: str, start: int, depth: int) -> re.Match[str] | None:
        """Where it is found at a place of a line, within ``depth`` other times."""
        if self.inner and not depth:
            return None
        wanted, barred = self._before
        before = low[max(0, start - _NEAR) : start] if wanted or barred else ""
        if (wanted and not wanted.search(before)) or (barred and barred.search(before)):
            return None
        return self.pattern.match(low, start)


class Grammar:
    """All that is known of how a language tells times; ``behind`` are phrases that narrow a time named before them."""

    def __init__(self, listed: Table) -> None:
        """From the language's table."""
        self.words = Vocabulary(listed)
        self.direction = Direction(listed.tense)
        forms = (*_NUMERIC, *_vague(listed.vague), *listed.forms)
        self.rules = tuple(self._compiled(forms, listed.glue))
        self.behind = tuple(self._compiled(listed.behind, ',? [(«"]?'))
        self._joints = tuple(self._joined(listed))
        self.moved = pattern(listed.moved)
        self.upto = self._among(listed.upto, ",? {0} | ?- ?")
        self.twin = self._among(listed.twin or ["="], r"[ ,(-]*{0}[ ,:(]*| \(| ?/ ?")
        self._since = [self._beside(side, phrases) for side, phrases in listed.since.items()]
        self.apart = re.compile(_LETTERS.sub(lambda run: key(run[0]), listed.apart)) if listed.apart else None
        cuts = range(1, _GLUED + 1) if listed.glue else ()
        self._prefixes = [(cut, re.compile(rf"(?:{listed.glue})(?<=\A.{{{cut}}})")) for cut in cuts]
        self.beginning = lru_cache(maxsize=20_000)(self._beginning)

    def _slot(self, name: str) -> Part:
        if name == "whole":
            return _WHOLE
        if name in _IN_DIGITS:
            return Part(_IN_DIGITS[name], frozenset({"0"}))
        return self.words.slot(name)

    def _compiled(self, forms: Iterable[Form], opening: str) -> Iterator[Compiled]:
        for form in forms:
            name, _, row = form.means.partition(":")
            resolve = partial(of_row, row) if row else MEANINGS[name]
            for phrase in form.say:
                part = parsed(phrase, self._slot)
                source = f"(?:{opening}){part.pattern}"
                if not source.endswith(_WHOLE.pattern):
                    source += r"(?!\w)"
                if form.never_before:
                    source += rf"(?! (?:{self._plain(form.never_before)})(?!\w))"
                if form.before:
                    source += rf"(?= (?:{self._plain(form.before)})(?!\w))"
                sides = (self._ending(form.after), self._ending(form.never_after))
                yield Compiled(source, part.heads, resolve, form.told, form.inner, *sides)

    def _ending(self, phrases: list[str]) -> str:
        return rf"(?<!\w)(?:{self._plain(phrases)}) $" if phrases else ""

    def _plain(self, phrases: Iterable[str]) -> str:
        return "|".join(parsed(phrase, self._slot).pattern for phrase in phrases)

    def _among(self, phrases: Iterable[str], around: str) -> re.Pattern[str] | None:
        either = self._plain(phrases)
        return re.compile(around.replace("{0}", f"(?:{either})")) if either else None

    def _joined(self, listed: Table) -> Iterator[tuple[Joint, str, re.Pattern[str]]]:
        for side, joints in listed.joints.items():
            for joint, phrases in joints.items():
                yield joint, side, self._beside(side, phrases)[1]

    def _beside(self, side: str, phrases: Iterable[str]) -> tuple[str, re.Pattern[str]]:
        either = self._plain(phrases)
        source = rf"(?<!\w)(?:{either})[ :]?$" if side == "before" else rf" (?:{either})(?!\w)"
        return side, re.compile(source)

    def joint(self, low: str, start: int, end: int) -> Joint:
        """How the words beside a time join it to its clause."""
        before = low[max(0, start - 40) : start]
        for joint, side, told in self._joints:
            if told.search(before) if side == "before" else told.match(low, end):
                return joint
        return "in"

    def is_since(self, low: str, start: int, end: int) -> bool:
        """Whether something has gone on from then."""
        before = low[max(0, start - 40) : start]
        return any(p.search(before) if side == "before" else p.match(low, end) for side, p in self._since)

    def _beginning(self, word: str) -> tuple[tuple[int, Compiled], ...]:
        """The phrases that a word may begin, in order."""
        forms = {"0" if word[cut].isdigit() else word[cut:] for cut in self._cuts(word)}
        forms |= {f"{form[:length]}*" for form in forms for length in range(1, len(form) + 1)}
        return tuple((n, rule) for n, rule in enumerate(self.rules) if not forms.isdisjoint(rule.heads))

    def _cuts(self, word: str) -> Iterator[int]:
        """Where the word may begin without what is written on to it."""
        yield 0
        yield from (cut for cut, prefix in self._prefixes if cut < len(word) and prefix.match(word))


def _vague(listed: Mapping[str, list[str]]) -> Iterator[Form]:
    yield from (Form(f"vague:{row}", phrases) for row, phrases in listed.items())


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language, made when the first article in it is read."""
    return Grammar(table(language))


def resolved(rule: Compiled, match: re.Match[str], here: Here, words: Vocabulary, whole: Value | None) -> Value | None:
    """What a phrase means that was found; ``whole`` is the time named before it, of a phrase that narrows one."""
    return rule.resolve(Told(match, words, rule.told, here, whole), here, words)
