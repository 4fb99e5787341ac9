"""Statements once each, however many articles carry them."""

from msgspec.structs import replace

from reportedly.account.attributions import attributions
from reportedly.account.carried import Carried, carried
from reportedly.account.telling import Telling
from reportedly.records import StoryArticle, StoryClaim
from tests.newsroom import ORIGINAL, REPLY, STORY

CLAIMS = [
    claim
    for one in (ORIGINAL, REPLY)
    for claim in attributions(
        Telling(StoryArticle(one.id, one.article.url, None, one.article.url), one.article, one.reading, "V")
    )
]
INNER = [claim for claim in CLAIMS if claim.statement.id not in {other.statement.via for other in CLAIMS}]
OURS, THEIRS = CLAIMS[0].statement.id, CLAIMS[-1].statement.id


def test_a_statement_of_one_article_stands_alone_and_what_frames_another_is_left_out() -> None:
    assert carried(STORY, CLAIMS) == [Carried(claim) for claim in INNER]
    assert Carried(CLAIMS[0]).heard == ""


def test_one_statement_of_two_articles_stands_once_with_its_reports() -> None:
    story = replace(STORY, claims=(StoryClaim((OURS, THEIRS), ("u", "v")),))
    first, *rest = carried(story, CLAIMS)
    assert (first.attribution, first.also) == (CLAIMS[0], (CLAIMS[-1],))
    assert first.heard == "2 independent reports"
    assert len(rest) == len(INNER) - 2


def test_what_all_have_from_an_agency_names_it() -> None:
    story = replace(STORY, claims=(StoryClaim((OURS, THEIRS), (), ("IRNA",)),))
    assert carried(story, CLAIMS)[0].heard == "1 independent report: IRNA"
