"""A report: one article as a desk tells of it."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Final

from reportedly.account.partner_reports import NO_DAY
from reportedly.exchange.stix import extension, ids, imprints, wording
from reportedly.exchange.stix.extension import Object
from reportedly.exchange.telling import Telling, ToldExpectation, ToldState, ToldStatement
from reportedly.records import Window

KIND: Final = "report"
STRUCK: Final = "struck"
"""In the extension: the statements that a report had, and that are said no more."""


def told(telling: Telling, refs: Sequence[str]) -> Object:
    """The report without ids and times; ``refs`` are the objects it refers to, its outlet first."""
    published = _published(telling)
    return _without_nothing(
        {
            "type": "report",
            "name": wording.name(telling),
            "description": wording.description(telling),
            "lang": telling.article.language or None,
            "published": published,
            "object_refs": list(refs),
            "external_references": [_address(telling)],
        }
    )


def details(telling: Telling) -> Object:
    """What the extension holds of it."""
    article = telling.article
    return _without_nothing(
        {
            "imprint": imprints.written(telling.imprint),
            "headline": telling.headline,
            "language": article.language,
            "state": telling.state,
            "pubstatus": wording.PUBSTATUS[telling.state],
            "reason": telling.reason,
            "admiralty": wording.ADMIRALTY,
            "statements": [_statement(one) for one in telling.statements],
            "expectations": [_expectation(one) for one in telling.expectations],
            "text": telling.text,
        }
    )


def tombstone(before: Object, reason: str, *, named: bool) -> tuple[Object, Object]:
    """The report as it is withdrawn: its name, who printed it and where, and that it must not be used; nothing else.

    The name stays as it was, for importers (OpenCTI) know a report by name and day; ``named`` says whether its headline
    may stand in it. Second comes what the extension holds of it.
    """
    body = {
        "type": "report",
        "name": before["name"] if named else _nameless(before),
        "description": f"{wording.withdrawn(reason)}\n{_first(before)}",
        "published": before["published"],
        "object_refs": [before["created_by_ref"]],
        "external_references": before["external_references"],
        "revoked": True,
    }
    url = extension.of(before)["imprint"]["url"]
    return body, {"state": "withdrawn", "pubstatus": wording.PUBSTATUS["withdrawn"], "reason": reason, "url": url}


def mended(before: Object, reason: str, struck: Collection[str] | None, *, named: bool) -> tuple[Object, Object]:
    """The report as it was given, without the statements that are ``struck``; without any words where that is None."""
    own = extension.of(before)
    statements = [] if struck is None else [one for one in own.get("statements", ()) if one["id"] not in struck]
    expectations = [] if struck is None else own.get("expectations", [])
    more: Object = {name: own.get(name) for name in ("imprint", "language", "admiralty")} | {
        "headline": own.get("headline") if named else None,
        "state": "corrected",
        "pubstatus": wording.PUBSTATUS["corrected"],
        "reason": reason,
        "statements": statements,
        "expectations": expectations,
        STRUCK: [one["id"] for one in own.get("statements", ()) if one not in statements],
    }
    words = [wording.statement(number, _told(one)) for number, one in enumerate(statements, 1)]
    words += [wording.expectation(_expected(one)) for one in expectations]
    kept: Object = {
        name: before[name] for name in ("type", "lang", "published", "external_references") if name in before
    }
    lines = [_first(before), wording.corrected(reason), wording.unrated(own["imprint"]["text"]), *words]
    name, refs = before["name"] if named else _nameless(before), before["object_refs"]
    body = {**kept, "name": name, "description": "\n".join(lines), "object_refs": refs}
    return body, _without_nothing(more)


def _first(thing: Object) -> str:
    """The line that says who printed it, when and where."""
    return str(thing["description"].partition("\n")[0])


def _told(one: Object) -> ToldStatement:
    """A statement from what the extension holds of it."""
    kept: Object = {"source": "", "cue": "", "via": None, **one, "words": tuple(one["words"])}
    return ToldStatement(**{name: value for name, value in kept.items() if name != "icd_203"})


def _expected(one: Object) -> ToldExpectation:
    """An expectation from what the extension holds of it."""
    start, end = (date.fromisoformat(one[name]) if name in one else None for name in ("starts", "ends"))
    window = Window(start, end, vague=one.get("vague", False)) if start or end else None
    states = [
        ToldState(date.fromisoformat(own["on"]), own["state"], tuple(own["pages"])) for own in one.get("states", ())
    ]
    return ToldExpectation("", one["id"], one["sentence"], window, one["certainty"], tuple(states))


def _nameless(thing: Object) -> str:
    reference = thing["external_references"][0]
    return wording.named(reference["source_name"], reference["external_id"], None)


def _published(telling: Telling) -> str:
    """The moment it came out; the first of its day where no moment is known, of 1970 where no day is."""
    imprint = telling.imprint
    if imprint.at:
        return ids.moment(imprint.at)
    return f"{imprint.day or NO_DAY}T00:00:00.000Z"


def _address(telling: Telling) -> Object:
    reference: Object = {"source_name": telling.outlet, "url": telling.article.url, "external_id": telling.short}
    if telling.capture:
        reference["hashes"] = {"SHA-256": telling.capture}
    return reference


def _statement(one: ToldStatement) -> Object:
    return _without_nothing(
        {
            "id": one.id,
            "words": list(one.words),
            "source": one.source,
            "source_kind": one.source_kind,
            "cue": one.cue,
            "certainty": one.certainty,
            "icd_203": wording.icd(one),
            "polarity": one.polarity,
            "mode": one.mode,
            "via": one.via,
        }
    )


def _expectation(one: ToldExpectation) -> Object:
    window = one.window
    states = [{"on": f"{own.on}", "state": own.state, "pages": list(own.pages)} for own in one.states]
    return _without_nothing(
        {
            "id": one.id,
            "sentence": one.sentence,
            "starts": f"{window.start}" if window and window.start else None,
            "ends": f"{window.end}" if window and window.end else None,
            "vague": window.vague if window else None,
            "certainty": one.certainty,
            "states": states,
        }
    )


def _without_nothing(given: dict[str, Any]) -> Object:
    return {name: value for name, value in given.items() if value not in (None, "", [], ())}
