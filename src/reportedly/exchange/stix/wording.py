"""What stands in words in each object, for whoever imports it without our extension."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from reportedly.exchange.telling import Telling, ToldExpectation, ToldStatement
from reportedly.records import Certainty, ReportState, Window

ICD_203: Final[Mapping[Certainty, tuple[str, str]]] = MappingProxyType(
    {
        "certain": ("almost certain", "almost no chance"),
        "probable": ("likely", "unlikely"),
        "possible": ("roughly even chance", "roughly even chance"),
        "unknown": ("not said", "not said"),
    }
)
"""How sure whoever is quoted was that it is so, in the words of ICD 203; the second where it is denied."""

ADMIRALTY: Final = "F6"
"""Reliability and credibility cannot be judged: a desk reads what outlets print and rates none of them."""

PUBSTATUS: Final[Mapping[ReportState, str]] = MappingProxyType(
    {"usable": "usable", "corrected": "usable", "withdrawn": "canceled"}
)
"""The words of ninjs for whether a report may be used."""


def name(told: Telling) -> str:
    """``Sel Courier (1f3a09c2): Ferry late again``; two outlets with one headline have two names."""
    return named(told.outlet, told.short, told.headline)


def named(outlet: str, short: str, headline: str | None) -> str:
    """The same of its parts."""
    return f"{outlet} ({short}): {headline or 'headline held back'}"


def description(told: Telling) -> str:
    """The source line, the address, each statement with its words and certainty, and what is expected."""
    return "\n".join(_lines(told))


def withdrawn(reason: str) -> str:
    """What a report says that must not be used any more."""
    return f"WITHDRAWN. Do not use this report. Reason: {reason}"


def corrected(reason: str) -> str:
    """What a report says of which something was wrong."""
    return f"CORRECTED. Reason: {reason}"


def unrated(text: str) -> str:
    """That nobody rated what it tells of; and the hash of the article's text."""
    return f"Outlet and content not rated (Admiralty {ADMIRALTY}). Text SHA-256: {text}"


def _lines(told: Telling) -> Iterator[str]:
    day = told.imprint.day
    yield f"{told.outlet}, {day or 'date unknown'}. Address: {told.article.url}"
    if told.state == "corrected":
        yield corrected(told.reason)
    yield unrated(told.imprint.text)
    for number, one in enumerate(told.statements, 1):
        yield statement(number, one)
    for expected in told.expectations:
        yield expectation(expected)


def statement(number: int, one: ToldStatement) -> str:
    """``1. The governor of Teral said (almost certain): “Twelve people were killed”``."""
    source = one.source or "Somebody whom the article does not name"
    denied = ", denied" if one.polarity == "denied" else ""
    return f"{number}. {source} ({one.source_kind}; {icd(one)}{denied}): “{' … '.join(one.words)}”"


def icd(one: ToldStatement) -> str:
    """The ICD 203 word for a statement."""
    return ICD_203[one.certainty][one.polarity == "denied"]


def expectation(one: ToldExpectation) -> str:
    """``Expected by 2024-06-09: “Ministers are to meet ...” (happened 2024-06-09)``."""
    states = "; ".join(f"{state.state} {state.on}" for state in one.states)
    return f"Expected {_window(one.window)}: “{one.sentence}”{f' ({states})' if states else ''}"


def _window(window: Window | None) -> str:
    if window is None or not (window.start or window.end):
        return "at a time not given"
    roughly = "roughly " if window.vague else ""
    return f"{roughly}{_days(window.start, window.end)}"


def _days(start: date | None, end: date | None) -> str:
    if start and end:
        return f"{start}" if start == end else f"{start} to {end}"
    return f"by {end}" if end else f"from {start} on"
