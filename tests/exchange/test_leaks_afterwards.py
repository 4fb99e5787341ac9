"""After a pact's end: whatever people decide then, nothing goes to anybody that they did not have, but the reason."""

import random
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from reportedly.exchange.stages import Stages
from reportedly.records import MARKS
from reportedly.stories.imprints import imprint
from reportedly.stories.shared import shared_stories
from tests.exchange import secrets
from tests.exchange.desks import DAY, NOW, Newsroom, agree, newsroom, objects
from tests.exchange.secrets import LABELS, Piece
from tests.thorough import rounds

HOUR = timedelta(hours=1)
PACTS = 5


def words(data: bytes) -> set[str]:
    """All words in it that stand nowhere else."""
    return set(re.findall(r"zq(?:head|said|who|meet|url|body|shown|note)\d*x|[zZ]q[ab]\d+x", data.decode()))


def decide(chance: random.Random, desk: Newsroom, one: Piece, at: datetime) -> tuple[str, int | None]:
    """People set an article aside, or a statement of it, or label it; what, and of which statement."""
    kind = chance.choice(("article", "statement", "statement", "label"))
    if kind == "label" and one.label is None:
        one.label = chance.choice([label for label in LABELS if label])
        desk.decide("mark", one.id, at, value=one.label)
        return kind, None
    k = chance.randrange(one.statements) if kind == "statement" else None
    about = one.id if k is None else one.about[k]
    desk.decide("withdraw", about, at, note=f"zqnote{one.n}x stays. For partners: zqreason")
    one.aside = one.aside or k is None
    return kind, k


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(rounds(2, 25)))
def test_nothing_new_goes_after_the_end(tmp_path: Path, seed: int) -> None:
    chance = random.Random(2_000 + seed)
    north, south, east = (newsroom(tmp_path, name) for name in ("North", "South", "East"))
    printed = secrets.pieces(chance, 12)
    secrets.file(north.ledger, printed)
    stages = Stages("hand/1", secrets.screening(printed), imprint, shared_stories)
    said = 0
    for n in range(PACTS):
        start = NOW + n * 10 * DAY
        most = chance.choice(MARKS[1:])
        terms = {"starts": start - HOUR, "ends": start + 5 * HOUR, "most": most, "unmarked": chance.choice(MARKS)}
        pact = agree(f"Pact {n}", [north, south, east], **terms)
        held, hidden = chance.choice(printed), chance.randrange(2)
        about = held.about[hidden]
        aside = north.decide("withdraw", about, start - HOUR)
        had = {south: words(north.pack(pact, south, start, stages))}
        north.decide("undo", about, start + HOUR, undoes=aside.id)  # who comes later gets more
        had[east] = words(north.pack(pact, east, start + 2 * HOUR, stages))
        late = start + DAY
        touched = [(one, *decide(chance, north, one, late)) for one in chance.sample(printed, 3)]
        north.decide("withdraw", held.about[1 - hidden], late)
        for receiver, before in had.items():
            data = north.pack(pact, receiver, late + HOUR, stages)
            assert words(data) <= before
            said += sum(one["type"] == "report" for one in objects(data))
            for one, kind, k in touched:
                gone = ["head", "said0", "said1", "who0", "who1", "meet"] if _is_too_strict(one, most) else []
                gone += [f"said{k}"] if kind == "statement" else ["said0", "said1", "meet"] if kind == "article" else []
                assert not words(data) & {one.word(what) for what in gone}
    assert said > 0  # and not because nothing is said


def _is_too_strict(one: Piece, most: str) -> bool:
    return one.label is not None and MARKS.index(one.label) > MARKS.index(most)
