"""On which side of publication, a Wednesday, a weekday lies where the tense of its clause does not tell."""

import pytest

from tests.read.times.times_of import days, found

AHEAD = [
    ("The union has called a strike for Friday.", "Friday", "2025-06-20"),
    ("He has called for a strike from Monday.", "Monday", "2025-06-23"),
    ("Ahead of Thursday's summit, police closed the bridge.", "Thursday", "2025-06-19"),
    ("In the run-up to Sunday's election, the party changed its leader.", "Sunday", "2025-06-22"),
    ("Preparations for Sunday's vote were complete.", "Sunday", "2025-06-22"),
    ("Tickets for Saturday's concert sold out.", "Saturday", "2025-06-21"),
    ("The team named its squad for Saturday's match.", "Saturday", "2025-06-21"),
    ("The agenda for Thursday's session was published.", "Thursday", "2025-06-19"),
    ("Police prepared for Saturday's march.", "Saturday", "2025-06-21"),
    ("Shops braced for Thursday's strike.", "Thursday", "2025-06-19"),
    ("He was invited to Friday's ceremony.", "Friday", "2025-06-20"),
    ("Villagers awaited Friday's ruling.", "Friday", "2025-06-20"),
    ("Friday's hanging of two men was stayed.", "Friday", "2025-06-20"),
    ("The union called off Thursday's strike after talks.", "Thursday", "2025-06-19"),
    ("The board put off Thursday's meeting.", "Thursday", "2025-06-19"),
    ("The court postponed Thursday's hearing.", "Thursday", "2025-06-19"),
    ("Sunday's vote was cancelled.", "Sunday", "2025-06-22"),
    ("The premier cancelled a trip to Oslo, which had been due on Friday.", "Friday", "2025-06-20"),
    ("The premier cancelled a trip to Oslo that had been scheduled for Friday.", "Friday", "2025-06-20"),
    ("Roads were shut ahead of a visit on Saturday by the king.", "Saturday", "2025-06-21"),
    ("The meeting on Friday will decide the matter.", "Friday", "2025-06-20"),
]
BEHIND = [
    ("At Sunday's match he scored twice.", "Sunday", "2025-06-15"),
    ("Thousands attended Saturday's concert.", "Saturday", "2025-06-14"),
    ("He won Sunday's election.", "Sunday", "2025-06-15"),
    ("Three people died in Friday's fire.", "Friday", "2025-06-13"),
    ("The party rejected the result of Sunday's election.", "Sunday", "2025-06-15"),
    ("After Friday's attack, the army sent troops.", "Friday", "2025-06-13"),
    ("The board cancelled the fair on Monday.", "Monday", "2025-06-16"),
    ("He had trained ahead of Saturday's fight.", "Saturday", "2025-06-14"),
    ("Protesters disrupted Sunday's vote.", "Sunday", "2025-06-15"),
    ("He was jailed for Friday's attack.", "Friday", "2025-06-13"),
    ("Nine people were killed when shells hit a market on Friday.", "Friday", "2025-06-13"),
    ("Police prepared the ground on Monday.", "Monday", "2025-06-16"),
]


@pytest.mark.parametrize(("text", "words", "day"), [*AHEAD, *BEHIND], ids=[row[0] for row in [*AHEAD, *BEHIND]])
def test_the_side_of_publication(text: str, words: str, day: str) -> None:
    assert days(found(text)[words]) == (day, day)
