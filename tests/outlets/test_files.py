from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import outlets
from reportedly.errors import BadSetting
from reportedly.outlets.files import OutletFile
from reportedly.records import Outlet, Selector

HERALD = Outlet(
    id="tarnow-herald",
    name='The Tarnow "Herald"',
    home="https://herald.example/",
    feeds=("https://herald.example/rss", "https://herald.example/world.xml"),
    country="TA",
    languages=("en", "fa"),
    owner="Tarnow Press Group",
    sitemaps=("https://herald.example/news.xml",),
    pages=("https://herald.example/latest",),
    folder="Valley/Dailies",
    selectors=(
        Selector(since=date(2019, 1, 1), body="div[class='text'] > p"),
        Selector(since=date(2024, 5, 1), body="article", headline="h1"),
    ),
)


def test_an_outlet_saved_is_loaded_again(tmp_path: Path) -> None:
    outlets.save(tmp_path, HERALD)
    assert outlets.load(tmp_path) == (HERALD,)
    assert [file.name for file in tmp_path.iterdir()] == ["tarnow-herald.toml"]


def test_a_file_written_by_hand_needs_only_name_and_home(tmp_path: Path) -> None:
    (tmp_path / "wire.toml").write_text('name = "Wire"\nhome = "http://wire.example/"\n')
    assert outlets.load(tmp_path) == (Outlet(id="wire", name="Wire", home="http://wire.example/"),)


def test_outlets_come_in_order_of_id_and_an_empty_folder_has_none(tmp_path: Path) -> None:
    assert outlets.load(tmp_path) == ()
    for name in ("b", "a", "c"):
        outlets.save(tmp_path, Outlet(id=name, name=name, home="http://x.example/"))
    assert [outlet.id for outlet in outlets.load(tmp_path)] == ["a", "b", "c"]


def test_an_old_capture_gets_the_selector_of_its_day() -> None:
    old, new = HERALD.selectors
    assert HERALD.selector(date(2018, 12, 31)) is None
    assert HERALD.selector(date(2024, 4, 30)) == old
    assert HERALD.selector(date(2024, 5, 1)) == new


SELECTORS = 'name = "X"\nhome = "http://x.example"\n[[selectors]]\n'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('name = "X"', "home"),
        ('name = "X"\nhome = "x.example"', "no web address"),
        ('name = "X"\nhome = "http://x.example"\nfeed = "y"', "feed"),
        ('name = "X"\nhome = "http://x.example"\nfeeds = ["ftp://x.example/rss"]', "ftp://x.example/rss"),
        ('name = "X"\nhome = "http://x.example"\ncountry = "Pakistan"', "two capital letters"),
        ('name = "X"\nhome = "http://x.example"\nlanguages = ["English"]', "ISO 639"),
        ('name = " "\nhome = "http://x.example"', "name is empty"),
        ('name = "X"\nhome = "http://x.example"\nsitemaps = ["map.xml"]', "sitemap 'map.xml'"),
        ('name = "X"\nhome = "http://x.example"\npages = ["/latest"]', "page '/latest'"),
        ('name = "X"\nhome = "http://x.example"\nfolder = " / "', "names no folder"),
        (SELECTORS + 'since = 2024-01-01\nbody = "p"\n[[selectors]]\nsince = 2023-01-01\nbody = "p"', "oldest first"),
        (SELECTORS + "since = 2024-01-01", "select nothing"),
        (SELECTORS + 'since = "May"\nbody = "p"', "x.toml"),
        (SELECTORS + 'since = 2024-01-01\nbody = "div["', "no CSS selector"),
        (SELECTORS + 'since = 2024-01-01\nheadline = " "', "no CSS selector"),
        (SELECTORS + 'since = 2024-01-01\ntitle = "h1"', "title"),
        ("name = ", "x.toml"),
        ('name = "\xff"'.encode("latin-1"), "x.toml"),
    ],
)
def test_a_bad_file_is_named_with_what_is_wrong(tmp_path: Path, content: str | bytes, said: str) -> None:
    (tmp_path / "x.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(BadSetting, match=r"x\.toml") as caught:
        outlets.load(tmp_path)
    assert said in str(caught.value)


@pytest.mark.parametrize("bad", ["../up", "", "a b", ".hidden", "Größe"])
def test_an_id_that_is_no_file_name_is_not_saved(tmp_path: Path, bad: str) -> None:
    with pytest.raises(BadSetting, match="id"):
        outlets.save(tmp_path, Outlet(id=bad, name="X", home="http://x.example/"))
    assert list(tmp_path.iterdir()) == []


@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_name_survives_the_file(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("outlets")
    outlet = Outlet(id="x", name=name, home="http://x.example/", owner=name)
    outlets.save(folder, outlet)
    assert outlets.load(folder) == (outlet,)


def test_a_file_may_say_all_that_is_known_of_an_outlet_but_its_id() -> None:
    assert ("id", *OutletFile.__struct_fields__) == Outlet.__struct_fields__
