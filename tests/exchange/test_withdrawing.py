"""What was given and turns out wrong: it reaches whoever received it, is answered, and never comes back."""

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from reportedly.account.exchange import standings
from reportedly.exchange import beside, taking
from reportedly.exchange.checking import Coming
from reportedly.exchange.stages import Stages
from reportedly.exchange.stix import extension
from reportedly.records import Pact, Received
from reportedly.stories.imprints import imprint
from reportedly.stories.shared import shared_stories
from tests import newsroom
from tests.exchange.desks import DAY, NOW, STAGES, Newsroom, agree, objects, private, reports

URL = newsroom.REPLY.article.url
WHY = "the outlet took it back"


def hand_on(pact: Pact, giver: Newsroom, taker: Newsroom, at: datetime) -> None:
    """One file from one desk to another."""
    came = taker.take(giver.pack(pact, taker, at), at)
    assert came.refused == ()


def report(desk: Newsroom, url: str = URL) -> Received:
    (found,) = (one for one in desk.ledger.received.current("report") if one.url == url)
    return found


def test_a_withdrawal_reaches_a_third_desk_through_the_second_and_is_answered(
    north: Newsroom, south: Newsroom, east: Newsroom
) -> None:
    ring = (south.own.desk, east.own.desk)
    first = agree("NS", [north, south], onward="named", onward_to=ring)
    second = agree("SE", [south, east], passes_on=True)
    hand_on(first, north, south, NOW)
    hand_on(second, south, east, NOW)
    assert report(east).originator == north.own.desk
    north.decide("withdraw", newsroom.REPLY.id, note=f"phoned them twice. For partners: {WHY}")
    hand_on(first, north, south, NOW + DAY)
    hand_on(second, south, east, NOW + DAY)
    assert (report(south).state, report(east).state) == ("withdrawn", "withdrawn")
    assert report(east).reason == WHY
    assert "phoned" not in report(east).body
    (with_south,) = standings(north.ledger, north.own.desk, NOW + DAY)
    assert [owed.id for owed in with_south.owed] == [report(south).id]
    hand_on(first, south, north, NOW + DAY)  # the answer
    (with_south,) = standings(north.ledger, north.own.desk, NOW + DAY)
    assert with_south.owed == ()


