"""The scorer of what lies ahead in other languages counts triggers that touch the labelled words."""

from quality import ahead

TEXT = "رئیس‌جمهور روز پنج‌شنبه در مجلس سخنرانی خواهد کرد."


def test_what_touches_a_labelled_word_is_found() -> None:
    start = TEXT.index("سخنرانی")
    own = {"span": [start, start + len("سخنرانی")], "root": "OTHER", "status": "planned"}
    row = {"doc": "fa-1", "text": TEXT, "ahead": [own]}
    assert ahead.score([row]) == {"f1": 100.0, "p": 100.0, "r": 100.0, "root": 100.0, "status": 100.0}


def test_what_is_not_labelled_is_wrong_and_what_is_not_found_is_missed() -> None:
    elsewhere = {"span": [0, 3], "root": "OTHER", "status": "planned"}
    figures = ahead.score([{"doc": "fa-1", "text": TEXT, "ahead": [elsewhere]}])
    assert (figures["p"], figures["r"]) == (0.0, 0.0)
