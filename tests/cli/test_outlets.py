"""The commands about outlets, as a person types them, against a real server."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportedly import outlets
from reportedly.cli import app
from reportedly.errors import BadInput, Unreachable, UsageError
from reportedly.records import Outlet
from reportedly.settings import init_desk
from tests.loopback import Newsroom, room

__all__ = ["room"]

FEED = (
    '<rss version="2.0"><channel><title>Tarnow Herald</title><item><title>The ferries resume after a week of storms '
    "and rain on the lake</title><link>http://herald.example/a</link>"
    "<pubDate>Mon, 03 Jun 2024 08:00:00 GMT</pubDate></item></channel></rss>"
)


@pytest.fixture
def folder(tmp_path: Path, room: Newsroom) -> Path:
    desk = init_desk(tmp_path / "desk")
    settings = f'[fetch]\nper_host_delay = 0.0\n[fetch.resolve]\n"*.example" = "127.0.0.1:{room.port}"\n'
    (desk.folder / "desk.toml").write_text(settings)
    room.pages["herald.example/"] = room.page(
        '<html><link rel="alternate" type="application/rss+xml" href="/rss"></html>'
    )
    room.pages["herald.example/rss"] = room.page(FEED)
    return desk.folder


def typed(folder: Path, *words: str) -> str:
    result = CliRunner().invoke(app, ["outlets", *words, "--desk", str(folder)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.output


def kept(folder: Path) -> dict[str, Outlet]:
    return {outlet.id: outlet for outlet in outlets.load(folder / "outlets")}


def test_an_address_is_enough(folder: Path) -> None:
    said = typed(folder, "add", "http://herald.example/")
    assert "feed      http://herald.example/rss" in said
    outlet = kept(folder)["herald-example"]
    assert (outlet.name, outlet.feeds) == ("Tarnow Herald", ("http://herald.example/rss",))
    assert (outlet.languages, outlet.country) == (("en",), None)


def test_options_count_more_than_what_is_found(folder: Path) -> None:
    options = ("--id", "th", "--name", "The Herald", "--country", "PK", "--language", "ur", "--folder", "Valley")
    typed(folder, "add", "http://herald.example/", *options, "--owner", "Press Group")
    outlet = kept(folder)["th"]
    assert (outlet.name, outlet.country, outlet.languages, outlet.folder) == ("The Herald", "PK", ("ur",), "Valley")
    assert outlet.feeds == ("http://herald.example/rss",)


def test_an_id_with_options_asks_nobody(folder: Path, room: Newsroom) -> None:
    feed = ("--feed", "http://gazette.example/rss")
    typed(folder, "add", "gazette", "--name", "Gazette", "--home", "http://gazette.example/", *feed)
    assert kept(folder)["gazette"] == Outlet("gazette", "Gazette", "http://gazette.example/", (feed[1],))
    assert room.requests == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add",), "name the address"),
        (("add", "gazette"), "no address"),
        (("add", "gazette", "--home", "http://gazette.example/"), "nothing to watch"),
        (("add", "http://a.example/", "http://b.example/", "--name", "X"), "one by one"),
        (("add", "--starter"), "--all"),
        (("add", "--starter", "no-such"), "not on the starter list: no-such"),
        (("check", "no-such"), "no outlet no-such"),
        (("check",), "watches no outlet"),
        (("export",), "watches no outlet"),
    ],
)
def test_what_cannot_be_is_told(folder: Path, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        typed(folder, *words)
    assert kept(folder) == {}


def test_an_address_that_cannot_be_had_is_told(folder: Path) -> None:
    with pytest.raises(Unreachable, match="404"):
        typed(folder, "add", "http://wire.example/")


def test_the_starter_list_is_shown_and_taken(folder: Path) -> None:
    assert "Pakistan\tdawn\tDawn\t" in typed_plain("starter")
    typed(folder, "add", "--starter", "dawn", "irna")
    assert set(kept(folder)) == {"dawn", "irna"}
    typed(folder, "add", "--starter", "--all")
    assert len(kept(folder)) == len(outlets.starter())


def typed_plain(*words: str) -> str:
    return CliRunner().invoke(app, ["outlets", *words]).output


def test_check_says_of_each_address_whether_it_is_well(folder: Path) -> None:
    typed(folder, "add", "http://herald.example/")
    assert "1 article; the newest of 2024-06-03 08:00 UTC" in typed(folder, "check")
    outlets.save(folder / "outlets", Outlet("gone", "Gone", "http://gone.example/", ("http://gone.example/rss",)))
    with pytest.raises(Unreachable, match="1 of 2 addresses"):
        typed(folder, "check")
    assert "well" in typed(folder, "check", "herald-example")


def test_health_before_and_after_a_poll(folder: Path) -> None:
    typed(folder, "add", "http://herald.example/")
    outlets.save(folder / "outlets", Outlet("gone", "Gone", "http://gone.example/", ("http://gone.example/rss",)))
    assert "herald-example: not polled yet" in typed(folder, "health")
    assert CliRunner().invoke(app, ["watch", "--once", "--desk", str(folder)]).exit_code == 0
    said = typed(folder, "health")
    assert said.startswith("gone: failing\n")
    assert "failed 1 time on end" in said
    assert "404" in said
    assert "herald-example: well" in said
    lines = [json.loads(line) for line in typed(folder, "health", "--format", "jsonl").splitlines()]
    assert {line["outlet"]: line["feeds"][0]["failures"] for line in lines} == {"gone": 1, "herald-example": 0}
    assert lines[1]["newest"] == "2024-06-03T08:00:00Z"


def test_opml_goes_in_and_out_with_its_folders(folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "in.opml"
    feed = '<outline text="Herald" xmlUrl="http://herald.example/rss" htmlUrl="http://herald.example/"/>'
    source.write_text(f'<opml><body><outline text="Valley">{feed}</outline></body></opml>')
    typed(folder, "import", str(source))
    assert kept(folder)["herald-example"].folder == "Valley"
    typed(folder, "export", str(tmp_path / "out.opml"))
    assert outlets.opml.read((tmp_path / "out.opml").read_bytes()) == tuple(kept(folder).values())
    assert "<opml" in typed(folder, "export")
    with pytest.raises(BadInput, match="not a file"):
        typed(folder, "import", "no-such.opml")


def test_what_a_list_has_besides_feeds_is_told(folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "in.opml"
    feed = '<outline text="Oak & Ash" xmlUrl="http://oak.example/rss"/>'
    notes = (
        '<outline text="a note"/><outline text="another"/><outline text="More" type="include" url="http://x.example/"/>'
    )
    source.write_text(f"<opml><body>{feed}{notes}")
    result = CliRunner().invoke(app, ["outlets", "import", str(source), "--desk", str(folder)])
    assert (result.exit_code, result.stdout) == (0, f"1 outlet in {folder / 'outlets'}\n")
    first, second = result.stderr.splitlines()
    assert first == "reportedly: passed over 2 outlines without a web address (the first: a note)"
    assert second.startswith("reportedly: passed over 1 outline with another list")
    assert kept(folder)["oak-example"].name == "Oak & Ash"
