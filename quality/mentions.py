"""How well events are found and placed, and who takes part: ``python -m quality.mentions GOLD READINGS``.

Gold rows are ``{doc, text, events: [{span, time, polarity, participants: [{span, role}]}]}``: all events of a short
text. A mention is found by the event whose trigger touches it (one to one), and right where that lies on the same
side of the day and is denied like it. Of the mentions found that have participants, parties are right where an actor
touches an ``Arg0``, a recipient another argument.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quality import measure, rows
from quality.measure import Prf, percent, prf, touch

AHEAD = frozenset({"planned", "expected", "called_for", "hypothetical"})
SIDES = ("FUTURE", "NON_FUTURE")  # of the day of publication; others say nothing
POLES = ("NEG", "POS")
ROLES = {"actors": ("Arg0",), "recipients": ("Arg1", "Arg2", "Arg3", "Arg4")}


def score(gold: Path, readings: Path) -> dict[str, float | Prf]:
    """F1 of mentions found in their place, of mentions found at all, and of their parties."""
    given = rows.readings(readings)
    seen = Counter[str]()
    for wanted in rows.load(gold):
        seen.update(counts(wanted, given.get(wanted["doc"])))
    return figures(seen)


def figures(seen: Counter[str]) -> dict[str, float | Prf]:
    """The figures of summed ``counts``."""
    return {
        "placed": prf(seen["placed"], seen["predicted"], seen["wanted"]),
        "found": prf(seen["found"], seen["predicted"], seen["wanted"]),
        "placed_of_found": percent(seen["placed"], seen["found"]),
        "parties": prf(seen["parties"], seen["given"], seen["taking part"]),
    }


def counts(wanted: rows.Row, reading: rows.Row | None) -> Counter[str]:
    """What one text adds: mentions wanted and predicted, found and rightly placed, and their parties."""
    asked, told = wanted["events"], reading["events"] if reading else []
    pairs = ((1.0, i, j) for i, one in enumerate(asked) for j, event in enumerate(told) if _touch(one, event))
    married = measure.match(pairs)
    seen = Counter(wanted=len(asked), predicted=len(told))
    for i, j in married.items():
        seen.update(["found", *(["placed"] if _is_placed(asked[i], told[j]) else [])])
        if reading and asked[i]["participants"]:
            seen.update(_parties(asked[i], told[j], reading))
    return seen


def _touch(one: rows.Row, event: rows.Row) -> bool:
    return touch((one["span"][0], one["span"][1]), (event["trigger"][0], event["trigger"][1]))


def _is_placed(asked: rows.Row, event: rows.Row) -> bool:
    side = asked["time"] not in SIDES or (asked["time"] == SIDES[0]) == (event["status"] in AHEAD)
    return side and (asked["polarity"] not in POLES or (asked["polarity"] == POLES[0]) == (event["status"] == "denied"))


def _parties(asked: rows.Row, event: rows.Row, reading: rows.Row) -> Iterator[str]:
    mentions = {entity["id"]: entity["mentions"] for entity in reading["entities"]}
    for side, roles in ROLES.items():
        taking = [each["span"] for each in asked["participants"] if each["role"] in roles]
        given = [[party["span"]] if party["span"] else mentions.get(party["entity"], []) for party in event[side]]
        yield from ["taking part"] * len(taking) + ["given"] * len(given)
        yield from ("parties" for spans in given if any(touch((a, b), (c, d)) for a, b in spans for c, d in taking))


if __name__ == "__main__":
    from quality.show import main

    main(score)
