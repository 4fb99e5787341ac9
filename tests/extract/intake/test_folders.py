import gzip
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reportedly.extract.intake import files
from reportedly.extract.intake.files import Intake
from reportedly.extract.intake.own_address import own_address
from reportedly.records import Article, Outcome

NOW = datetime(2026, 3, 20, tzinfo=UTC)
WORDS = "The ferry between Orn and Vell was held up for three hours on Monday because the crew had not been paid. "


def html(title: str, head: str = "") -> str:
    body = f"<article><h1>{title}</h1><p>{WORDS}</p><p>{title}. {WORDS * 2}</p></article>"
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def taken(folder: Path) -> tuple[dict[str, Article], list[Outcome]]:
    found = list(files.articles(folder, Intake(folder.name, 100_000, NOW)))
    articles = {one.headline or "": one for one in found if isinstance(one, Article)}
    return articles, [one for one in found if isinstance(one, Outcome)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A crawl as people keep it: pages at several depths, a packed one, pictures, a hidden file."""
    (tmp_path / "2026" / "03").mkdir(parents=True)
    canonical = '<link href="https://x.example/ferry?a=1&amp;b=2" rel="canonical">'
    (tmp_path / "2026" / "ferry.html").write_text(html("Ferry late", canonical))
    (tmp_path / "2026" / "03" / "crew.htm.gz").write_bytes(gzip.compress(html("Crew unpaid").encode()))
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.html").write_text(html("Hidden"))
    (tmp_path / "menu.html").write_text("<html><body><nav>Home</nav></body></html>")
    return tmp_path


def test_pages_have_the_address_they_give_or_their_files_name(folder: Path) -> None:
    articles, outcomes = taken(folder)
    assert {name: one.url for name, one in articles.items()} == {
        "Ferry late": "https://x.example/ferry?a=1&b=2",
        "Crew unpaid": "2026/03/crew.htm.gz",
    }
    assert [articles[name].outlet for name in ("Ferry late", "Crew unpaid")] == ["x.example", "unknown"]
    assert [(one.url, one.state) for one in outcomes] == [("menu.html", "failed")]
    assert "no article" in outcomes[0].message


def test_a_manifest_says_more_of_the_pages(folder: Path) -> None:
    (folder / "list.csv").write_text(
        "file,url,outlet,published\n2026/03/crew.htm.gz,https://y.example/crew,ypost,2026-03-09\n"
        "2026/ferry.html,https://y.example/ferry,ypost,03/04/2026\n"
    )
    articles, outcomes = taken(folder)
    crew = articles["Crew unpaid"]
    assert (crew.url, crew.outlet) == ("https://y.example/crew", "ypost")
    assert crew.published is not None
    assert crew.published.start == date(2026, 3, 9)
    assert articles["Ferry late"].url == "https://y.example/ferry"
    assert ["03/04/2026" in one.message for one in outcomes if one.state == "fetched"] == [True]


def test_tables_and_lines_in_a_folder_are_read_too(folder: Path) -> None:
    (folder / "more.csv").write_text("title,text\nSnow,Snow fell.\n")
    (folder / "2026" / "more.jsonl").write_text('{"title": "Rain", "text": "Rain fell."}\n')
    articles, _ = taken(folder)
    assert {"Snow", "Rain", "Ferry late"} <= articles.keys()
    assert articles["Rain"].url == "2026/more.jsonl#1"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://x.example/a">', "https://x.example/a"),
        ("<LINK REL=canonical HREF=https://x.example/a>", "https://x.example/a"),
        ('<meta property="og:url" content="https://x.example/b">', "https://x.example/b"),
        ('<meta property="og:url" content="https://x.example/b"><link rel=canonical href="/a">', "https://x.example/b"),
        ('<link rel="alternate" href="https://x.example/feed">', None),
        (
            "<link rel=canonical href='https://archive.example/web/20260310080000/http://x.example/a'>",
            "http://x.example/a",
        ),
        (
            "<!-- saved from url=(0050)https://a.example/20260310080000mp_/https://x.example/a -->",
            "https://x.example/a",
        ),
        ("<link rel=canonical href='https://x.example/20260310080000/a'>", "https://x.example/20260310080000/a"),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
    ],
)
def test_the_address_a_page_gives(head: str, url: str | None) -> None:
    assert own_address(html("Ferry late", head).encode()) == url
