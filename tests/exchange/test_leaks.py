"""A thousand pacts over many ledgers: nothing leaves that a simple reading of the pact does not let out."""

import random
from datetime import timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from reportedly.exchange.stages import Stages
from reportedly.records import MARKS, REPORT_KINDS, Filters, PactTerms, Shared, content_id, page_id, story_id
from reportedly.records.pact import Use, Wording
from reportedly.stories.imprints import imprint
from reportedly.stories.shared import shared_stories
from tests.exchange import secrets
from tests.exchange.desks import DAY, NOW, Newsroom, agree, newsroom
from tests.exchange.secrets import LABELS, TOPIC, Piece
from tests.thorough import rounds


def terms(chance: random.Random) -> dict[str, Any]:
    """Random terms."""
    return {
        "starts": NOW + chance.choice((-9, -9, -9, 1)) * DAY,
        "ends": NOW + chance.choice((9, 9, 9, 9, 2)) * DAY,
        "kinds": tuple(chance.sample(REPORT_KINDS, chance.randint(1, 4))),
        "wording": chance.choice(get_args(Wording)),
        "most": chance.choice(MARKS),
        "unmarked": chance.choice(MARKS),
        "use": chance.choice(get_args(Use)),
    }


def scope(chance: random.Random) -> Shared | None:
    """A random scope; now and then nothing is given."""
    first = secrets.FIRST + timedelta(days=chance.randrange(3))
    filters = chance.choice((Filters(), Filters(outlet="birch"), Filters(since=first), Filters(language="en")))
    return chance.choice((Shared(), Shared(TOPIC), Shared(TOPIC, filters), Shared("", filters), None))


def decide(chance: random.Random, desk: Newsroom, printed: list[Piece], n: int) -> None:
    """People label an article or a statement, or set an article aside."""
    one, at = chance.choice(printed), NOW - DAY + timedelta(seconds=n)
    label = chance.choice([label for label in LABELS if label])
    if chance.random() < 0.2 and not one.aside:
        one.aside = True
        desk.decide("withdraw", one.id, at, note=f"zqnote{one.n}x is for us alone")
    elif one.statements and chance.random() < 0.5:
        k = chance.randrange(one.statements)
        if k not in one.labels:
            one.labels[k] = label
            desk.decide("mark", one.about[k], at, value=label)
    elif one.label is None:
        one.label = label
        desk.decide("mark", one.id, at, value=label)


def may(one: Piece, shared: Shared, held: PactTerms) -> bool:
    """Whether an article may be told of, by the words of the pact."""
    filters = shared.filters
    return (
        not one.aside
        and (one.topical or not shared.words)
        and filters.outlet in {None, one.outlet}
        and (filters.since is None or filters.since <= one.day)
        and filters.language in {None, one.language}
        and MARKS.index(one.label or held.unmarked) <= MARKS.index(held.most)
        and ("url" not in one.private or one.language != "en")
    )


def secret(one: Piece, held: PactTerms, *, told: bool) -> set[str]:
    """The words of an article that must not leave."""
    words = {one.word(what) for what in ("body", "url", "head", "meet", "shown", "note")} | {one.id, page_id(one.url)}
    words |= {one.word(f"{what}{k}") for k in range(one.statements) for what in ("said", "who")}
    words |= {*one.person.split(), f"zqnote{one.n}x", content_id("f", one.id), story_id(one.url)}
    if not told:
        return words
    words -= {one.word("url"), page_id(one.url)}
    if one.language != "en":
        return words - {*one.person.lower().split()}
    strict = [k for k, label in one.labels.items() if MARKS.index(label) > MARKS.index(held.most)]
    whole = held.wording == "texts" and not one.private and not strict
    words -= {one.word("head")} if "headline" not in one.private else set()
    for k in range(one.statements):
        if "statements" in held.kinds and f"said{k}" not in one.private and k not in strict:
            words -= {one.word(f"said{k}"), one.word(f"who{k}")}
    if "expectations" in held.kinds and "expected" not in one.private:
        words.discard(one.word("meet"))
    if whole:
        words -= {one.word("body"), one.word("meet"), *(one.word(f"{w}{k}") for k in range(3) for w in ("said", "who"))}
    return words


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(rounds(2, 25)))
def test_nothing_leaves_that_the_pact_does_not_let_out(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    north, south, east = (newsroom(tmp_path, name) for name in ("North", "South", "East"))
    printed = secrets.pieces(chance)
    secrets.file(north.ledger, printed)
    stages = Stages("hand/1", secrets.screening(printed), imprint, shared_stories)
    leaks, gone = [], 0
    for n in range(40):
        decide(chance, north, printed, n)
        shared, held = scope(chance), terms(chance)
        others = {south: Shared(), east: Shared()} if chance.random() < 0.5 else {south: Shared()}
        pact = agree(f"Pact {n}", {north: shared, **others}, **held)
        at = NOW + chance.choice((0, 0, 0, 3)) * DAY
        data = north.pack(pact, south, at, stages).decode()
        holds = pact.terms.starts <= at < pact.terms.ends and shared is not None
        for one in printed:
            told = holds and shared is not None and may(one, shared, pact.terms)
            gone += told
            leaks += [(n, word) for word in secret(one, pact.terms, told=told) if word in data]
            if not told and one.shows in data:
                leaks.append((n, one.shows))
    assert leaks == []
    assert gone > 5  # and not because nothing leaves at all
