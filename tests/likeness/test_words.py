"""Telling words: what a text is about, whatever the form its words stand in."""

from reportedly.likeness import stem, telling


def test_stems_join_forms_of_a_word() -> None:
    assert telling("Strikes strike striking") == telling("strike")
    assert {stem(word) for word in ("ferry", "ferries", "ferry's")} == {"ferry"}


def test_short_words_and_those_of_other_scripts_keep_their_endings() -> None:
    assert [stem(word) for word in ("used", "paix", "паромы")] == ["used", "paix", "паромы"]


def test_words_that_stand_in_any_text_tell_nothing() -> None:
    assert telling("The ferry was said to be late on Monday") == ("ferry", "late")


def test_a_word_that_a_soft_hyphen_breaks_is_one_word() -> None:
    assert telling("lighthou\u00adses") == telling("lighthouses")


def test_digits_tell_and_single_letters_do_not() -> None:
    assert telling("Pier 7 b") == ("pier", "7")


def test_a_number_is_one_word_in_all_digits() -> None:
    assert telling("۱۴") == telling("١٤") == telling("14") == ("14",)
