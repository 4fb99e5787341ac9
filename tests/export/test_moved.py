from reportedly.export import moved
from reportedly.ledger import Compared
from reportedly.ledger.moving.comparing import Held

PAGES = Held(1_200, "aa" * 16, 1_207)
PEOPLE = Held(3, "bb" * 16)
NONE = Held(0, "00" * 16)


def test_a_part_stands_in_a_line_and_one_that_differs_in_two() -> None:
    parts = [
        Compared("pages", PAGES, PAGES),
        Compared("people", PEOPLE, Held(2, "cc" * 16)),
        Compared("pacts", NONE, NONE),
    ]
    heading, *lines, last = moved.text(parts)
    assert [line.split() for line in lines] == [
        ["pages", "1,200", "aaaaaaaaaaaa", "1,207", "equal"],
        ["people", "3", "bbbbbbbbbbbb"],
        ["where", "it", "moved", "to", "2", "cccccccccccc", "DIFFERS"],
    ]
    assert heading.index("hash") == lines[0].index("aaaaaaaaaaaa")
    assert last == "and 1 part without rows"
