"""Decisions sent from beside things: what they say is shown there, told everywhere, and can be taken back."""

import re
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
from playwright.sync_api import expect, sync_playwright

from reportedly import pipeline
from reportedly.archive import Archive
from reportedly.clock import standing_at
from reportedly.ledger import open_ledger
from reportedly.session import Session
from reportedly.settings import desk_in, init_desk
from reportedly.web.app import create_app
from reportedly.web.judging import Judging
from tests.judged_news import FIRST, SECOND, STREAM, Desk, come, relate
from tests.web.conftest import serving
from tests.web.test_browser import ARGUMENTS

pytestmark = pytest.mark.slow

NOW = datetime(2031, 5, 20, 12, tzinfo=UTC)
ARTICLE = f"/articles/{FIRST.id}"


class Served(NamedTuple):
    """A desk with the stream, and a browser on it."""

    desk: Desk
    client: httpx.Client

    def page(self, path: str) -> str:
        answer = self.client.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        return answer.text

    def form(self, path: str) -> dict[str, str]:
        """What every form of a page carries."""
        page = self.page(path)
        hidden = {
            name: found[1]
            for name in ("token", "known")
            if (found := re.search(rf'name="{name}" value="([^"]*)"', page))
        }
        return {**hidden, "back": path, "who": "Ilse"}

    def send(self, form: dict[str, str], **fields: str) -> httpx.Response:
        return self.client.post("/decisions", data={**form, **fields})

    def told(self) -> tuple[str, ...]:
        """What faces say that show no decisions: byte for byte."""
        paths = (f"/api/articles/{FIRST.id}/reading", "/api/stories", "/api/followups", "/brief", "/names")
        told = [re.sub(r'name="token" value="[^"]*"', "", self.client.get(path).text) for path in paths]
        return tuple(told)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with the stream, to be copied."""
    made = init_desk(tmp_path_factory.mktemp("filled") / "desk")
    with open_ledger(made.ledger_url) as ledger, Archive(made.archive) as archive:
        run = Session(made, ledger, archive)
        for one in STREAM:
            come(run, one)
        relate(run)
    return made.folder


@pytest.fixture
def served(filled: Path, tmp_path: Path) -> Iterator[Served]:
    made = desk_in(Path(shutil.copytree(filled, tmp_path / "desk")))
    with open_ledger(made.ledger_url) as ledger:
        run = Session(made, ledger, Archive(made.archive))
        judging = Judging(partial(pipeline.judge, run))
        app = create_app(
            ledger, name="Harbour Desk", now=standing_at(NOW), sample=False, body_of=lambda _: b"", judging=judging
        )
        with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as client:
            yield Served(Desk(run), client)


def doctor() -> str:
    """What a judgement about the doctor's statement names."""
    assert FIRST.reading is not None
    return f"{FIRST.id}:{FIRST.reading.statements[1].id}"


def test_a_correction_is_told_everywhere_with_what_was_filed_beside_it(served: Served) -> None:
    before = served.told()
    answer = served.send(
        served.form(ARTICLE), about=doctor(), what="correct certainty=possible", note="heard by one nurse only"
    )
    assert (answer.status_code, answer.headers["location"]) == (303, ARTICLE)
    page = served.page(ARTICLE)
    assert re.search(r"certainty: <strong[^>]*>possible</strong>, filed as <s[^>]*>certain</s>", page)
    assert "heard by one nurse only" in page
    assert '"certainty":"possible"' in served.told()[0]
    (made,) = served.desk.run.ledger.judgements.all()
    undone = served.client.post("/decisions/undo", data={**served.form("/decisions"), "decision": made.id})
    assert undone.headers["location"] == "/decisions"
    assert served.told() == before


def test_a_withdrawn_statement_is_told_nowhere_and_can_be_brought_back(served: Served) -> None:
    before = served.told()
    served.send(served.form(ARTICLE), about=doctor(), what="withdraw", note="a caption")
    story = served.page(f"/stories/{served.desk.run.ledger.stories.of_article(FIRST.id)}")
    assert "Twelve passengers" not in story
    article = served.page(ARTICLE)
    assert "<h3>Withdrawn" in article
    assert "a caption" in article
    (made,) = served.desk.run.ledger.judgements.all()
    served.client.post("/decisions/undo", data={**served.form(ARTICLE), "decision": made.id})
    assert served.told() == before


