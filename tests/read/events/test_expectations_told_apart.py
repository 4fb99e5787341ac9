"""What is given up, denied, asked or superseded is never expected; what has its day ahead is, whatever does it."""

import pytest

from reportedly.records import Reading
from tests.read.reading_of import reading, words

GIVEN_UP = (
    "The interior minister no longer plans to visit Oberfeld next week.",
    "The envoy no longer intends to meet the rebels on Thursday.",
    "The premier is no longer expected to attend the summit in Vell on June 12.",
    "Eskeria no longer wants to host the conference in July.",
    "The two ministers will no longer meet on Thursday, officials said.",
    "The company has scrapped plans to open a plant in Vell next month.",
    "Parliament dropped plans to vote on the budget on Friday.",
    "The harbour board shelved a plan to close the ferry line in July.",
    "The council abandoned its plan to hold a referendum on June 20.",
    "The airline has no plans to resume flights to Vell this month.",
    "The president has given up plans to travel to Eskeria on June 9.",
    "The army called off an exercise scheduled for Wednesday.",
    "The bishop will not visit the camp on Thursday, his office said.",
    "The chancellor ruled out a visit to Vell this month.",
    "The rebels refused to attend talks on Friday.",
    "Eskeria will never sign the treaty, the minister said.",
    "Plans to launch the satellite on June 14 were scrapped.",
)
DENIED = (
    "Officials denied that the premier would resign on Friday.",
    "The palace denied that the king will travel to Vell next week.",
    "A spokeswoman denied the minister would meet the rebels on Thursday.",
    "The army rejected reports that it would withdraw from Oberfeld on June 10.",
    "The ministry dismissed claims that elections would be held in July.",
    "The embassy refuted a report that the envoy would leave on Friday.",
    "Eskeria denied it was planning to attack Vell next month.",
    "The company denied plans to close the mine in July.",
    "The governor denied that he would step down or leave the country on Friday.",
    "It is not true that the two leaders will meet on June 12, the aide said.",
    "Reports that the general would be dismissed on Friday are false, the palace said.",
    "The bank denied having agreed to sell its shares next month.",
    "The mayor has denied that the bridge will be closed on Thursday.",
)
ASKED = (
    "Will the premier resign on Friday?",
    "When will the two sides sign the treaty?",
    "Could the army attack Oberfeld next week?",
    "Does the minister plan to visit Vell on Thursday?",
    "Is the envoy going to meet the rebels on Friday?",
    "“Will the council vote on Thursday?” a reporter asked.",
    "Who will lead the delegation to Vell on June 12?",
    "Are elections to be held in July?",
    "Will talks be held on Friday, and will the envoy attend?",
    "Won't the miners strike on Friday?",
    "What if the rebels attack Vell on Friday?",
)
SUPERSEDED = (
    "The premier had planned to visit Vell on Thursday but fell ill.",
    "The envoy had been due to meet the rebels on Friday.",
    "The council had been scheduled to vote on Thursday.",
    "The minister was due to arrive on Thursday, but his flight was cancelled.",
    "The two leaders were to meet on Friday but the host withdrew his invitation.",
    "The queen had intended to open the mole on June 12.",
    "The court was expected to rule on Thursday but the judge was replaced.",
    "The ministers had hoped to sign the accord on Friday.",
    "The general was supposed to visit the front on Thursday but never left the capital.",
)
AHEAD = (
    ("A treaty is expected to be signed as early as Thursday, two aides said.", "signed", "2025-06-05", "probable"),
    ("An accord is likely to be signed on Friday, diplomats said.", "signed", "2025-06-06", "probable"),
    ("Talks are expected to begin as soon as Friday.", "Talks", "2025-06-06", "probable"),
    ("A ceasefire deal could be announced as early as June 10, the envoy said.", "deal", "2025-06-10", "possible"),
    ("A new budget is due to be presented on June 12.", "presented", "2025-06-12", "certain"),
    ("Elections are expected to be held on June 22.", "Elections", "2025-06-22", "probable"),
    ("The prisoners are expected to be freed no earlier than Thursday.", "freed", "2025-06-05", "probable"),
    ("The premier was due to arrive in Vell later on Thursday.", "arrive", None, None),
    ("The envoy said they had agreed to meet on Friday.", "meet", "2025-06-06", "certain"),
    ("The premier will visit Vell on Thursday, but “will he stay?” asked the mayor.", "visit", "2025-06-05", "certain"),
    ("The ministry did not deny that the minister would visit Vell on Thursday.", "visit", "2025-06-05", None),
    (
        "The premier not only plans to visit Vell on Friday but also to sign the treaty.",
        "visit",
        "2025-06-06",
        "probable",
    ),
    ("Nobody doubts that the council will vote on Friday.", "vote", "2025-06-06", None),
    ("The new ferry terminal will open on June 14, the mayor said.", "open", "2025-06-14", "certain"),
    ("The museum will reopen on June 20 after two years of repairs.", "reopen", "2025-06-20", "certain"),
    ("The ring road will be closed from June 9.", "closed", "2025-06-09", "certain"),
    ("The satellite will be launched on June 18.", "launched", "2025-06-18", "certain"),
    ("The first train will run on June 15.", "run", "2025-06-15", "certain"),
    ("The lighthouse will be switched off on June 30.", "switched", "2025-06-30", "certain"),
    ("Fares will rise on July 1.", "rise", "2025-07-01", "certain"),
    ("The law will come into force on July 1.", "come", "2025-07-01", "certain"),
    ("The tower's first stone will be laid on June 21.", "laid", "2025-06-21", "certain"),
    ("Sources in the palace said the king would visit Vell on Thursday.", "visit", "2025-06-05", "certain"),
    ("The lock will be closed on June 19, two people familiar with the plan said.", "closed", "2025-06-19", "certain"),
    ("The ferry may be late, but the harbour will open on June 14, the mayor said.", "open", "2025-06-14", "certain"),
)


