"""How common words are before a desk has read anything."""

from reportedly.likeness import commonness


def test_words_of_any_news_are_common_in_each_script_and_names_are_not() -> None:
    known = commonness()
    assert all(known[word] > 0.002 for word in ("minister", "kill", "сказал", "دولت"))
    assert "sorvash" not in known
    assert all(0.0 < share < 1.0 for share in known.values())
