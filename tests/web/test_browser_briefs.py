"""A brief written in a real browser, with and without JavaScript: chosen, rewritten, issued, withdrawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reportedly.clock import standing_at
from reportedly.ledger import open_ledger
from reportedly.web.app import create_app
from tests import newsroom
from tests.brief.writers import surely
from tests.newsroom import STORY
from tests.web.conftest import serving
from tests.web.test_browser import browser

__all__ = ["browser"]
pytestmark = [pytest.mark.browser, pytest.mark.slow]
LEAD = "Varen News Agency reported: the governor of Teral"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    with open_ledger(f"sqlite:///{tmp_path}/ledger.db") as opened:
        newsroom.fill(opened)
        now = standing_at(newsroom.TODAY)
        app = create_app(
            opened, name="River Desk", now=now, sample=False, body_of=lambda _: b"", who="ilse", weigh=surely
        )
        with serving(app) as address:
            yield address


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def page(request: pytest.FixtureRequest, browser: Browser, served: str) -> Iterator[Page]:
    context = browser.new_context(base_url=served, java_script_enabled=request.param)
    complaints: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: complaints.append(message.text))
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    context.close()
    assert [one for one in complaints if "409" not in one] == []
    assert [url for url in asked if not url.startswith(served)] == []


def begun(page: Page) -> None:
    page.goto(f"/briefs/new?story={STORY.id}")
    page.get_by_role("button", name="Draft the chosen").click()
    expect(page.get_by_role("heading", name="As it will be")).to_be_visible()


def test_a_brief_is_written_issued_and_withdrawn(page: Page) -> None:
    begun(page)
    area = page.locator("textarea", has_text=LEAD)
    area.fill("Mara Dovic, the governor of Teral, said twelve people were killed.")
    row = page.locator("li.sentence", has_text=LEAD)
    row.get_by_role("button", name="Move this sentence down").click()
    expect(page.locator(".kicker")).to_contain_text("version 2")
    expect(page.locator(".preview")).to_contain_text("said twelve people were killed")
    texts = page.locator("li.sentence textarea")
    expect(texts.nth(3)).to_have_value("Mara Dovic, the governor of Teral, said twelve people were killed.")
    page.locator("li.sentence").nth(3).get_by_role("button", name="Drop this sentence").click()
    expect(page.locator(".preview")).not_to_contain_text("said twelve people were killed")
    page.get_by_role("button", name="Restore this sentence").click()
    expect(page.locator(".preview")).to_contain_text("said twelve people were killed")
    page.get_by_label("Marking").select_option("TLP:GREEN")
    page.get_by_role("button", name="Issue", exact=True).click()
    expect(page).to_have_url("/briefs/1")
    expect(page.locator(".tlp")).to_have_text("TLP:GREEN")
    page.get_by_text("Withdraw it").click()
    page.get_by_label("Why").fill("the governor took it back")
    page.get_by_role("button", name="Withdraw brief 1").click()
    expect(page.get_by_role("note")).to_contain_text("KILL")


def test_two_people_at_once_lose_no_word(page: Page) -> None:
    begun(page)
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("textarea", has_text=LEAD).fill("Words of the other.")
    other.get_by_role("button", name="Save").first.click()
    expect(other.locator(".kicker")).to_contain_text("version 2")
    page.locator("textarea", has_text=LEAD).fill("Words of mine.")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_role("alert")).to_contain_text("Not saved")
    expect(page.locator(".theirs")).to_contain_text("Words of the other.")
    expect(page.locator("textarea", has_text="Words of mine.")).to_have_count(1)
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator(".kicker")).to_contain_text("version 3")
    expect(page.locator(".preview")).to_contain_text("Words of mine.")


def test_with_scripts_a_step_is_taken_without_the_page_being_loaded_again(browser: Browser, served: str) -> None:
    page = browser.new_page(base_url=served)
    begun(page)
    page.evaluate("window.kept = 'yes'")
    page.get_by_role("button", name="Add a sentence").first.click()
    expect(page.locator(".kicker")).to_contain_text("version 2")
    assert page.evaluate("window.kept") == "yes"
