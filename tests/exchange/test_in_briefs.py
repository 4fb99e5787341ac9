"""Reports of other desks in a brief: cited as theirs, never let out more openly, told of when they are withdrawn."""

import json
from collections.abc import Sequence
from datetime import timedelta

import httpx
import pytest
from msgspec.structs import replace

from reportedly.account.partner_reports import by_id
from reportedly.brief import editing
from reportedly.brief.citing import at_address
from reportedly.brief.copydesk import CopyDesk
from reportedly.brief.drafting import of_stories
from reportedly.brief.printing import FORMS
from reportedly.brief.printing.notices import notices_on
from reportedly.brief.since import fewer, since
from reportedly.errors import BadInput, NotInLedger
from reportedly.records import Dispatch, DraftSection, DraftSentence, HowPut, Pact, Partner
from tests import newsroom
from tests.exchange.desks import DAY, NOW, Newsroom, agree
from tests.exchange.door import app_of
from tests.telling import tell
from tests.web.conftest import serving

DEAD = "four people were killed and nine were wounded"
MINUTE = timedelta(minutes=1)


def certain(sentences: Sequence[str]) -> list[HowPut]:
    """All is put as certain, and nobody is said to say so."""
    return [HowPut("certain") for _ in sentences]


def copydesk(desk: Newsroom) -> CopyDesk:
    return CopyDesk(desk.ledger, desk.own.name, lambda: NOW, certain)


def withhold(desk: Newsroom, url: str) -> None:
    """Let a desk hold the newsroom's story without one of its articles."""
    newsroom.fill(desk.ledger)
    kept = tuple(place for place in newsroom.STORY.articles if place.url != url)
    tell(desk.ledger, [replace(newsroom.STORY, articles=kept, folds=())])


@pytest.fixture
def pact(north: Newsroom, south: Newsroom) -> Pact:
    """What North gives South, who has the story without the reply in it."""
    know(south, north)
    withhold(south, newsroom.REPLY.article.url)
    made = agree("Bridge", [north, south], at_end="keep")
    south.take(north.pack(made, south))
    return made


def know(desk: Newsroom, other: Newsroom) -> None:
    desk.ledger.partners.put(Partner(other.own.desk, other.own.name, other.own.key, NOW))


def section(desk: Newsroom) -> DraftSection:
    """The story's section of a draft."""
    draft = of_stories(desk.ledger, [newsroom.STORY.id], today=NOW.date())
    return next(one for one in draft.sections if one.kind == "story")


def theirs(desk: Newsroom) -> DraftSentence:
    """The sentence that says what another desk reported."""
    (found,) = (one for one in section(desk).sentences if any(cited.reported for cited in one.citations))
    return found


def issued(desk: Newsroom, marking: str = "TLP:AMBER") -> Dispatch:
    """A brief of the story, issued."""
    at = copydesk(desk)
    return at.issue(at.open(of_stories(desk.ledger, [newsroom.STORY.id], today=NOW.date()), "ilse"), marking, "ilse")


def withdraw(north: Newsroom, south: Newsroom, pact: Pact) -> None:
    north.decide("withdraw", newsroom.REPLY.id, note="for partners: the outlet took it back")
    south.take(north.pack(pact, south, NOW + DAY), NOW + DAY)


@pytest.mark.usefixtures("pact")
def test_a_draft_says_what_another_desk_reported_as_that_desks(south: Newsroom) -> None:
    said = theirs(south)
    assert said.text.startswith("North, another desk, reported that Sel Courier quoted Defence Minister Anka Reut: “")
    assert said.text.endswith("TLP:AMBER).")
    (cited,) = said.citations
    assert cited.reported
    assert (cited.reported.desk, cited.reported.label) == ("North", "AMBER")
    told = section(south)
    assert told.note.endswith("Not counted: 1 article that other desks reported.")
    assert told.partners == 1


def test_an_article_that_this_desk_has_itself_is_not_told_as_anothers(north: Newsroom, south: Newsroom) -> None:
    newsroom.fill(south.ledger)
    south.take(north.pack(agree("Bridge", [north, south]), south))
    assert [one for one in section(south).sentences if any(cited.reported for cited in one.citations)] == []
    assert section(south).partners is None


def test_whom_the_pact_forbids_to_name_is_named_nowhere(north: Newsroom, south: Newsroom) -> None:
    know(south, north)
    withhold(south, newsroom.REPLY.article.url)
    south.take(north.pack(agree("Bridge", [north, south], naming="must-not"), south))
    assert theirs(south).text.startswith("Another desk reported that Sel Courier")
    made = issued(south)
    for form in ("md", "html", "json"):
        assert b"North" not in FORMS[form].render(made, ())


@pytest.mark.parametrize("use", ["look", "ask"])
def test_what_may_only_be_looked_at_is_not_drafted_and_flagged_where_it_is_cited(
    north: Newsroom, south: Newsroom, use: str
) -> None:
    withhold(south, newsroom.REPLY.article.url)
    south.take(north.pack(agree("Bridge", [north, south], use=use), south))
    assert section(south).partners is None
    (report,) = (one for one in south.ledger.received.current("report") if one.url == newsroom.REPLY.article.url)
    cited = at_address(south.ledger, f"/exchange/reports/{report.id}")
    (flags,) = since(south.ledger, [cited], now=NOW).values()
    assert [flag.kind for flag in flags] == ["pact"]


