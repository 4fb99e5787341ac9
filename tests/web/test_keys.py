"""Single keys in a real browser: through a list, to a page, onto a mark; and nothing while one writes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from reportedly.clock import standing_at
from reportedly.ledger import open_ledger
from reportedly.web.app import create_app
from tests import newsroom
from tests.newsroom import TODAY
from tests.web.conftest import serving
from tests.web.test_browser import ARGUMENTS

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium here: install one with `apt-get install chromium`")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db", standing_at(TODAY)) as ledger:
        newsroom.fill(ledger)
        app = create_app(ledger, name="River Desk", now=standing_at(TODAY), sample=False, body_of=lambda _: b"")
        with serving(app) as at:
            context = browser.new_context(base_url=at, viewport={"width": 1280, "height": 900})
            complaints: list[str] = []
            opened = context.new_page()
            opened.on("console", lambda message: complaints.append(message.text))
            yield opened
            context.close()
    assert complaints == []


def test_through_a_list_and_into_a_story(page: Page) -> None:
    page.goto("/stories")
    for key in ("j", "j", "k"):
        page.keyboard.press(key)
    first = page.locator("[data-item]").first
    expect(first).to_have_attribute("data-current", "")
    title = first.get_by_role("heading").inner_text()
    page.keyboard.press("o")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_read_and_starred_without_leaving_the_page(page: Page) -> None:
    page.goto("/stories")
    page.keyboard.press("j")
    page.keyboard.press("m")
    first = page.locator("[data-item]").first
    expect(first.locator("[data-read]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("s")
    expect(first.locator("[data-star]")).to_have_attribute("aria-pressed", "true")
    assert page.url.endswith("/stories")
    page.keyboard.press("m")
    expect(first.locator("[data-read]")).to_have_attribute("aria-pressed", "false")
    page.goto("/marked")
    expect(page.locator("[data-item]")).to_have_count(1)


def test_g_and_a_letter_lead_somewhere(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("g")
    page.keyboard.press("e")
    page.wait_for_url("**/expectations")
    page.keyboard.press("g")
    page.keyboard.press("h")
    expect(page.get_by_role("heading", level=1)).to_have_text("Morning")


def test_whoever_writes_is_left_alone(page: Page) -> None:
    page.goto("/stories")
    page.keyboard.press("/")
    page.keyboard.type("jogs?")
    expect(page.locator("#find")).to_have_value("jogs?")
    assert page.url.endswith("/stories")


def test_the_keys_are_shown_and_closed_again(page: Page) -> None:
    page.goto("/stories")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next item")
    page.keyboard.press("j")
    expect(page.locator("[data-current]")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_switched_off_they_do_nothing(page: Page) -> None:
    page.goto("/help")
    page.get_by_role("button", name="Switch them off").click()
    page.goto("/stories")
    page.keyboard.press("j")
    expect(page.locator("[data-current]")).to_have_count(0)


def test_all_of_it_goes_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto("/")
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Coverage").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Coverage")
    page.get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    context.close()
