"""Disagreements as page and brief tell them: in words, with who told what, and the most cautious marked."""

from msgspec.structs import replace

from reportedly.account.disagreements import differences, spoken_for
from reportedly.account.telling import Telling
from tests.newsroom import COPY, ORIGINAL, REPLY, STORY, Written

PLACES = {place.article: place for place in STORY.articles}


def telling(one: Written) -> Telling:
    return Telling(PLACES[one.id], one.article, one.reading, one.article.outlet)


def test_each_side_is_quoted_with_its_sentence_and_the_cautious_one_marked() -> None:
    (found,) = differences(STORY, [telling(ORIGINAL), telling(REPLY)])
    assert found.heading == "Accounts differ (killed)"
    assert [(account.value, account.cautious) for account in found.accounts] == [("12", False), ("4", True)]
    assert found.accounts[1].words(240).startswith("“Hospitals on the Sel bank reported")


def test_a_denial_is_told_without_the_stems_it_was_found_by() -> None:
    (figures,) = STORY.disagreements
    denied = replace(STORY, disagreements=(replace(figures, kind="denial", thing="sel troop fir"),))
    (found,) = differences(denied, [telling(ORIGINAL), telling(REPLY)])
    assert found.heading == "Said and denied"


def test_one_side_alone_is_no_difference() -> None:
    assert differences(STORY, [telling(ORIGINAL)]) == ()


def test_only_articles_that_are_told_from_are_asked_for() -> None:
    assert {place.article for place in spoken_for(STORY)} == {ORIGINAL.id, REPLY.id}
    assert COPY.id not in {place.article for place in spoken_for(STORY)}
