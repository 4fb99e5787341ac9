"""What a pact says, in words that people sign."""

from collections.abc import Iterator, Mapping
from typing import Final

from reportedly.records import Liaison, Pact, PactParty, PactTerms, ReportKind, Shared

KINDS: Final[Mapping[ReportKind, str]] = {
    "articles": "that an article was seen: outlet, headline, address, day, and the hash of its text",
    "statements": "who says what in it, in the exact words, and how sure they are",
    "expectations": "what it announces and what became of that",
    "stories": "which articles repeat each other's text or tell the same happening",
}
USES: Final = {
    "look": "may look at reports and must not act on them",
    "ask": "asks the giver before it acts on a report",
    "inside": "may use reports inside its own house and publishes nothing of them",
    "unnamed": "may publish what follows from reports, without pointing at the giver or its sources",
    "publish": "may publish",
}
_NAMING: Final = {
    "may": "may name the giver",
    "must": "names the giver wherever it uses a report",
    "must-not": "never names the giver",
}
_ONWARD: Final = {
    "nobody": "Reports are not passed on to anybody.",
    "marking": "Reports may be passed on as far as their own marking allows: TLP:GREEN within the community, TLP:CLEAR "
    "to anybody, all others to nobody.",
}
_AT_END: Final = {
    "keep": "What was received may be kept and used on.",
    "stop": "What was received may be kept as evidence and is used no more.",
    "delete": "What was received is deleted by the receiver.",
}


def lines(pact: Pact) -> Iterator[str]:
    """The document without signatures and data."""
    yield f"# {pact.title}"
    yield ""
    yield "An agreement between news desks to exchange reports."
    yield ""
    yield "## Parties"
    yield ""
    for party in pact.parties:
        yield from _party(party)
    yield "## Terms"
    yield ""
    for term in _terms(pact, pact.terms):
        yield f"- {term}"
    if pact.words.strip():
        yield from ("", "## In the parties' own words", "", *(f"> {line}" for line in pact.words.strip().splitlines()))


def _party(party: PactParty) -> Iterator[str]:
    yield f"### {party.name}"
    yield ""
    yield f"- Key: `{party.desk}`"
    yield f"- Gives: {_gives(party.gives)}"
    for liaison in party.liaisons:
        yield f"- Liaison: {_liaison(liaison)}"
    yield ""


def _gives(shared: Shared | None) -> str:
    if shared is None:
        return "nothing, it only receives"
    own = [f"{name} {value}" for name, value in _narrowed(shared).items()]
    about = [f"articles that have “{shared.words}”"] if shared.words else []
    return ", ".join([*(about or ["articles of every kind"]), *own])


def _narrowed(shared: Shared) -> dict[str, object]:
    given = {name: getattr(shared.filters, name) for name in shared.filters.__struct_fields__}
    return {name: value for name, value in given.items() if value is not None}


def _liaison(liaison: Liaison) -> str:
    since = f" from {liaison.since:%Y-%m-%d}" if liaison.since else ""
    until = f" until {liaison.until:%Y-%m-%d}" if liaison.until else ""
    return f"{liaison.name} ({liaison.role}), {liaison.contact}{since}{until}"


def _terms(pact: Pact, terms: PactTerms) -> Iterator[str]:
    yield f"It holds from {terms.starts:%Y-%m-%d %H:%M} to {terms.ends:%Y-%m-%d %H:%M} UTC, once every party signed."
    yield f"Reports tell {'; '.join(KINDS[kind] for kind in terms.kinds)}."
    yield _WORDING[terms.wording]
    yield (
        f"Markings are those of the Traffic Light Protocol 2.0. Nothing stricter than TLP:{terms.most} leaves; what "
        f"has no marking counts as TLP:{terms.unmarked}."
    )
    yield (
        "Certainty is put in the words of ICD 203 and says how sure whoever is quoted was; outlets are rated F and "
        "what they say 6 on the Admiralty scale (cannot be judged) where nobody judged them."
    )
    yield f"The receiver {USES[terms.use]}, and {_NAMING[terms.naming]}."
    yield _ONWARD.get(terms.onward) or f"Reports may be passed on to {_named(pact, terms.onward_to)} and nobody else."
    yield (
        "A party also passes on what others gave it, where they allow that."
        if terms.passes_on
        else "A party gives only what it found itself."
    )
    if terms.delay_hours:
        yield f"A report leaves {terms.delay_hours} hours after its article was first seen, not before."
    yield (
        f"Whoever withdraws or corrects a report says so and why to all who received it. They answer within "
        f"{terms.answer_hours} hours, pass it on to whomever they gave it, and use the report no more."
    )
    yield "Nothing is given of persons who neither speak nor hold office nor act in public."
    yield f"At its end: {_AT_END[terms.at_end]}"


_WORDING: Final = {
    "quotes": "Of an article's own words only those of its statements are given, with its address and the hash of its "
    "text; never the text itself.",
    "texts": "The whole text of an article is given with the report, where it names no private person.",
}


def _named(pact: Pact, desks: tuple[str, ...]) -> str:
    known = {party.desk: party.name for party in pact.parties}
    return ", ".join(known.get(desk, f"`{desk[:16]}`") for desk in desks)
