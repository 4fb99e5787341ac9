import json
from datetime import timedelta

from reportedly.edits import compare
from reportedly.export import page_events
from reportedly.records import PageEvent
from tests.revised import NOON, URL, article, reading, said

EARLY = article("Fire on the quay\n\nThe fire may have killed 14 people, a nurse said. Mayor Ola Venn was not there.")
LATE = article("Fire on the quay\n\nThe fire killed nine people, the hospital said. Mayor Ola Venn was not there.")
EDIT = compare(
    EARLY,
    LATE,
    reading(EARLY, said(EARLY.text, "The fire may have killed 14 people", "said", "a nurse", certainty="possible")),
    reading(LATE, said(LATE.text, "The fire killed nine people", "said", "the hospital")),
)
DAY = timedelta(days=1)
EVENTS = (
    PageEvent("seen", NOON, NOON + DAY, 3, "", EARLY.id),
    PageEvent("edited", NOON + 2 * DAY, NOON + 2 * DAY, 1, "", LATE.id, EDIT),
    PageEvent("gone", NOON + 7 * DAY, NOON + 7 * DAY, 1, "404 Not Found", LATE.id),
)
TEXTS = {EARLY.id: EARLY, LATE.id: LATE}


def test_an_edit_shows_its_words_and_statements() -> None:
    printed = "\n".join(page_events.text(URL, EVENTS, TEXTS))
    assert "2031-05-22 12:00  edited: 5 words struck, 3 added" in printed
    assert "The fire [-may have-] killed [-14-] {+nine+} people, [-a nurse-] {+the hospital+} said." in printed
    assert "CHANGED: certainty, source, wording" in printed
    assert "was a nurse (possible): The fire may have killed 14 people" in printed
    assert "is  the hospital (certain): The fire killed nine people" in printed


def test_what_a_part_of_an_article_lacks_is_not_called_struck() -> None:
    part = article("Fire on the quay\n\nThe fire may have...", partial="it is a teaser")
    event = PageEvent("part", NOON + DAY, NOON + DAY, 1, "", part.id, compare(EARLY, part, None, None))
    printed = list(page_events.text(URL, (EVENTS[0], event), {EARLY.id: EARLY, part.id: part}))
    assert any("more or less of its text shown: 12 words not shown, " in line for line in printed)
    assert any("what it lacks was not struck" in line for line in printed)


def test_a_page_that_is_gone_says_when_and_what_came_instead() -> None:
    printed = list(page_events.text(URL, EVENTS, TEXTS))
    assert printed[-1] == "2031-05-27 12:00  page gone: 404 Not Found"
    assert "the same at 2 later looks until 2031-05-21 12:00" in printed[1]


def test_each_event_is_one_object_whose_spans_give_its_words() -> None:
    lines = [json.loads(line) for line in page_events.jsonl(URL, EVENTS, TEXTS)]
    assert [line["kind"] for line in lines] == ["seen", "edited", "gone"]
    edited = lines[1]
    assert edited["rewordings"]
    for one in edited["rewordings"]:
        for side, text in (("before", EARLY.text), ("after", LATE.text)):
            start, end = one[side]["span"]
            assert text[start:end] == one[side]["words"]
    (changed,) = edited["statements"]
    assert changed["after"]["certainty"] == "certain"


def test_an_article_handed_in_has_no_time() -> None:
    assert list(page_events.text(URL, [PageEvent("seen", None, None, 1, "handed in", EARLY.id)], TEXTS))[1] == (
        "time not known    first seen: no headline"
    )
