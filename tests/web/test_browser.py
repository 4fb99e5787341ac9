"""A person's way through the desk in a real browser, with and without JavaScript."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.newsroom import BRIDGE, ORIGINAL, STORY, at

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
LIT = "rgb(255, 233, 168)"

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


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=address,
        java_script_enabled=request.param,
        viewport={"width": 1280, "height": 900},
        color_scheme="light",
    )
    complaints: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: complaints.append(message.text))
    yield opened
    context.close()
    assert complaints == [], "the browser complained, such as of a policy broken"


def test_from_the_front_page_to_the_very_words(page: Page) -> None:
    page.goto("/stories")
    page.get_by_role("link", name="Shells hit Teral Bridge").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(STORY.title)
    page.get_by_role("table").get_by_role("link", name="Varen News Agency, 2024-06-03").first.click()
    words = page.locator("[data-text] .k-content", has_text="Twelve people were killed").first
    expect(words).to_have_css("background-color", LIT)


def test_a_statement_lights_its_words_and_they_lead_back(page: Page) -> None:
    page.goto(f"/articles/{ORIGINAL.id}")
    page.get_by_role("link", name="Show the words of statement 2").click()
    expect(page.locator(".k-source", has_text="Army spokesman").first).to_have_css("background-color", LIT)
    expect(page.locator(".k-content", has_text="Twelve people").first).not_to_have_css("background-color", LIT)
    page.get_by_role("link", name="Statement 2", exact=True).click()
    assert "#f-s" in page.url


def test_layers_are_chosen_without_a_script(page: Page) -> None:
    page.goto(f"/articles/{ORIGINAL.id}")
    event = page.locator(".k-event").first
    expect(event).to_have_css("box-shadow", "none")
    page.get_by_label("events").check()
    expect(event).not_to_have_css("box-shadow", "none")


def test_the_text_on_the_page_is_the_articles(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.goto(f"/articles/{ORIGINAL.id}")
    assert page.locator("[data-text]").text_content() == ORIGINAL.article.text
    page.close()


def test_any_words_can_be_linked_to_with_a_script(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    words = at(ORIGINAL.article.text, "traffic over the river")
    page.goto(f"/articles/{ORIGINAL.id}#s-{words.start}-{words.end}")
    lit = "[...CSS.highlights.get('passage')].map(String).join()"
    assert page.evaluate(lit) == "traffic over the river"
    page.close()


def test_two_sides_are_compared_with_the_form(page: Page) -> None:
    page.goto("/coverage")
    page.get_by_label("One side").fill("XV")
    page.get_by_label("The other").fill("XS")
    page.get_by_label("From").fill("2024-05-14")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", name="Only outlets of XV")).to_be_visible()
    expect(page.get_by_role("region").get_by_role("link", name="Shells hit Teral Bridge")).to_be_visible()


def test_a_name_is_looked_up_and_leads_to_its_words(page: Page) -> None:
    page.goto("/names")
    page.get_by_placeholder("A name").fill("Teral Bridge")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Teral Bridge").click()
    expect(page.get_by_role("table")).to_contain_text("Varen News Agency")


def test_a_search_is_narrowed_down_and_says_how_to_ask(page: Page) -> None:
    page.goto("/search")
    page.get_by_text("How to ask").click()
    expect(page.get_by_text("for words that begin so")).to_be_visible()
    page.locator("main [name=q]").fill('"shells hit" -zeppelin')
    page.get_by_text("Narrow down").click()
    page.locator("select[name=outlet]").select_option("varen")
    page.locator("select[name=source]").select_option("named")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/search?*outlet=varen*")
    expect(page.locator("select[name=outlet]")).to_have_value("varen")
    assert page.locator("ol.hits li").count() == 1
    assert set(page.locator("ol.hits mark").all_inner_texts()) == {"shells", "Shells", "hit"}
    page.get_by_role("link", name="Everything").click()
    expect(page.locator("select[name=outlet]")).to_have_value("")


def test_no_page_scrolls_sideways(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    for path in (
        "/",
        "/stories",
        "/help",
        f"/stories/{STORY.id}",
        f"/articles/{ORIGINAL.id}",
        "/expectations",
        "/calendar",
        "/search?q=bridge",
        "/search?q=bridge&order=best&source=named",
        "/brief",
        f"/names/{BRIDGE}",
        "/coverage?a=XV&b=XS&since=2024-05-01",
    ):
        page.goto(path)
        for width in (360, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


def test_the_keyboard_reaches_the_page(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.goto("/stories")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories#main")
    page.close()
