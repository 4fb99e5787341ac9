"""What speaks for a run of capitals being somebody.

What a row was measured on says what changes without it. ``facts`` is how many of the 138 facts about names in six
dispatches fall away, ``news`` how many runs of capitals in 390 articles more (+) or fewer (-) would be persons, of
those for which the row speaks.
"""

from dataclasses import dataclass

from reportedly.evidence import Clue
from reportedly.read.names import gazetteer
from reportedly.read.names.sheet import Sheet
from reportedly.read.names.words import is_given, words

IN = frozenset({"in", "at", "near", "from", "outside", "around"})
RETIRED = frozenset({"retd", "retired", "r", "rtd"})
REACH = 6  # tokens after the comma in which an office makes an apposition


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised tokens ``[start, end)`` that may be a person's name."""

    sheet: Sheet
    start: int
    end: int

    @property
    def tokens(self) -> list[int]:
        """Its words, without hyphens."""
        return [i for i in range(self.start, self.end) if self.sheet.text[i][:1].isalnum()]

    @property
    def given(self) -> list[bool]:
        """Which of its words are known given names."""
        return [is_given(self.sheet.low[i]) for i in self.tokens]

    def most_are(self, *labels: str) -> bool:
        """Whether the model takes at least half of its words for one of these; for anything, where none is told."""
        seen = [self.sheet.label[i] for i in self.tokens]
        return sum(label in labels if labels else bool(label) for label in seen) >= len(seen) / 2


def is_titled(sheet: Sheet, start: int) -> bool:
    """Whether a title, rank or role stands right before token ``start``."""
    i = start - 1
    if i > 1 and sheet.text[i] == ")" and sheet.bare(i - 1) in RETIRED:
        i -= 3
    title = sheet.bare(i)
    if title in words().honorifics | words().ranks:
        return sheet.cap[i]
    return title in words().roles - words().private and not sheet.shut[i] and (sheet.cap[i] or not sheet.begins(start))


def _is_explained(run: Run) -> bool:
    """Whether ", who" follows, or an office such as ", the president of X," or ", Iran's parliament speaker,"."""
    sheet, end = run.sheet, run.end
    if end + 1 >= len(sheet) or sheet.text[end] != ",":
        return False
    if sheet.low[end + 1] in {"who", "whose"}:
        return True
    for i in range(end + 1, min(end + 1 + REACH, len(sheet))):
        if sheet.text[i] in {",", ".", ";"} or sheet.tag[i].startswith("V"):
            return False
        if sheet.bare(i) in words().roles:
            return True
    return False


def _is_after_in(run: Run) -> bool:
    return not any(run.given) and run.sheet.bare(run.start - 1) in IN


def _is_something_else(run: Run) -> bool:
    return not run.given[0] and run.most_are() and not run.most_are("PERSON")


def _is_spelled_like_a_place(run: Run) -> bool:
    places = gazetteer.named(run.sheet.words(run.start, run.end)) if not run.given[0] else ()
    return any(place.kind != "town" or place.population >= KNOWN for place in places)


KNOWN = 5_000  # inhabitants of a town whose name is none of a person: King George, Virginia, has fewer
ENOUGH = 3.0  # points by which a run is a person
IS_A_PERSON: tuple[Clue[Run], ...] = (
    Clue("after a title, rank or office", 3.0, lambda run: is_titled(run.sheet, run.start), "news -77 of 792"),
    Clue("begins with a given name", 2.0, lambda run: run.given[0], "facts -3, news -409 of 1615"),
    Clue("a person to the model", 2.0, lambda run: run.most_are("PERSON"), "facts -1, news -519 of 2018"),
    Clue("something else to the model", -1.0, _is_something_else, "news +8 of 1955"),
    Clue("several words", 1.0, lambda run: len(run.tokens) > 1, "facts -2, news -264 of 1759"),
    Clue("a single word", -1.0, lambda run: len(run.tokens) == 1, "news +5 of 3512"),
    Clue("explained by who or an office", 2.0, _is_explained, "news -16 of 214"),
    Clue("after in, without a given name", -2.0, _is_after_in, "news +2 of 387"),
    Clue("spelled like a place", -2.0, _is_spelled_like_a_place, "news +9 of 1124"),
)
