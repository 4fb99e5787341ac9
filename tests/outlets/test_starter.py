from collections import Counter

from reportedly import outlets


def test_the_list_is_wide_enough_to_start_from() -> None:
    folders = Counter(outlet.folder for outlet in outlets.starter())
    assert sum(folders.values()) >= 40
    for folder in ("Agencies", "Iran", "Pakistan", "Afghanistan", "Gulf"):
        assert folders[folder] >= 8


def test_each_has_something_to_watch_and_says_its_language() -> None:
    for outlet in outlets.starter():
        assert outlet.watched, outlet.id
        assert outlet.languages, outlet.id
        assert outlet.home.startswith("https://"), outlet.id


def test_no_address_is_there_twice() -> None:
    many = Counter(url for outlet in outlets.starter() for url in outlet.watched)
    assert [url for url, n in many.items() if n > 1] == []
