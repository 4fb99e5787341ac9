"""What every form of a dispatch says in the same words: its head, its marks and labels, its sources and evidence."""

from collections import Counter
from typing import Final

from reportedly.account import wording
from reportedly.records import Dispatch, DispatchSentence, Exhibit, Flag, FlagKind

SOURCES: Final = "Sources"
EVIDENCE: Final = "Evidence"
ABOUT_EVIDENCE: Final = (
    "The words that each sentence rests on, as they were said, with the page’s address, the SHA-256 of the page as it "
    "was archived, and the place of the words in the article’s text (characters from, to)."
)
UNCITED: Final = "uncited"
FLAGS: Final[dict[FlagKind, str]] = {
    "uncited": UNCITED,
    "stronger": "stronger than its source",
    "turned": "a denial turned round",
    "unattributed": "attribution dropped",
    "source": "another source",
    "number": "a number of its own",
    "unread": "not checked",
    "desk": "another desk not told of",
    "changed": "page edited since",
    "gone": "page gone",
    "withdrawn": "withdrawn",
    "corrected": "corrected since",
    "pact": "reserved by its pact",
    "fewer": "fewer sources",
}
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def head(dispatch: Dispatch) -> list[str]:
    """The lines below the title: number, time and author of what was issued; that it is a draft of what was not."""
    as_of = [f"What lies ahead is told as of {wording.day(dispatch.as_of)}."] if dispatch.as_of else []
    if dispatch.number is None:
        return [f"Draft, version {dispatch.version}. Not issued.", *as_of]
    edition = f", edition {dispatch.edition}" if dispatch.edition and dispatch.edition > 1 else ""
    when = wording.moment(dispatch.at)
    return [f"Brief {dispatch.number}{edition}. Issued on {when} by {dispatch.author}, {dispatch.desk}.", *as_of]


def marking(dispatch: Dispatch) -> str:
    """The marking, or that it is a draft."""
    return dispatch.marking or "DRAFT"


def labels(dispatch: Dispatch) -> dict[int, str]:
    """By its number the label of each exhibit: ``3`` for the only words of source 3, else ``3a``, ``3b``, ..."""
    many = Counter(exhibit.source for exhibit in dispatch.exhibits)
    given: Counter[int] = Counter()
    told: dict[int, str] = {}
    for exhibit in dispatch.exhibits:
        letter = _letters(given[exhibit.source]) if many[exhibit.source] > 1 else ""
        told[exhibit.number] = f"{exhibit.source}{letter}"
        given[exhibit.source] += 1
    return told


def _letters(n: int) -> str:
    """``a``, ``b``, ..., ``z``, ``aa``, ``ab``, ..."""
    return (_letters(n // len(_LETTERS) - 1) if n >= len(_LETTERS) else "") + _LETTERS[n % len(_LETTERS)]


def marks(dispatch: Dispatch, sentence: DispatchSentence) -> list[Flag]:
    """The flags that are shown beside a sentence: of what was issued only that it is uncited, of a draft all."""
    return [flag for flag in sentence.flags if flag.kind == UNCITED or dispatch.number is None]


def mark(flag: Flag) -> str:
    """A flag in few words, with its reason unless it is uncited, which says all."""
    return FLAGS[flag.kind] if flag.kind == UNCITED else f"{FLAGS[flag.kind]}: {flag.reason}"


def source(exhibit: Exhibit) -> tuple[str, str, str]:
    """A source's outlet, and which other desk reported it; its headline, and its day."""
    told = exhibit.reported
    outlet = f"{exhibit.outlet}, as {told.desk or 'another desk'} reported" if told else exhibit.outlet
    return outlet, exhibit.title, wording.day(exhibit.day)


def place(exhibit: Exhibit) -> str:
    """Where the words of an exhibit stand; of another desk's also who says so, how surely, and how it is marked."""
    if told := exhibit.reported:
        how = f"{'a denial, ' if told.denied else ''}{wording.PUT_AS[told.certainty]}"
        where = f"version of {wording.moment(told.version)} of {exhibit.article}"
        return f"{told.source or 'no source named'}, {how}; TLP:{told.label}; {where}"
    return f"characters {exhibit.span.start} to {exhibit.span.end} of article {exhibit.article}"


def capture(exhibit: Exhibit) -> str:
    """The archived page that the words come from."""
    if exhibit.reported:
        return "no page archived here: another desk saw it"
    if exhibit.capture is None:
        return "no page archived: the article was handed in"
    return f"SHA-256 {exhibit.capture}, archived {wording.moment(exhibit.captured)}"
