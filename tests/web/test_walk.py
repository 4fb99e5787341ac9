"""Every page and every form of the desk in a real browser, on the sample stream, with scripts and without."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

import pytest
from playwright.sync_api import sync_playwright

from benchmarks.pages import served
from tests.web.test_browser import ARGUMENTS
from tests.web.walking import Walk

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECRET = "nine-lanterns-on-the-quay"
FIRST = ("/", "/stories", "/calendar", "/map", "/help", "/search?q=harbour")


@pytest.fixture
def desk_folder(played: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(played, tmp_path / "desk"))


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def walk(request: pytest.FixtureRequest, desk_folder: Path) -> Iterator[Walk]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium here: install one with `apt-get install chromium`")
    with served(desk_folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield Walk(browser, address, scripts=request.param)
        browser.close()


@pytest.mark.timeout(600)
def test_every_page_and_every_form(walk: Walk) -> None:
    walk.not_to = "/people"  # with an account everybody must sign in
    walk.go(*FIRST)
    assert {"/", "/stories", "/stories/*", "/articles/*", "/expectations", "/map", "/calendar"} <= walk.opened.keys()
    made = ("/briefs", "/searches", "/alerts", "/decisions", "/marked", "/tags")
    for path in made:  # what the forms made has pages and forms of its own
        del walk.opened[path]
    walk.go(*made)
    assert walk.faults == []
    assert {"/briefs/drafts/*", "/searches/*"} <= walk.opened.keys()


@pytest.mark.timeout(600)
def test_a_desk_with_accounts_is_walked_by_whoever_signed_in(walk: Walk, desk_folder: Path) -> None:
    command = [sys.executable, "-m", "reportedly", "users", "add", "oda", "--name", "Oda Brell", "--role", "admin"]
    run(
        [*command, "--desk", str(desk_folder)],
        input=f"{SECRET}\n{SECRET}\n",
        text=True,
        check=True,
        capture_output=True,
    )
    page = walk.browser.new_page(base_url=walk.address, java_script_enabled=walk.scripts)
    page.goto("/stories")
    assert "/login" in page.url
    page.get_by_label("Name").fill("oda")
    page.get_by_label("Password").fill(SECRET)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_load_state()
    walk.go("/", "/stories", "/me", "/people", "/audit", cookies=page.context.cookies(), on=False)
    assert walk.faults == []
    assert walk.sent
