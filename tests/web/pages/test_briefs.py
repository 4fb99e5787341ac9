"""Briefs chosen, drafted, rewritten, issued, corrected and withdrawn on their pages, by two people at once."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from lxml import html

from reportedly.clock import standing_at
from reportedly.ledger import Ledger, open_ledger
from reportedly.records import Filters
from reportedly.web.app import create_app
from tests import newsroom
from tests.brief.writers import surely
from tests.newsroom import ORIGINAL, STORY
from tests.web.conftest import serving

NASTY = "</textarea><script>alert(1)</script>"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the newsroom, to be copied."""
    file = tmp_path_factory.mktemp("newsroom") / "ledger.db"
    with open_ledger(f"sqlite:///{file}") as opened:
        newsroom.fill(opened)
    return file


@pytest.fixture
def own(filled: Path, tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(f"sqlite:///{shutil.copy(filled, tmp_path)}") as opened:
        yield opened


@pytest.fixture
def client(own: Ledger) -> Iterator[httpx.Client]:
    now = standing_at(newsroom.TODAY)
    app = create_app(own, name="River Desk", now=now, sample=False, body_of=lambda _: b"", who="ilse", weigh=surely)
    with serving(app) as address, httpx.Client(base_url=address, trust_env=False, follow_redirects=True) as opened:
        yield opened


def fields(page: httpx.Response, action: str) -> dict[str, str]:
    """The fields of the form that is sent there, as a browser would send them."""
    (form,) = (form for form in html.fromstring(page.text).forms if form.get("action") == action)
    return {name: str(value) for name, value in form.form_values()}


def begun(client: httpx.Client) -> tuple[str, httpx.Response]:
    """The address of a new draft of one story, and its page."""
    page = client.get(f"/briefs/new?story={STORY.id}")
    opened = client.post("/briefs/drafts", data=fields(page, "/briefs/drafts"))
    assert opened.status_code == 200
    return opened.url.path, opened


def saved(client: httpx.Client, at: str, do: str = "save", **words: str) -> httpx.Response:
    """The page after a step on what is there now, with these words written into fields by their names."""
    given = fields(client.get(at), at) | {name.replace("__", "."): text for name, text in words.items()}
    return client.post(at, data=given | {"do": do})


def sentence(page: httpx.Response, words: str) -> str:
    """The id of the sentence that begins so."""
    areas = html.fromstring(page.text).xpath("//textarea")
    return next(str(area.get("name"))[2:] for area in areas if (area.text or "").strip().startswith(words))


def issued(client: httpx.Client, at: str, **more: str) -> httpx.Response:
    return client.post(f"{at}/issue", data=fields(client.get(at), f"{at}/issue") | {"as_flagged": "1"} | more)


def test_a_story_is_chosen_on_its_page_and_drafted(client: httpx.Client) -> None:
    story = html.fromstring(client.get(f"/stories/{STORY.id}").text)
    assert f"/briefs/new?story={STORY.id}" in story.xpath("//@href")
    at, page = begun(client)
    assert at.startswith("/briefs/drafts/d")
    assert "Mara Dovic said: “Twelve people were killed”" in page.text
    assert html.fromstring(client.get("/briefs").text).xpath(f'//a[@href="{at}"]')


def test_stories_are_found_by_words_and_by_days(client: httpx.Client) -> None:
    assert "Shells hit Teral Bridge" in client.get("/briefs/new?q=shells").text
    assert "No story has an article" in client.get("/briefs/new?q=zeppelin").text
    assert "Teral Bridge closes" in client.get("/briefs/new?start=2024-05-01&end=2024-05-31").text


def test_stories_of_a_saved_search_can_be_chosen(client: httpx.Client, own: Ledger) -> None:
    saved = own.searches.save(
        "Closings", "lorries", Filters(), owner="local", at=standing_at(newsroom.TODAY)(), shared=False
    )
    page = client.get(f"/briefs/new?search={saved.id}")
    assert "Teral Bridge closes" in page.text
    assert "Shells hit" not in page.text
    assert client.get("/briefs/new?search=q0").status_code == 404


def test_all_of_some_days_are_drafted_and_stories_added_to_a_draft(client: httpx.Client, own: Ledger) -> None:
    page = client.get("/briefs/new?start=2024-05-20&end=2024-05-21")
    made = client.post("/briefs/drafts", data=fields(page, "/briefs/drafts") | {"do": "days"})
    draft = made.url.path.rpartition("/")[2]
    page = client.get(f"/briefs/new?story={STORY.id}")
    client.post("/briefs/drafts", data=fields(page, "/briefs/drafts") | {"into": draft})
    version = own.briefs.version(draft)
    assert version
    assert version.what == "added stories"
    assert {section.story for section in version.contents.sections} >= {STORY.id, "k00000000000000bb"}


def test_nothing_chosen_and_nobody_named_are_told(client: httpx.Client) -> None:
    form = fields(client.get("/briefs/new"), "/briefs/drafts")
    assert "no story was chosen" in client.post("/briefs/drafts", data=form).text
    assert "say who" in client.post("/briefs/drafts", data=form | {"do": "days", "who": " "}).text


def test_a_sentence_is_rewritten_moved_dropped_and_restored_in_one_form(client: httpx.Client, own: Ledger) -> None:
    at, page = begun(client)
    which = sentence(page, "Varen News Agency reported: the governor")
    saved(client, at, f"up:{which}", **{f"t__{which}": "Mara Dovic said: “Twelve people were killed”."})
    saved(client, at, f"drop:{which}")
    assert f"restore:{which}" in saved(client, at, title="The bridge").text
    page = saved(client, at, f"restore:{which}")
    assert [line.what for line in own.briefs.versions(at.rpartition("/")[2])] == [
        "restored a sentence",
        "rewritten",
        "dropped a sentence",
        "moved up",
        "drafted",
    ]
    assert '<h1 dir="ltr">The bridge</h1>' in page.text


def test_a_sentence_of_ones_own_is_uncited_until_words_are_cited(client: httpx.Client) -> None:
    at, _ = begun(client)
    page = saved(client, at, "add:p1")
    which = next(iter(re.findall(r'name="t\.(l\d+)"[^>]*></textarea>', page.text)))
    page = saved(client, at, **{f"t__{which}": NASTY})
    assert "uncited" in page.text
    assert "<script>alert" not in page.text
    page = saved(client, at, **{f"c__{which}": f"http://desk/articles/{ORIGINAL.id}#s-0-6"})
    assert "uncited" not in html.fromstring(page.text).xpath(f'string(//li[@id="{which}"])')
    assert "is no address of words" in saved(client, at, **{f"c__{which}": "https://varen.example/1"}).text
    assert "has no characters" in saved(client, at, **{f"c__{which}": f"/articles/{ORIGINAL.id}#s-9-99999"}).text


def test_a_stale_save_is_refused_with_both_texts_and_nothing_is_lost(client: httpx.Client) -> None:
    at, page = begun(client)
    which = sentence(page, "Varen News Agency reported: the governor")
    other = sentence(page, "Sel Courier reported: Defence")
    mine = fields(page, at) | {"who": "omar", f"t.{which}": "Words of Omar.", f"t.{other}": "Omar again."}
    saved(client, at, **{f"t__{which}": "Words of Ilse."})
    answer = client.post(at, data=mine | {"do": "save"})
    assert answer.status_code == 409
    shown = html.fromstring(answer.text)
    assert shown.xpath(f'string(//textarea[@name="t.{which}"])') == "Words of Omar."
    assert "Words of Ilse." in shown.xpath(f'string(//li[@id="{which}"]//p[@class="theirs"])')
    assert shown.xpath(f'string(//textarea[@name="t.{other}"])') == "Omar again."
    assert not shown.xpath(f'//li[@id="{other}"]//p[@class="theirs"]')
    again = client.post(at, data=fields(answer, at) | {"do": "save"})
    assert again.status_code == 200
    assert "Words of Omar." in again.text


def test_words_for_which_the_saved_version_has_no_place_are_shown(client: httpx.Client) -> None:
    at, _ = begun(client)
    page = saved(client, at, "add:p1")
    which = next(iter(re.findall(r'name="t\.(l\d+)"[^>]*></textarea>', page.text)))
    mine = fields(page, at) | {f"t.{which}": "A line of mine."}
    first = client.get(f"{at}/versions/1")
    client.post(f"{at}/back", data=fields(first, f"{at}/back"))
    answer = client.post(at, data=mine | {"do": "save"})
    assert answer.status_code == 409
    assert "A line of mine." in html.fromstring(answer.text).xpath('string(//div[@role="alert"])')


def test_a_former_version_is_gone_back_to_and_that_undone_in_the_same_way(client: httpx.Client, own: Ledger) -> None:
    at, page = begun(client)
    which = sentence(page, "Varen News Agency reported: the governor")
    saved(client, at, **{f"t__{which}": "Other words."})
    for n in (1, 2):
        client.post(f"{at}/back", data=fields(client.get(f"{at}/versions/{n}"), f"{at}/back"))
    draft = at.rpartition("/")[2]
    versions = [own.briefs.version(draft, n) for n in range(1, 5)]
    texts = [version.contents.sentences for version in versions if version]
    assert (texts[2], texts[3]) == (texts[0], texts[1])
    assert client.get(f"{at}/versions/9").status_code == 404


def test_a_brief_is_issued_under_a_number_with_all_its_files(client: httpx.Client) -> None:
    at, _ = begun(client)
    page = issued(client, at, marking="TLP:GREEN")
    assert page.url.path == "/briefs/1"
    assert "TLP:GREEN" in page.text
    for asked, kind in (("md", "text/markdown"), ("html", "text/html"), ("docx", "application/vnd"), ("json", "app")):
        first, second = (client.get(f"/briefs/1/brief.{asked}") for _ in range(2))
        assert first.content == second.content
        assert first.headers["content-type"].startswith(kind)
        assert first.headers["content-disposition"] == f'attachment; filename="brief-1.{asked}"'
    assert client.get(f"{at}/draft.md").text.startswith("**DRAFT**")
    assert client.get("/briefs/1/brief.odt").status_code == 400
    for nowhere in ("/briefs/2", "/briefs/1/editions/2", "/briefs/2/brief.md", "/briefs/drafts/d0"):
        assert client.get(nowhere).status_code == 404


def test_flagged_sentences_are_issued_only_where_they_are_meant(client: httpx.Client) -> None:
    at, page = begun(client)
    which = sentence(page, "Varen News Agency reported: the governor")
    page = saved(client, at, **{f"t__{which}": "Forty people were killed."})
    assert "a number of its own" in page.text
    refused = client.post(f"{at}/issue", data=fields(page, f"{at}/issue"))
    assert refused.status_code == 400
    assert "flagged" in refused.text
    assert issued(client, at).url.path == "/briefs/1"


def test_a_correction_is_another_edition_and_the_one_before_says_so(client: httpx.Client) -> None:
    at, page = begun(client)
    issued(client, at)
    which = sentence(page, "Varen News Agency reported: the governor")
    saved(client, at, **{f"t__{which}": "Mara Dovic said: “Twelve people were killed”."})
    page = issued(client, at, reason="a name was left out")
    assert "CORRECTION" in page.text
    before = client.get("/briefs/1/editions/1")
    assert "SUBSTITUTED" in before.text
    assert "a name was left out" in before.text
    assert "SUBSTITUTED" in client.get("/briefs/1/editions/1/brief.md").text
    assert "corrected" in client.get("/briefs").text


def test_a_correction_is_marked_as_its_brief_was(client: httpx.Client) -> None:
    at, page = begun(client)
    assert '<option value="TLP:AMBER" selected>' in page.text
    issued(client, at, marking="TLP:GREEN")
    assert '<option value="TLP:GREEN" selected>' in client.get(at).text


def test_what_was_saved_meanwhile_is_not_issued_unseen(client: httpx.Client) -> None:
    at, page = begun(client)
    seen = fields(page, f"{at}/issue")
    which = sentence(page, "Varen News Agency reported: the governor")
    saved(client, at, **{f"t__{which}": "Twelve people were killed, Varen News Agency reported."})
    assert client.post(f"{at}/issue", data=seen).status_code == 409
    assert client.get("/briefs/1").status_code == 404


def test_a_withdrawn_brief_tells_why_at_its_address_and_in_every_file(client: httpx.Client) -> None:
    at, _ = begun(client)
    page = issued(client, at)
    form = fields(page, "/briefs/1/withdraw")
    assert client.post("/briefs/1/withdraw", data=form).status_code == 400
    page = client.post("/briefs/1/withdraw", data=form | {"reason": f"the source took it back {NASTY}"})
    assert "KILL" in page.text
    assert "<script>alert" not in page.text
    for asked in ("md", "html", "json"):
        told = client.get(f"/briefs/1/brief.{asked}").text
        assert "the source took it back" in told
        assert "Twelve people were killed" not in told
    assert "withdrawn" in client.get("/briefs").text
    assert "from a draft of its own" in client.get(at).text


def test_a_desk_without_a_copy_desk_takes_no_draft(ledger: Ledger) -> None:
    app = create_app(ledger, name="Desk", now=standing_at(newsroom.TODAY), sample=False, body_of=lambda _: b"")
    with serving(app) as address, httpx.Client(base_url=address, trust_env=False) as client:
        form = fields(client.get("/briefs/new"), "/briefs/drafts")
        assert client.post("/briefs/drafts", data=form).status_code == 405
