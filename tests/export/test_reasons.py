from reportedly.evidence import Reason
from reportedly.export import reasons


def test_each_reason_tells_the_signs_and_their_points() -> None:
    told = [
        Reason(0, "Norvik", "place", (("after a word such as in", 2.0), ("a small town", -0.5))),
        Reason(9, "officials", "a source: role", (("an office or calling", 0.0),)),
    ]
    assert reasons.text(told).splitlines() == [
        "Why",
        "   1. Norvik: place: +2 after a word such as in, -0.5 a small town",
        "   2. officials: a source: role: an office or calling",
    ]