def test_a_withdrawn_report_says_nothing_of_what_it_told(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    before = reports(north.pack(pact, south))[URL]
    north.decide("withdraw", newsroom.REPLY.id, note=f"for partners: {WHY}")
    after = reports(north.pack(pact, south, NOW + DAY))[URL]
    assert (after["id"], after["revoked"], after["created"]) == (before["id"], True, before["created"])
    assert after["description"].startswith(f"WITHDRAWN. Do not use this report. Reason: {WHY}")
    assert "Nobody on our side" in str(before)
    assert "Nobody on our side" not in str(after)
    assert extension.of(after)["pubstatus"] == "canceled"


def test_the_ties_of_a_withdrawn_report_are_withdrawn_too(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    north.pack(pact, south)
    north.decide("withdraw", newsroom.REPLY.id)
    after = objects(north.pack(pact, south, NOW + DAY))
    own = reports(north.pack(pact, south, NOW + DAY))[URL]["id"]
    ties = [one for one in after if one["type"] == "relationship" and own in {one["source_ref"], one["target_ref"]}]
    assert ties
    assert all(one["revoked"] for one in ties)


def test_withdrawn_stays_withdrawn_when_an_old_file_comes_again(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    old = north.pack(pact, south)
    south.take(old)
    north.decide("withdraw", newsroom.REPLY.id)
    hand_on(pact, north, south, NOW + DAY)
    assert south.take(old, NOW + 2 * DAY).new == 0
    assert report(south).state == "withdrawn"


def test_an_old_file_that_comes_after_the_withdrawal_brings_nothing_back(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    old = north.pack(pact, south)
    north.decide("withdraw", newsroom.REPLY.id)
    hand_on(pact, north, south, NOW + DAY)
    assert south.take(old, NOW + 2 * DAY).refused == ()
    assert report(south).state == "withdrawn"


def test_good_again_has_another_id_and_says_of_which(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    first = reports(north.pack(pact, south))[URL]["id"]
    aside = north.decide("withdraw", newsroom.REPLY.id)
    hand_on(pact, north, south, NOW + DAY)
    north.decide("undo", newsroom.REPLY.id, NOW + DAY, undoes=aside.id)
    data = north.pack(pact, south, NOW + 2 * DAY)
    south.take(data, NOW + 2 * DAY)
    states = {one.id: one.state for one in south.ledger.received.current("report") if one.url == URL}
    assert states.pop(first) == "withdrawn"
    ((again, state),) = states.items()
    assert state == "usable"
    links = [one for one in objects(data) if one["type"] == "relationship" and one["source_ref"] == again]
    assert first in {one["target_ref"] for one in links}


def test_a_desk_that_never_had_the_report_is_not_told_that_it_was_withdrawn(
    north: Newsroom, south: Newsroom, east: Newsroom
) -> None:
    pact = agree("NSE", [north, south, east])
    north.pack(pact, south)
    north.decide("withdraw", newsroom.REPLY.id, note=f"for partners: {WHY}")
    data = north.pack(pact, east, NOW + DAY)
    assert URL not in data.decode()
    assert WHY not in data.decode()


def test_a_withdrawal_goes_out_after_the_pact_is_over_and_is_taken(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    hand_on(pact, north, south, NOW)
    north.decide("withdraw", newsroom.REPLY.id)
    late = pact.terms.ends + DAY
    data = north.pack(pact, south, late)
    assert {one["external_references"][0]["url"] for one in objects(data) if one["type"] == "report"} == {URL}
    assert south.take(data, late).refused == ()
    assert report(south).state == "withdrawn"


def test_the_count_of_voices_falls_when_a_report_is_withdrawn(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    hand_on(pact, north, south, NOW)
    before = {story.independent_sources for story in beside.shared(south.ledger, south.own.desk, STAGES)}
    north.decide("withdraw", newsroom.REPLY.id)
    hand_on(pact, north, south, NOW + DAY)
    after = {story.independent_sources for story in beside.shared(south.ledger, south.own.desk, STAGES)}
    assert (max(before), max(after)) == (2, 1)


def test_a_desk_that_was_a_week_offline_catches_up(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    hand_on(pact, north, south, NOW)
    for day in range(1, 7):
        north.pack(pact, south, NOW + day * DAY)  # made and never handed over
    north.decide("withdraw", newsroom.REPLY.id)
    hand_on(pact, north, south, NOW + 7 * DAY)
    assert report(south).state == "withdrawn"


# -- what is said afterwards, and what not any more -------------------------------------------------------------------

HEADLINE = "Sel denies firing on bridge, counts four dead"
DEAD = "four people were killed and nine were wounded"


def claims(thing: dict[str, Any]) -> list[str]:
    """The words of a report's statements."""
    return [" ".join(one["words"]) for one in extension.of(thing).get("statements", ())]


def strike(desk: Newsroom, words: str, at: datetime) -> None:
    """People set a statement aside that has these words."""
    reading = newsroom.REPLY.reading
    assert reading is not None
    said = next(one for one in reading.statements if words in one.content[0].of(newsroom.ANSWER))
    about = f"{newsroom.REPLY.id}:{said.id}"
    desk.decide("withdraw", about, at, note="asked twice. For partners: hospitals count anew")


def test_a_correction_goes_out_after_the_pact_is_over_without_what_is_wrong(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    hand_on(pact, north, south, NOW)
    before = extension.load(report(south).body)
    assert DEAD in claims(before)
    late = pact.terms.ends + DAY
    strike(north, DEAD, late)
    hand_on(pact, north, south, late + DAY)
    after = extension.load(report(south).body)
    assert (report(south).state, report(south).reason) == ("corrected", "hospitals count anew")
    assert set(claims(before)) - set(claims(after)) == {DEAD}
    assert DEAD not in report(south).body
    assert "CORRECTED. Reason: hospitals count anew" in after["description"]
    assert set(after["description"].splitlines()[3:]) < set(before["description"].splitlines())
    hand_on(pact, north, south, late + 2 * DAY)
    assert len(south.ledger.received.get(after["id"])) == 2  # said once


def test_a_late_correction_is_answered(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    hand_on(pact, north, south, NOW)
    late = pact.terms.ends + DAY
    strike(north, DEAD, late)
    hand_on(pact, north, south, late)
    (with_south,) = standings(north.ledger, north.own.desk, late)
    assert [owed.id for owed in with_south.owed] == [report(south).id]
    hand_on(pact, south, north, late + DAY)
    (with_south,) = standings(north.ledger, north.own.desk, late + DAY)
    assert with_south.owed == ()


def test_a_late_correction_says_nothing_that_not_all_were_given(
    north: Newsroom, south: Newsroom, east: Newsroom
) -> None:
    pact = agree("NSE", [north, south, east])
    hand_on(pact, north, south, NOW)
    edited = replace(newsroom.REPLY.article, headline="Sel counts five dead", id="a00000000000000ed")
    north.ledger.articles.file(edited)
    hand_on(pact, north, east, NOW + DAY)  # who has the newer headline alone
    late = pact.terms.ends + DAY
    north.decide("withdraw", edited.id, late)
    after = reports(north.pack(pact, south, late))[URL]
    assert after["name"].endswith(": headline held back")
    assert "five dead" not in str(after)


def test_after_the_end_a_partner_corrects_nothing_into_something_new(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    hand_on(pact, north, south, NOW)
    late = pact.terms.ends + DAY
    strike(north, DEAD, late)
    whole = reports(north.pack(pact, south, late))[URL]
    told = extension.of(whole)
    more = [*told["statements"], told["statements"][0] | {"words": ["Boats crossed the ford"]}]
    forged = {**whole, "extensions": {extension.EXTENSION: {**told, "statements": more}}}
    came = taking.take(
        south.ledger,
        Coming(south.standing(pact), north.own.desk, south.own.desk, late),
        [extension.signed(forged, north.own)],
        "file",
    )
    (refused,) = came.refused
    assert refused.why.endswith("only withdrawals are taken, and corrections of what came before that tell nothing new")
    assert report(south).state == "usable"


def test_a_tombstone_keeps_the_name_by_which_others_know_the_report(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    before = reports(north.pack(pact, south))[URL]
    north.decide("withdraw", newsroom.REPLY.id)
    after = reports(north.pack(pact, south, NOW + DAY))[URL]
    assert after["name"] == before["name"]
    assert after["name"].endswith(HEADLINE)


def test_a_tombstone_does_not_repeat_a_headline_that_must_not_go_any_more(
    north: Newsroom, south: Newsroom, east: Newsroom
) -> None:
    pact = agree("NSE", [north, south, east])
    for to in (south, east):
        north.pack(pact, to)
    north.decide("mark", newsroom.REPLY.id, value="RED")
    north.decide("withdraw", newsroom.REPLY.id, NOW + DAY)
    assert HEADLINE not in str(reports(north.pack(pact, south, NOW + DAY))[URL])


def test_a_tombstone_names_nobody_who_turned_out_to_be_private(north: Newsroom, south: Newsroom) -> None:
    pact = agree("NS", [north, south])
    north.pack(pact, south)
    north.decide("withdraw", newsroom.REPLY.id, NOW + DAY)
    knowing = Stages("hand/2", private("Sel"), imprint, shared_stories)  # a reader that knows more than the last
    after = reports(north.pack(pact, south, NOW + DAY, knowing))[URL]
    assert after["name"].endswith(": headline held back")
    assert HEADLINE not in str(after)


def test_deleting_leaves_what_came_under_another_pact_and_that_something_was_withdrawn(
    north: Newsroom, south: Newsroom
) -> None:
    first = agree("NS", [north, south], at_end="delete")
    old = north.pack(first, south)
    south.take(old)
    north.decide("withdraw", newsroom.REPLY.id)
    hand_on(first, north, south, NOW + DAY)
    second = agree("NS again", [north, south])
    hand_on(second, north, south, NOW + DAY)
    south.ledger.received.delete(first.id)
    left = {one.url: one.state for one in south.ledger.received.current("report")}
    assert left[URL] == "withdrawn"
    assert left[newsroom.ORIGINAL.article.url] == "usable"
    south.ledger.received.delete(second.id)
    assert {one.state for one in south.ledger.received.current("report")} == {"withdrawn"}
    assert south.take(old, NOW + 2 * DAY).new > 0
    assert report(south).state == "withdrawn"
