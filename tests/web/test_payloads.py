"""Words of others stay words: in titles, texts, names, notes and briefs none runs, and none leaves as a formula."""

import csv
import io
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import httpx
import openpyxl
import pytest
from msgspec.structs import replace
from playwright.sync_api import sync_playwright

from benchmarks.pages import served
from reportedly import pipeline
from reportedly.archive import Archive
from reportedly.export.taking import LISTS
from reportedly.ledger import open_ledger
from reportedly.records import FeedItem, Outlet
from reportedly.session import Session
from reportedly.settings import init_desk
from tests.read.reading_of import article
from tests.web.payloads import payloads
from tests.web.test_browser import ARGUMENTS
from tests.web.walking import WORDS, Walk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ALL = [*payloads()]
EACH = 5  # in an article
TODAY = date(2026, 3, 20)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def home(n: int) -> str:
    return f"https://outlet-{n}.example/"


def newspaper(n: int, words: list[str]) -> tuple[str, str]:
    """Address and text of an article that says all these words."""
    title, minister, visit, said, rest = words
    text = (
        f"{title}\n\nInterior Minister Daran Velk {minister} will visit Orsenburg on Monday, his ministry said. "
        f"“The pact {visit} will be signed next week,” said Mara Dovic, head of {said}. "
        f"At least {n} people were killed near Balvara {rest}, according to the governor {title}.\n"
    )
    return f"{home(n % 6)}{n}", text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk on which all words stand in articles, outlets' names and feeds."""
    desk = init_desk(tmp_path_factory.mktemp("hostile") / "desk")
    (desk.folder / "desk.toml").write_text(f"name = 'Desk </title><script>1</script>'\ntoday = {TODAY.isoformat()}\n")
    with open_ledger(desk.ledger_url) as ledger, Archive(desk.archive) as archive:
        ledger.outlets.put(Outlet(f"outlet-{n}", ALL[40 * n + 12], home(n), (), "XV", ("en",)) for n in range(6))
        for n, at in enumerate(range(0, len(ALL) - EACH, EACH)):
            url, text = newspaper(n, ALL[at : at + EACH])
            found = article(text, TODAY - timedelta(days=n % 7), url)
            ledger.articles.file(replace(found, outlet=f"outlet-{n % 6}", language="en", headline=ALL[at]))
            ledger.feeds.put_items([FeedItem(url, f"outlet-{n % 6}", ALL[at])])
        session = Session(desk, ledger, archive)
        pipeline.read(session)
        pipeline.relate(session)
    return desk.folder


@pytest.fixture
def address(folder: Path, tmp_path: Path) -> Iterator[str]:
    with served(Path(shutil.copytree(folder, tmp_path / "desk"))) as at:
        yield at


@pytest.mark.timeout(900)
def test_none_runs_wherever_it_is_shown_or_sent(folder: Path, address: str) -> None:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium here: install one with `apt-get install chromium`")
    with open_ledger(f"sqlite:///{folder}/ledger.db") as ledger:
        articles = [f"/articles/{line.article}" for line in ledger.articles.lines(limit=200)]
        stories = [f"/stories/{line.id}" for line in ledger.stories.lines(limit=20)]
    sent = {
        **dict.fromkeys(("text", "textarea", "note", "who", "name", "title", "tag"), " ".join(ALL[20:36])),
        "search": ALL[14],
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        walk = Walk(browser, address, axe=False, words={**WORDS, **sent})
        walk.go("/", "/stories", "/calendar", "/map", "/help", "/search?q=minister", "/search?q=%3Cscript%3E")
        walk.look_at([*articles, *stories])
        browser.close()
    assert [fault for fault in walk.faults if "form was answered" not in fault] == []
    assert len(ALL) > 250
    assert walk.sent


def test_none_leaves_as_a_formula(address: str) -> None:
    with httpx.Client(base_url=address, trust_env=False, timeout=60) as client:
        for name in LISTS:
            table = client.get(f"/export/{name}.csv")
            if table.status_code == httpx.codes.NOT_FOUND:
                continue
            cells = [cell for row in csv.reader(io.StringIO(table.text)) for cell in row]
            assert [cell for cell in cells if cell.startswith(FORMULA) and not _is_number(cell)] == [], name
            book = openpyxl.load_workbook(io.BytesIO(client.get(f"/export/{name}.xlsx").content), read_only=True)
            kinds = {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row}
            assert "f" not in kinds, name


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