def expected(got: Reading) -> list[tuple[str, str | None, str]]:
    """Trigger, first day and sureness of each expectation."""
    events = {event.id: event for event in got.events}
    return [
        (words(got, events[x.event].trigger), str(x.window.start) if x.window else None, x.certainty)
        for x in got.expectations
    ]


def states(got: Reading) -> set[str]:
    """What became of things, by the developments."""
    return {development.state for development in got.developments}


@pytest.mark.parametrize("text", GIVEN_UP)
def test_what_is_given_up_is_cancelled_and_not_expected(text: str) -> None:
    got = reading(text)
    assert expected(got) == []
    assert states(got) & {"cancelled", "denied"}


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_is_not_expected(text: str) -> None:
    got = reading(text)
    assert expected(got) == []
    assert "denied" in states(got)
    assert all(event.status != "planned" for event in got.events)


@pytest.mark.parametrize("text", [*ASKED, *SUPERSEDED])
def test_questions_and_plans_of_the_past_are_not_expected(text: str) -> None:
    assert expected(reading(text)) == []


@pytest.mark.parametrize(("text", "trigger", "start", "certainty"), AHEAD)
def test_what_lies_ahead_is_expected(text: str, trigger: str, start: str | None, certainty: str | None) -> None:
    found = [each for each in expected(reading(text)) if trigger in each[0]]
    assert any((start or each[1]) == each[1] and (certainty or each[2]) == each[2] for each in found)


def test_a_question_in_a_quotation_asks_of_nothing_beside_it() -> None:
    got = reading("“Will the guild strike on Friday?” the mayor asked, and will visit Vell on Thursday.")
    assert [trigger for trigger, _, _ in expected(got)] == ["visit"]


@pytest.mark.parametrize(
    "text",
    [
        "Snow would persist through Friday, the office said.",
    ],
)
def test_what_only_lasts_until_a_day_is_no_event(text: str) -> None:
    assert expected(reading(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The new ferry terminal did not open on Monday as promised.",
        "The satellite was not launched on Sunday.",
        "The envoy failed to arrive on Monday.",
        "The two ministers never met on Sunday.",
        "The council did not vote on Monday as planned.",
        "No talks were held on Sunday.",
    ],
)
def test_what_did_not_come_about_on_its_day_is_denied(text: str) -> None:
    got = reading(text)
    assert "denied" in {event.status for event in got.events}
    assert not [statement for statement in got.statements if words(got, *statement.cue) in {"promised", "planned"}]
