"""Every page and every form of the desk in a real browser, on the sample stream, with scripts and without."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from benchmarks.pages import served
from reportedly.sample import DAYS, play
from tests.test_pipeline import live
from tests.web.test_browser import ARGUMENTS
from tests.web.walking import Walk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FIRST = ("/", "/stories", "/calendar", "/map", "/help", "/search?q=harbour")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = tmp_path_factory.mktemp("desk")
    play(desk, (DAYS[9], DAYS[-1]), lambda day: live(desk, day))
    return desk


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def walk(request: pytest.FixtureRequest, played: Path, tmp_path: Path) -> Iterator[Walk]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium here: install one with `apt-get install chromium`")
    desk = Path(shutil.copytree(played, tmp_path / "desk"))
    with served(desk) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield Walk(browser, address, scripts=request.param)
        browser.close()


@pytest.mark.timeout(600)
def test_every_page_and_every_form(walk: Walk) -> None:
    walk.go(*FIRST)
    assert walk.faults == []
    assert {"/", "/stories", "/stories/*", "/articles/*", "/expectations", "/map", "/calendar"} <= walk.opened.keys()
    assert walk.sent