def test_an_article_is_set_aside_with_its_reason(served: Served) -> None:
    refused = served.send(served.form(ARTICLE), about=FIRST.id, what="withdraw")
    assert (refused.status_code, "say why" in refused.text) == (400, True)
    served.send(served.form(ARTICLE), about=FIRST.id, what="withdraw", note="a drill, no news")
    page = served.page(ARTICLE)
    assert "Set aside:" in page
    assert "a drill, no news" in page
    assert "Twelve passengers" in page  # its text is kept
    assert served.desk.run.ledger.stories.of_article(FIRST.id) is None


def test_notes_tags_and_marks_stand_where_their_thing_is_shown(served: Served) -> None:
    ledger = served.desk.run.ledger
    (expected,) = ledger.followups.resting_on([FIRST.id])
    story = ledger.stories.of_article(SECOND.id) or ""
    for about, path in (
        (story, f"/stories/{story}"),
        (FIRST.id, ARTICLE),
        (expected.id, f"/expectations/{expected.id}"),
    ):
        served.send(served.form(path), about=about, what="note", words="Ask <the> harbour office\nafter ten")
        served.send(served.form(path), about=about, what="tag", words=" at  sea ")
        served.send(served.form(path), about=about, what="tag", words="sea/land")
        served.send(served.form(path), about=about, what="mark AMBER+STRICT")
        page = served.page(path)
        assert "Ask &lt;the&gt; harbour office\nafter ten" in page
        assert 'href="/tags/at%20sea"' in page
        assert "TLP:AMBER+STRICT" in page
    served.send(served.form(ARTICLE), about=FIRST.id, what="note", words="ز" * 5_000)
    assert "ز" * 5_000 in served.page(ARTICLE)
    assert "at sea" in served.page("/tags")
    assert ledger.judgements.tagged("at sea", limit=2) == [expected.id, FIRST.id]
    assert ledger.judgements.tagged("at sea", offset=2) == [story]
    tagged = served.page("/tags/at%20sea")
    assert all(f'href="{path}"' in tagged for path in (f"/stories/{story}", ARTICLE, f"/expectations/{expected.id}"))
    assert served.page("/tags/sea/land").count('class="kind"') == tagged.count('class="kind"')
    assert served.client.get("/tags/none").status_code == 404


def test_a_story_goes_by_the_title_it_was_given(served: Served) -> None:
    story = served.desk.run.ledger.stories.of_article(SECOND.id) or ""
    served.send(served.form(f"/stories/{story}"), about=story, what="correct title", words="The Heron aground")
    assert "The Heron aground</h1>" in served.page(f"/stories/{story}")
    assert "The Heron aground" in served.page("/stories")


def test_a_stale_form_is_refused_with_what_changed_and_its_words_can_be_sent_anyway(served: Served) -> None:
    early = served.form(ARTICLE)
    served.send(served.form(ARTICLE), about=doctor(), what="confirm", who="Aino")
    refused = served.send(early, about=doctor(), what="correct certainty=possible", note="my own <words>")
    assert refused.status_code == 409
    assert "Aino" in refused.text
    assert "confirmed" in refused.text
    assert "my own &lt;words&gt;</textarea>" in refused.text
    assert len(served.desk.run.ledger.judgements.all()) == 1
    fields = dict(
        re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', refused.text.partition("What you wrote")[2])
    )
    again = served.client.post("/decisions", data={**fields, "note": "my own <words>", "who": "Ilse"})
    assert again.status_code == 303
    made = served.desk.run.ledger.judgements.all()[-1]
    assert (made.kind, made.value, made.note) == ("correct", "certainty=possible", "my own <words>")


def test_what_was_decided_about_other_things_overtakes_no_form(served: Served) -> None:
    early = served.form(ARTICLE)
    served.send(served.form(ARTICLE), about=FIRST.id, what="tag", words="ferry")
    assert served.send(early, about=doctor(), what="confirm").status_code == 303


def test_of_two_at_once_one_is_told_of_the_other(served: Served) -> None:
    form, answers = served.form(ARTICLE), list[int]()

    def note(words: str) -> None:
        answers.append(served.send(form, about=FIRST.id, what="note", words=words).status_code)

    both = [threading.Thread(target=note, args=(words,)) for words in ("one", "other")]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(answers) == [303, 409]
    assert len(served.desk.run.ledger.judgements.all()) == 1


