"""A small invented stream to be judged: a ferry aground as three outlets tell it, an announcement, what came of it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from reportedly import followups, relating, stories
from reportedly.account import judgements
from reportedly.errors import BadInput
from reportedly.records import (
    MARKS,
    Entity,
    Event,
    Expectation,
    FollowUp,
    Judgement,
    Outlet,
    Participant,
    Statement,
    Time,
    Window,
    content_id,
)
from reportedly.session import Session
from tests.newsroom import Written, at, claim, written
from tests.pages_of_news import compare

DAY = date(2031, 5, 4)
FENN, COMPANY, CAPE = content_id("e", "Orla Fenn"), content_id("e", "Skarn Line"), content_id("e", "Cape Sorrow")
AGROUND = (
    "Night ferry Heron aground off Cape Sorrow\n\n"
    "The night ferry Heron ran aground off Cape Sorrow before dawn, coast guard chief Orla Fenn said. "
    "Twelve passengers were hurt on the northern reef, a doctor who asked not to be named said. "
    "Skarn Line will raise the hull of the Heron with two barges on 9 May, the harbour office of Vell announced."
)
ALSO = (
    "Ferry Heron runs aground at Cape Sorrow, all rescued\n\n"
    "Coast guard chief Orla Fenn said the night ferry Heron ran aground off Cape Sorrow before dawn. "
    "Four passengers were hurt, hospitals in Vell reported."
)
REEF = (
    "Heron ferry stuck on reef off Cape Sorrow\n\n"
    "Orla Fenn of the coast guard told radio that the night ferry Heron had run aground off Cape Sorrow before dawn. "
    "The captain was asleep, a sailor said."
)
RAISED = (
    "Hull of ferry Heron raised off Cape Sorrow\n\n"
    "Skarn Line raised the hull of the Heron with two barges off Cape Sorrow, Orla Fenn said."
)
CHOIR = "Choir of Brackwater wins prize\n\nThe choir of Brackwater won the glass lantern, the jury said."
EDITED = AGROUND.replace("before dawn", "before dawn on Sunday").replace("with two barges on", "by two barges on")


def told(outlet: str, text: str, day: int, slug: str) -> Written:
    """An article of the stream, whatever of these sentences stands in its text."""
    home = Outlet(outlet, outlet.title(), f"https://{outlet}.example/", (), "XA", ("en",))
    names = (("person", FENN, "Orla Fenn"), ("organisation", COMPANY, "Skarn Line"), ("place", CAPE, "Cape Sorrow"))
    entities = tuple(
        Entity(own, kind, name, ("coast guard chief",) if kind == "person" else (), mentions=(at(text, name),))  # type: ignore[arg-type]
        for kind, own, name in names
        if name in text
    )
    raised = next((words for words in ("raise the hull", "raised the hull") if words in text), None)
    time = (
        Time(content_id("t", text), at(text, "9 May"), "point", _noon(9), _noon(9), "day") if "9 May" in text else None
    )
    event = Event(
        content_id("v", outlet, text),
        at(text, raised.split()[0]) if raised else at(text, "aground" if "aground" in text else "won"),
        "AID" if raised else "OTHER",
        "raise" if raised else "run",
        actors=(Participant(at(text, "Skarn Line"), COMPANY),) if raised else (),
        time=time.id if time else None,
        status="planned" if time else "occurred",
        acts=("raise",) if raised else (),
    )
    ahead = Expectation(content_id("x", event.id), event.id, Window(date(2031, 5, 9), date(2031, 5, 9)))
    return written(
        home,
        slug,
        text,
        DAY + timedelta(days=day),
        statements=tuple(_statements(outlet, text)),
        events=(event,),
        entities=entities,
        times=(time,) if time else (),
        expectations=(ahead,) if time else (),
    )


def _noon(day: int) -> datetime:
    return datetime(2031, 5, day, 12)  # noqa: DTZ001  of the outlet's own calendar


def _statements(outlet: str, text: str) -> list[Statement]:
    known = (
        (
            "The night ferry Heron ran aground off Cape Sorrow before dawn on Sunday",
            "said",
            "coast guard chief Orla Fenn",
        ),
        ("The night ferry Heron ran aground off Cape Sorrow before dawn", "said", "coast guard chief Orla Fenn"),
        ("the night ferry Heron ran aground off Cape Sorrow before dawn", "said", "Coast guard chief Orla Fenn"),
        ("the night ferry Heron had run aground off Cape Sorrow before dawn", "told", "Orla Fenn of the coast guard"),
        ("Twelve passengers were hurt on the northern reef", "said", "a doctor who asked not to be named"),
        ("Four passengers were hurt", "reported", "hospitals in Vell"),
        ("The captain was asleep", "said", "a sailor"),
        ("The choir of Brackwater won the glass lantern", "said", "the jury"),
    )
    found, seen = list[Statement](), set[int]()
    for content, cue, source in known:
        if content in text and source in text and at(text, content).start not in seen:
            seen.add(at(text, content).start)
            named = FENN if "Fenn" in source else None
            kind = "named" if named else "anonymous" if "doctor" in source or "sailor" in source else "role"
            one = claim(text, content, cue, source, kind=kind, entity=named)  # type: ignore[arg-type]
            found.append(replace(one, id=content_id("s", outlet, one.id)))
    return found


FIRST, SECOND, THIRD = told("quay", AGROUND, 0, "heron"), told("gull", ALSO, 0, "heron"), told("tern", REEF, 1, "reef")
COPY, LATER, OTHER = (
    told("lark", AGROUND, 1, "wire"),
    told("gull", RAISED, 6, "raised"),
    told("wren", CHOIR, 1, "choir"),
)
AGAIN = told("quay", EDITED, 0, "heron")
STREAM = (FIRST, SECOND, COPY, THIRD, OTHER, LATER)


def come(run: Session, one: Written) -> None:
    """File an article with what was read in it."""
    reading = one.reading
    assert reading is not None
    run.ledger.articles.file(one.article)
    run.ledger.readings.file(reading, stories.gist(reading), followups.sightings(reading))


def relate(run: Session) -> None:
    """Bring stories and follow-ups up to date."""
    due = run.ledger.unrelated.all()
    relating.stories_anew(run, due)
    relating.followups_anew(run, due, compare)


Details = dict[str, str | None]
Drawn = tuple[str, str, Details]


@dataclass
class Desk:
    """A desk on which things are judged."""

    run: Session
    made: list[Judgement] = field(default_factory=list)

    def decide(self, kind: str, about: str, who: str = "Ilse", **details: str | None) -> Judgement:
        """File a decision as every face does, and let what hangs on it follow."""
        number = len(self.run.ledger.judgements.all())
        at_ = datetime(2031, 5, 20, 12, tzinfo=UTC) + timedelta(minutes=number)
        made = Judgement(f"j{number}", who, at_, kind, about, **details)  # type: ignore[arg-type]
        made = judgements.checked(self.run.ledger, made)
        self.run.ledger.judgements.put(made)
        relating.by_decision(self.run, made, compare)
        self.made.append(made)
        return made

    def undo(self, made: Judgement, who: str = "Aino") -> Judgement:
        """Take a decision back."""
        return self.decide("undo", made.about, who=who, undoes=made.id)

    def undo_all(self, chance: random.Random) -> None:
        """Take all back that is in force, in any order."""
        while standing := self.run.ledger.judgements.standing():
            self.undo(chance.choice(standing))

    def try_any(self, chance: random.Random) -> None:
        """Decide something by chance; what cannot be decided is not."""
        kind, about, details = self._drawn(chance)
        try:
            self.decide(kind, about, "Ilse", **details)
        except BadInput:
            return

    def _drawn(self, chance: random.Random) -> Drawn:
        ledger = self.run.ledger
        known, expected = [*ledger.stories.all()], ledger.followups.all()
        kind = chance.choice(("merge", "split", "statement", "event", "article", "expectation", "remark", "undo"))
        if kind == "undo" and (standing := ledger.judgements.standing()):
            made = chance.choice(standing)
            return "undo", made.about, {"undoes": made.id}
        if kind == "merge" and len(known) > 1:
            return "merge", known[0].id, {"value": chance.choice(known[1:]).id}
        if kind == "split":
            story = chance.choice(known)
            return "split", story.id, {"value": chance.choice(story.articles).url}
        if kind == "expectation" and expected:
            return _about_expectation(chance, chance.choice(expected))
        return self._in_an_article(kind, chance)

    def _in_an_article(self, kind: str, chance: random.Random) -> Drawn:
        filed = [one for one in STREAM if self.run.ledger.articles.get(one.id)]
        one = chance.choice(filed)
        reading = self.run.ledger.readings.filed([one.id])[one.id]
        if kind == "statement" and reading.statements:
            about = f"{one.id}:{chance.choice(reading.statements).id}"
            new = chance.choice(("certainty=possible", "polarity=denied", "source=Heron", "mode=direct", None))
            return ("correct", about, {"value": new}) if new else ("withdraw", about, {})
        if kind == "event" and reading.events:
            about = f"{one.id}:{reading.events[0].id}"
            root: Details = {"value": "root=ASSAULT"}
            return chance.choice((("withdraw", about, Details()), ("correct", about, root)))
        if kind == "article":
            return "withdraw", one.id, {"note": "a column, no news"}
        remarks: tuple[tuple[str, Details], ...] = (
            ("note", {"note": "ask the harbour office"}),
            ("tag", {"value": chance.choice(("ferry", "reef"))}),
            ("mark", {"value": chance.choice(MARKS)}),
            ("confirm", {}),
        )
        remark, details = chance.choice(remarks)
        return remark, one.id, details


def _about_expectation(chance: random.Random, followup: FollowUp) -> Drawn:
    others: Sequence[str] = [words.article_url for words in followup.evidence]
    every: list[Drawn] = [
        ("withdraw", followup.id, {}),
        ("correct", followup.id, {"value": "state=cancelled"}),
        ("correct", followup.id, {"value": "window=2031-05-12/2031-05-14"}),
        ("split", followup.id, {"value": chance.choice(others)}),
    ]
    return chance.choice(every)
