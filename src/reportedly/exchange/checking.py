"""Whether what came from another desk is what it says: signed by who made it, in bounds, and allowed to be here.

A partner is taken for hostile: sizes, numbers, depth and times are bounded, unknown markings are the strictest, and no
address is looked at. What fails is refused by itself, with the reason; the rest is taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

import msgspec

from reportedly.errors import BadInput
from reportedly.exchange.canonical import canonical
from reportedly.exchange.own import fingerprint_of
from reportedly.exchange.stix import extension, identity, ids, imprints, location, markings, note, relationship, report
from reportedly.exchange.stix.extension import Object
from reportedly.records import (
    MARKS,
    REPORT_KINDS,
    SKEW,
    PactStanding,
    Received,
    ReportState,
    page_id,
)

LARGEST: Final = 64_000_000  # bytes of a file or of all pages of one asking
OBJECTS: Final = 50_000
ONE: Final = 1_000_000  # bytes of one object; a report with a long text has 100,000
DEEPEST: Final = 12  # a report of a desk has 5
STATEMENTS: Final = 2_000  # of one report; the longest article known has 400
_EARLIEST: Final = datetime(2000, 1, 1, tzinfo=UTC)
AGAIN: Final = "relationship/again"
KINDS: Final = frozenset(
    {
        *(report.KIND, relationship.COPY, relationship.HAPPENING, AGAIN, note.REASON, note.ANSWER, location.LOCATION),
        *(identity.DESK, identity.OUTLET, identity.LIAISON),
    }
)
_TIES: Final = frozenset({relationship.COPY, relationship.HAPPENING})


class Refusal(NamedTuple):
    """What was not taken, and why, in words for the liaisons of both sides."""

    id: str
    why: str


@dataclass(frozen=True)
class Coming:
    """From whom something comes, to whom, under which pact, when; ``definitions`` are the markings that came along.

    ``had`` are reports that came before, by id: once the pact is over those alone may be corrected.
    """

    standing: PactStanding
    sender: str
    own: str
    at: datetime
    definitions: Mapping[str, Object] = field(default_factory=dict)
    had: Mapping[str, Object] = field(default_factory=dict)

    def holds(self) -> bool:
        """Whether the pact binds both now, give or take what two clocks may differ by."""
        pact, standing = self.standing.pact, self.standing
        bound = pact.party(self.sender) is not None and pact.party(self.own) is not None
        return bound and (standing.holds(self.at) or standing.holds(self.at + SKEW) or standing.holds(self.at - SKEW))


def parsed(data: bytes) -> list[Object]:
    """The objects of a bundle or an envelope; raises ``BadInput`` where it is neither, or out of bounds."""
    if len(data) > LARGEST:
        raise BadInput(f"it has {len(data):,} bytes, and {LARGEST:,} are taken at most: ask for less at once")
    try:
        whole = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise BadInput(f"it is not JSON as a bundle has: {error}") from error
    objects = whole.get("objects", []) if isinstance(whole, dict) else None
    if not isinstance(objects, list) or not all(isinstance(one, dict) for one in objects):
        raise BadInput("it holds no list of STIX objects: wanted is a bundle, or an envelope of a TAXII server")
    if len(objects) > OBJECTS:
        raise BadInput(f"it holds {len(objects):,} objects, and {OBJECTS:,} are taken at most: ask for less at once")
    return objects


def definitions_of(objects: list[Object]) -> dict[str, Object]:
    """The markings among some objects, by id."""
    return {str(one.get("id")): one for one in objects if one.get("type") == "marking-definition"}


def checked(thing: Object, coming: Coming) -> Received | None:
    """An object as it is filed; None where it is none of a desk's. Raises ``BadInput`` with what is wrong."""
    told = extension.of(thing)
    if not told:
        return None
    _is_in_bounds(thing)
    _is_whose_it_says(thing, told)
    if told["desk"] == coming.own:
        return None
    modified = _moments(thing, coming.at)
    state = _state(thing, told)
    if state != "withdrawn" and not _is_of_a_withdrawal(told, coming):
        _may_come(thing, told, coming)
    url = _address(told, state) if told["kind"] == report.KIND else ""
    return Received(
        id=thing["id"],
        modified=modified,
        originator=told["desk"],
        kind=told["kind"],
        about=told["about"],
        body=canonical(thing).decode(),
        sender=coming.sender,
        pact=coming.standing.pact.id,
        at=coming.at,
        url=url,
        state=state,
        reason=_words(told.get("reason")),
    )


def _is_in_bounds(thing: Object) -> None:
    if _depth(thing) > DEEPEST:
        raise BadInput(f"it is nested more than {DEEPEST} deep")
    if len(canonical(thing)) > ONE:
        raise BadInput(f"it has more than {ONE:,} bytes")


def _depth(value: Any, deep: int = 0) -> int:
    """How deep a value is nested, as far as one more than may be."""
    if deep > DEEPEST or not isinstance(value, dict | list):
        return deep
    inside = value.values() if isinstance(value, dict) else value
    return max((_depth(one, deep + 1) for one in inside), default=deep)


