"""Plain words for what the pages show beyond the brief's: days, languages, kinds, outcomes of fetching."""

from datetime import date
from typing import Final

from reportedly.account import wording
from reportedly.english import MONTHS
from reportedly.letters import tongues
from reportedly.records import Basis, EntityKind, FetchState, Mode, Precision, Published, Time
from reportedly.web import written

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

BASES: Final[dict[Basis, str]] = {
    "given": "date as handed in",
    "feed": "date from the feed",
    "page": "date from the page",
    "url": "date from the address",
    "text": "date from the text",
    "none": "date without a basis",
}
MODES: Final[dict[Mode, str]] = {
    "direct": "in direct speech",
    "indirect": "in indirect speech",
    "mixed": "partly in quotation marks",
}
KINDS: Final[dict[EntityKind, str]] = {
    "person": "person",
    "organisation": "organisation",
    "place": "place",
    "group": "group",
    "agreement": "agreement",
}
PRECISIONS: Final[dict[Precision, str]] = {
    "point": "a point",
    "city": "a town",
    "region": "an area without one point",
    "country": "a country",
    "line": "a line, such as a border",
    "none": "the desk does not know where it lies",
}
FETCHED: Final[dict[FetchState, str]] = {
    "fetched": "answered",
    "unchanged": "nothing new",
    "gone": "page gone",
    "blocked": "refused us",
    "paywalled": "for subscribers",
    "not_an_article": "no article on the page",
    "failed": "could not be had",
}
CHANGES: Final = {"vanished": "vanished", "appeared": "appeared", "changed": "changed"}


def iso(day: date | None) -> str:
    """``2024-06-03``, or ``date unknown``."""
    return day.isoformat() if day else "date unknown"


def heading(day: date | None, today: date) -> str:
    """``Monday 2024-06-03``, with ``today`` and ``yesterday`` on the desk's calendar."""
    if day is None:
        return "Date unknown"
    near = {0: "Today, ", 1: "Yesterday, "}.get((today - day).days, "")
    return f"{near}{WEEKDAYS[day.weekday()]} {day.isoformat()}"


def month(day: date) -> str:
    """``June 2024``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def ends(opens: date, closes: date | None) -> str:
    """The days of a window."""
    if closes is None:
        return f"from {opens.isoformat()} on"
    return opens.isoformat() if opens == closes else f"{opens.isoformat()} to {closes.isoformat()}"


def weekday(day: date) -> str:
    """``Monday 2024-06-03``."""
    return f"{WEEKDAYS[day.weekday()]} {day.isoformat()}"


def published(given: Published | None) -> str:
    """When an article came out, as sharply as is known."""
    if given is None:
        return "date unknown"
    return iso(given.start) if given.start == given.end else f"{iso(given.start)} to {iso(given.end)}"


def span_of_time(given: Time) -> str:
    """What a time expression stands for, as days, or that it cannot be known."""
    if given.start is None and given.end is None:
        return "not known which"
    ends = [end.date().isoformat() for end in (given.start, given.end) if end]
    words = " to ".join(dict.fromkeys(ends))
    return f"roughly {words}" if given.vague else words


def tag(code: str) -> str:
    """The ``lang`` attribute; empty, as HTML wants it, where the language is not known."""
    return "" if code == "und" else code


BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrom", "Chrome or its kin"),
    ("Safari", "Safari"),
)
MACHINES: Final = (
    ("Android", "Android"),
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "a Mac"),
    ("Linux", "Linux"),
)


def browser(called: str) -> str:
    """What a browser is, by what it calls itself, as far as a person would know it."""
    kind = next((words for mark, words in BROWSERS if mark in called), "")
    machine = next((words for mark, words in MACHINES if mark in called), "")
    return " on ".join(filter(None, (kind, machine))) or called[:60] or "a browser that says nothing of itself"


BECAME = wording.BECAME
language = tongues.name
counted = wording.counted
moment = wording.moment
window = wording.window_in_figures
listed = wording.listed
quoted = written.quoted
