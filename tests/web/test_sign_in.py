"""A person's way in, and a decision under their own name, in a real browser and past it."""

import shutil
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from reportedly import pipeline
from reportedly.archive import Archive
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Draft, DraftSection, DraftSentence
from reportedly.session import Session
from reportedly.settings import init_desk
from reportedly.web.judging import Judging
from tests.harbour import ANNOUNCED, CAME, HERE, THERE
from tests.read.reading_of import article
from tests.web.conftest import serving
from tests.web.crew import NAMES, PASSWORD, app_of, hire, send, sign_in
from tests.web.test_browser import ARGUMENTS
from tests.web.test_judging import TODAY


class Served(NamedTuple):
    """A desk with accounts and one expectation that came true."""

    ledger: Ledger
    address: str
    path: str  # of the expectation


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    desk = init_desk(tmp_path_factory.mktemp("signing-in") / "desk")
    with open_ledger(desk.ledger_url) as ledger:
        session = Session(desk, ledger, Archive(desk.archive))
        ledger.articles.file(article(ANNOUNCED, TODAY.date().replace(day=10), HERE))
        ledger.articles.file(article(CAME, TODAY.date().replace(day=12), THERE))
        pipeline.read(session)
        pipeline.relate(session)
        hire(ledger)
        (known,) = [one for one in ledger.followups.all() if one.supports[0].article_url == HERE]
        with serving(app_of(ledger, judging=Judging(partial(pipeline.judge, session)))) as address:
            yield Served(ledger, address, f"/expectations/{known.id}")


def test_a_decision_carries_the_name_of_who_signed_in_whatever_the_form_says(served: Served) -> None:
    with httpx.Client(base_url=served.address, trust_env=False) as browser:
        sign_in(browser, "editor")
        page = browser.get(served.path).text
        assert 'name="who"' not in page
        assert f"Decided by <bdi>{NAMES['editor']}</bdi>" in page
        send(browser, f"{served.path}/wrong", served.path, article=THERE, who="Eve")
        made = served.ledger.judgements.all()[-1]
        assert made.who == NAMES["editor"]
        line = served.ledger.audit.last(1)[0]
        assert (line.who, line.what, line.about) == ("editor", "sent", f"POST {served.path}/wrong")
        send(browser, "/decisions/undo", served.path, decision=made.id)


def test_a_reader_decides_nothing(served: Served) -> None:
    with httpx.Client(base_url=served.address, trust_env=False) as browser:
        sign_in(browser, "reader")
        before = len(served.ledger.judgements.all())
        assert 'action="/expectations/' not in browser.get(served.path).text
        assert send(browser, f"{served.path}/wrong", article=THERE).status_code == 403
        assert len(served.ledger.judgements.all()) == before


def test_a_reader_sees_how_a_draft_will_be_and_no_form_to_write_it(served: Served) -> None:
    section = DraftSection("p1", "own", "Ferries", (DraftSentence("l2", "A ferry ran."),))
    made = served.ledger.briefs.open(Draft("At sea", (section,), None, 2), "ilse", TODAY)
    for person, writes in (("reader", False), ("editor", True)):
        with httpx.Client(base_url=served.address, trust_env=False) as browser:
            sign_in(browser, person)
            page = browser.get(f"/briefs/drafts/{made.draft}").text
            assert "A ferry ran." in page
            assert ("<textarea" in page, f'action="/briefs/drafts/{made.draft}/issue"' in page) == (writes, writes)


# -- in a browser -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium here: install one with `apt-get install chromium`")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def page(request: pytest.FixtureRequest, chromium: Browser, served: Served) -> Iterator[Page]:
    context = chromium.new_context(base_url=served.address, java_script_enabled=request.param)
    complaints: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: complaints.append(message.text))
    yield opened
    context.close()
    assert [said for said in complaints if "403" not in said] == []


@pytest.mark.browser
def test_a_person_comes_in_looks_around_makes_a_token_and_goes(page: Page) -> None:
    page.goto("/me")
    page.get_by_label("Name").fill("admin")
    page.get_by_label("Password").fill("the wrong words")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_have_text("Nobody signs in here by that name and password.")
    expect(page.get_by_label("Name")).to_have_value("admin")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAMES["admin"])
    page.get_by_label("What it is for").fill("Feed reader")
    page.get_by_label("feed open feeds").check()
    page.get_by_role("button", name="Make a token").click()
    expect(page.locator("code.secret")).to_contain_text("rpt_")
    page.goto("/people")
    expect(page.get_by_role("listitem").filter(has_text=NAMES["reader"])).to_contain_text("reader")
    page.goto("/audit")
    expect(page.get_by_role("row").nth(1)).to_contain_text("token made")
    page.goto("/me")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    page.goto("/people")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


@pytest.mark.browser
def test_everybody_can_use_these_pages(chromium: Browser, served: Served) -> None:
    for scheme in ("light", "dark"):
        context = chromium.new_context(base_url=served.address, color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.goto("/login")
        faults = [*Axe().run(page).response["violations"]]
        page.get_by_label("Name").fill("admin")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        for path in ("/me", "/people", "/audit"):
            page.goto(path)
            faults += Axe().run(page).response["violations"]
            page.set_viewport_size({"width": 360, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        context.close()
        assert [fault["id"] for fault in faults if fault["impact"] in {"serious", "critical"}] == []