def test_a_story_that_was_joined_overtakes_a_form_of_it(served: Served) -> None:
    ledger = served.desk.run.ledger
    first, other = (story.id for story in ledger.stories.lines(limit=2))
    early = served.form(f"/stories/{first}")
    served.desk.decide("merge", other, value=first)
    stale = served.client.post(f"/stories/{first}/merge", data={**early, "address": other, "note": "the same raid"})
    assert stale.status_code == 409
    assert "the same raid" in stale.text
    assert f'action="/stories/{first}/merge"' in stale.text


@pytest.mark.parametrize(
    "fields",
    [
        {"what": ""},
        {"what": "undo"},
        {"what": "merge"},
        {"what": "correct colour=red"},
        {"what": "correct certainty=sure"},
        {"what": "correct source", "words": "somebody whom the article does not name"},
        {"what": "mark PINK"},
        {"what": "note"},
        {"what": "tag", "words": "x" * 61},
        {"about": "a0:s0", "what": "confirm"},
        {"about": "nonsense", "what": "confirm"},
    ],
)
def test_what_cannot_be_decided_is_said(served: Served, fields: dict[str, str]) -> None:
    answer = served.send(served.form(ARTICLE), **{"about": doctor(), **fields})
    assert answer.status_code in {400, 404}
    assert served.desk.run.ledger.judgements.all() == []


def test_decisions_are_listed_newest_first_and_narrowed_down(served: Served) -> None:
    assert "Nobody decided anything yet" in served.page("/decisions")
    served.desk.decide("tag", FIRST.id, value="ferry")
    made = served.desk.decide("note", FIRST.id, who="Aino", note="ask the harbour office")
    served.desk.undo(made)
    page = served.page("/decisions")
    assert page.index("undid a decision") < page.index("ask the harbour office") < page.index("tagged ferry")
    assert page.count("undone</span>") == 1
    assert "tagged ferry" not in served.page("/decisions?who=Aino")
    assert "ask the harbour office" not in served.page("/decisions?kind=tag")
    assert "tagged ferry" in served.page("/decisions?day=2031-05-20")
    assert "Nobody decided anything of the kind" in served.page("/decisions?day=2031-05-21")
    assert served.client.get("/decisions?day=noon").status_code == 400
    location = served.client.get(f"/decisions/{made.id}").headers["location"]
    assert location == ARTICLE


def test_who_may_only_look_finds_no_forms(served: Served) -> None:
    app = create_app(
        served.desk.run.ledger, name="Harbour Desk", now=standing_at(NOW), sample=False, body_of=lambda _: b""
    )
    with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as client:
        assert 'action="/decisions' not in client.get(ARTICLE).text
        assert client.post("/decisions", data={"what": "confirm"}).status_code in {403, 405}


def test_a_thing_has_a_page_of_its_own_to_decide_on(served: Served) -> None:
    served.desk.decide("note", doctor(), note="ask the hospital")
    page = served.page(f"/judge/{doctor()}?back={ARTICLE}")
    assert "Twelve passengers were hurt on the northern reef" in page
    assert "ask the hospital" in page
    assert f'name="back" value="{ARTICLE}"' in page
    assert "correct certainty=possible" in page
    assert "correct title" in served.page(f"/judge/{served.desk.run.ledger.stories.of_article(SECOND.id)}")
    assert served.client.get("/judge/nonsense").status_code == 404


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False], ids=["javascript", "no-javascript"])
def test_a_person_corrects_a_statement_in_its_row_and_takes_that_back(served: Served, script: bool) -> None:  # noqa: FBT001
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no Chromium here: install one with `apt-get install chromium`")
    story = f"/stories/{served.desk.run.ledger.stories.of_article(FIRST.id)}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        page = browser.new_context(base_url=str(served.client.base_url), java_script_enabled=script).new_page()
        complaints = list[str]()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(story)
        row = page.locator(".said-table tr", has_text="Twelve passengers")
        row.get_by_text("Decide", exact=True).click()
        if not script:
            row.get_by_role("link", name="Decide about it").click()
        form = page.locator("form.decide", has=page.get_by_label("What")).locator("visible=true").last
        form.get_by_label("What").select_option("correct certainty=possible")
        form.get_by_label("Why (optional)").fill("heard by one nurse only")
        form.get_by_label("Decided by").fill("Ilse")
        form.get_by_role("button", name="File it").click()
        expect(page).to_have_url(re.compile(f"{story}$"))
        expect(row).to_contain_text("certainty: possible, filed as certain")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        row.get_by_text("Undo", exact=True).click()
        row.get_by_label("Decided by").fill("Aino")
        row.get_by_role("button", name="Undo this decision").click()
        expect(row).not_to_contain_text("filed as")
        assert complaints == []
        browser.close()