def test_what_came_under_a_pact_that_is_over_is_used_no_more(north: Newsroom, south: Newsroom) -> None:
    withhold(south, newsroom.REPLY.article.url)
    pact = agree("Bridge", [north, south], at_end="stop")
    south.take(north.pack(pact, south))
    (cited,) = theirs(south).citations
    assert since(south.ledger, [cited], now=NOW) == {}
    (flags,) = since(south.ledger, [cited], now=pact.terms.ends + DAY).values()
    assert [flag.reason for flag in flags] == ["The pact “Bridge” is over: what came under it is used no more."]


@pytest.mark.usefixtures("pact")
def test_a_brief_lets_out_nothing_more_openly_than_whoever_reported_it(south: Newsroom) -> None:
    with pytest.raises(BadInput, match="another desk marked TLP:AMBER"):
        issued(south, "TLP:GREEN")
    assert issued(south, "TLP:RED").number == 1


def test_an_issued_brief_is_marked_in_each_form_when_a_report_is_withdrawn(
    north: Newsroom, south: Newsroom, pact: Pact
) -> None:
    made = issued(south)
    assert notices_on(south.ledger, made) == ()
    withdraw(north, south, pact)
    (told,) = notices_on(south.ledger, made)
    assert told.word == "ADVISORY"
    assert "North withdrew the report cited" in told.text
    assert told.text.endswith("the outlet took it back.")
    for form in ("md", "html", "json", "docx"):
        data = FORMS[form].render(made, (told,))
        assert b"ADVISORY" in data or form == "docx"
    assert json.loads(FORMS["json"].render(made, (told,)))["notices"][0]["word"] == "ADVISORY"
    (flag,) = (flag for flags in since(south.ledger, made.exhibits, made.at).values() for flag in flags)
    assert (flag.kind, flag.link.startswith("/exchange/reports/report--")) == ("withdrawn", True)
    (lost,) = fewer(south.ledger, made.sections).values()
    assert lost.reason == "0 articles that other desks reported now, 1 when this was written."


def test_the_pages_of_a_draft_a_brief_and_a_report_tell_of_a_withdrawal(
    north: Newsroom, south: Newsroom, pact: Pact
) -> None:
    at = copydesk(south)
    version = at.open(of_stories(south.ledger, [newsroom.STORY.id], today=NOW.date()), "ilse")
    at.issue(version, "TLP:AMBER", "ilse")
    withdraw(north, south, pact)
    (cited,) = theirs_of(version.contents.sentences)
    with serving(app_of(south)) as address, httpx.Client(base_url=address, trust_env=False) as client:
        pages = [f"/briefs/drafts/{version.draft}", "/briefs/1", "/briefs/1/brief.md", f"/exchange/reports/{cited}"]
        told = {page: client.get(page).text for page in pages}
        missing = client.get("/exchange/reports/report--0")
    assert all("the outlet took it back" in page for page in told.values())
    assert DEAD not in told[f"/exchange/reports/{cited}"]
    assert missing.status_code == httpx.codes.NOT_FOUND


def theirs_of(sentences: Sequence[DraftSentence]) -> set[str]:
    return {cited.article for one in sentences for cited in one.citations if cited.reported}


def test_a_correction_says_whether_the_words_cited_still_stand(north: Newsroom, south: Newsroom, pact: Pact) -> None:
    (report,) = (one for one in south.ledger.received.current("report") if one.url == newsroom.REPLY.article.url)
    before = by_id(south.ledger, [report.id])[report.id]
    cited = [before.cite(words) for words in before.said]
    reading = newsroom.REPLY.reading
    assert reading is not None
    said = next(one for one in reading.statements if DEAD in one.content[0].of(newsroom.ANSWER))
    north.decide("withdraw", f"{newsroom.REPLY.id}:{said.id}", NOW + MINUTE, note="for partners: counted anew")
    late = pact.terms.ends + DAY
    south.take(north.pack(pact, south, late), late)
    flags = since(south.ledger, cited)
    assert {flag.kind for told in flags.values() for flag in told} == {"corrected"}
    gone = [one.words for one in cited if "no longer stand" in flags[one.article, one.span][0].reason]
    assert gone == [DEAD]


def test_words_of_a_report_are_cited_by_their_address_until_it_is_withdrawn(
    north: Newsroom, south: Newsroom, pact: Pact
) -> None:
    (cited,) = theirs(south).citations
    address = f"https://desk.example/exchange/reports/{cited.article}#w-{cited.span.start}-{cited.span.end}"
    assert at_address(south.ledger, address) == cited
    with pytest.raises(NotInLedger):
        at_address(south.ledger, f"/exchange/reports/{cited.article}#w-1-2")
    withdraw(north, south, pact)
    with pytest.raises(BadInput, match="withdrew this report"):
        at_address(south.ledger, address)


@pytest.mark.usefixtures("pact")
def test_a_sentence_that_hides_that_another_desk_reported_it_is_flagged(south: Newsroom) -> None:
    at, own = copydesk(south), theirs(south)
    version = at.open(of_stories(south.ledger, [newsroom.STORY.id], today=NOW.date()), "ilse")
    texts = {own.id: "Sel Courier reported that Anka Reut denied it."}
    saved = at.save(version, editing.rewritten(version.contents, None, {}, texts), "ilse", "rewritten")
    assert saved
    flags = {one.id: [flag.kind for flag in one.flags] for one in saved.contents.sentences}
    assert "desk" in flags[own.id]
    texts = {own.id: "North reported that, by the Sel Courier, Anka Reut denied it."}
    better = at.save(saved, editing.rewritten(saved.contents, None, {}, texts), "ilse", "rewritten")
    assert better
    assert "desk" not in {flag.kind for one in better.contents.sentences for flag in one.flags}