def _is_whose_it_says(thing: Object, told: Object) -> None:
    """Raises where an object was not made by the desk that it names, or is not about what its id says."""
    names = (told.get("desk"), told.get("key"), told.get("kind"), told.get("about"), thing.get("id"))
    if not all(isinstance(name, str) for name in names) or told["kind"] not in KINDS:
        raise BadInput("it does not say who made it, and what of")
    generation = told.get("generation")
    if not isinstance(generation, int) or isinstance(generation, bool) or generation < 0:
        raise BadInput("it does not say which generation it is of")
    if fingerprint_of(told["key"]) != told["desk"]:
        raise BadInput("the key in it is not that of the desk it names")
    if thing["id"] != ids.object_id(told["kind"], told["desk"], told["about"], generation):
        raise BadInput("its id is not the one that its desk gives to what it is about")
    if thing.get("type") != told["kind"].partition("/")[0] or thing.get("spec_version") != "2.1":
        raise BadInput("it is of another type than it says, or of another version than STIX 2.1")
    if thing.get("created_by_ref") != ids.object_id(identity.DESK, told["desk"], "desk"):
        raise BadInput("it names somebody else as its maker")
    if not extension.is_genuine(thing):
        raise BadInput("its signature is not that of the desk it names: it was changed on the way")


def _moments(thing: Object, at: datetime) -> datetime:
    created, modified = ids.moment_of(thing.get("created")), ids.moment_of(thing.get("modified"))
    if not _EARLIEST <= created <= modified <= at + SKEW:
        raise BadInput(f"it is of {modified:%Y-%m-%d %H:%M} UTC, which cannot be: one of the two clocks is wrong")
    return modified


def _state(thing: Object, told: Object) -> ReportState:
    revoked = thing.get("revoked", False)
    state: ReportState = (
        "withdrawn" if revoked is True else "corrected" if told.get("state") == "corrected" else "usable"
    )
    if told["kind"] != note.REASON and (told.get("state") == "withdrawn") != (state == "withdrawn"):
        raise BadInput("it is withdrawn by one word and not by another")
    return state


def _is_of_a_withdrawal(told: Object, coming: Coming) -> bool:
    """Whether it says why something was withdrawn, or corrected that is here, or answers that.

    Such notes come whatever holds by now.
    """
    about = told["about"].partition("|")[0]
    of_ours = told.get("state") == "withdrawn" or about in coming.had
    return told["kind"] == note.ANSWER or (told["kind"] == note.REASON and of_ours)


def _may_come(thing: Object, told: Object, coming: Coming) -> None:
    """Raises where an object must not be given by this sender under this pact."""
    terms = coming.standing.pact.terms
    if not coming.holds() and not _tells_nothing_new(thing, told, coming):
        raise BadInput(
            f"the pact “{coming.standing.pact.title}” does not hold now: only withdrawals are taken, and corrections "
            "of what came before that tell nothing new"
        )
    label = markings.label_of(thing, coming.definitions)
    if MARKS.index(label) > MARKS.index(terms.most):
        raise BadInput(f"it is marked TLP:{label} or not as anybody knows, and the pact lets TLP:{terms.most} out")
    if told["kind"] == report.KIND:
        _is_as_agreed(told, coming)
    if told["kind"] in _TIES and "stories" not in terms.kinds:
        raise BadInput("the pact does not have stories")
    if told["desk"] != coming.sender:
        _may_be_passed_on(thing, told, coming)


def _tells_nothing_new(thing: Object, told: Object, coming: Coming) -> bool:
    """Whether it corrects a report that is here, and every word of it came with that."""
    before = coming.had.get(thing["id"])
    if before is None or told["kind"] != report.KIND or told.get("state") != "corrected" or told.get("text"):
        return False
    had = extension.of(before)
    return all(one in _several(had, name) for name in ("statements", "expectations") for one in _several(told, name))


def _several(told: Object, name: str) -> list[Any]:
    found = told.get(name, [])
    return found if isinstance(found, list) else [found]


def _is_as_agreed(told: Object, coming: Coming) -> None:
    terms = coming.standing.pact.terms
    for kind in set(REPORT_KINDS) & {"statements", "expectations"} - set(terms.kinds):
        if told.get(kind):
            raise BadInput(f"the pact does not have {kind}")
    if told.get("text") and terms.wording != "texts":
        raise BadInput("it holds the text of an article, and the pact has quotes alone")
    statements = told.get("statements", [])
    if not isinstance(statements, list) or len(statements) > STATEMENTS:
        raise BadInput(f"it tells of more than {STATEMENTS:,} statements")


def _may_be_passed_on(thing: Object, told: Object, coming: Coming) -> None:
    label = markings.label_of(thing, coming.definitions)
    named = told.get("onward") == "named" and coming.own in (told.get("onward_to") or ())
    if not coming.standing.pact.terms.passes_on:
        raise BadInput("it was made by another desk, and under this pact each gives only what it found itself")
    if not named and not (told.get("onward") == "marking" and label in markings.FREE):
        raise BadInput("whoever made it does not let it be passed on to this desk")


def _address(told: Object, state: ReportState) -> str:
    """The address of the article that a report is about; raises where it is about another page."""
    url = str(told.get("url", "")) if state == "withdrawn" else imprints.read(told.get("imprint")).url
    if page_id(url) != told["about"]:
        raise BadInput("it is about another page than its address says")
    return url


def _words(given: object) -> str:
    return given[:2_000] if isinstance(given, str) else ""
