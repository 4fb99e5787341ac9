"""What a brief says, and above all what it must never say."""

from datetime import date

import pytest

from reportedly.account.attributions import attributions
from reportedly.account.telling import tellings
from reportedly.brief import compose, sentences
from reportedly.errors import BadDate
from reportedly.ledger import Ledger
from reportedly.records import Brief, BriefStory, Sentence
from tests import newsroom
from tests.newsroom import TODAY


@pytest.fixture(scope="module")
def brief(ledger: Ledger) -> Brief:
    return compose(ledger, date(2024, 6, 1), date(2024, 6, 7), today=TODAY)


@pytest.fixture(scope="module")
def bridge(brief: Brief) -> BriefStory:
    return brief.stories[0]


def sentence(sentences: tuple[Sentence, ...], words: str) -> Sentence:
    return next(one for one in sentences if words in one.text)


def test_stories_with_more_independent_sources_come_first(brief: Brief) -> None:
    assert [story.independent_sources for story in brief.stories] == [2, 1]
    assert brief.stories[0].headline == "Shells hit Teral Bridge"


def test_every_sentence_is_cited_with_the_exact_words(brief: Brief, ledger: Ledger) -> None:
    for story in brief.stories:
        for one in (*story.reported, *story.expected, *story.background):
            assert one.citations, one.text
            for cited in one.citations:
                article = ledger.articles.get(cited.article)
                assert article is not None
                assert cited.span.of(article.text) == cited.words != ""


def test_a_modal_and_its_certainty_stay(bridge: BriefStory) -> None:
    one = sentence(bridge.reported, "Ivo Marsh")
    assert one.text == (
        "Varen News Agency reported: Army spokesman Ivo Marsh said on Monday that "
        "“‘the so-called river guard’ could have fired from the Sel bank” (put as possible)."
    )


def test_an_anonymous_source_stays_anonymous(ledger: Ledger) -> None:
    story = compose(ledger, date(2024, 6, 3), date(2024, 6, 3), today=TODAY).stories[0]
    one = sentence(story.reported, "asked not to be named")
    assert one.text == (
        "Varen News Agency reported: An official who asked not to be named said "
        "“the bridge would stay closed for days” (put as probable)."
    )


def test_a_chain_of_sources_is_told_as_a_chain(ledger: Ledger) -> None:
    story = compose(ledger, date(2024, 6, 3), date(2024, 6, 3), today=TODAY).stories[0]
    one = sentence(story.reported, "railway worker")
    assert one.text == (
        "Varen News Agency reported: Local radio, citing a railway worker (not named): “two trains were turned back”."
    )


def test_a_pronoun_is_told_by_the_name_it_stands_for(ledger: Ledger) -> None:
    (told,) = tellings(ledger, (newsroom.STORY,), {"courier": "Sel Courier"}, most=9)
    mourning = next(one for telling in told for one in attributions(telling) if "mourn" in one.content)
    assert sentences.sentence(mourning) == (
        "Sel Courier reported: Anka Reut said: “Nobody on our side fired a shot. We mourn with the families”."
    )


def test_a_denial_is_told(bridge: BriefStory) -> None:
    one = sentence(bridge.reported, "Anka Reut denied")
    assert one.text == (
        "Sel Courier reported: Defence Minister Anka Reut denied that “Sel troops had fired on Teral Bridge”."
    )


def test_both_sides_figures_stand_side_by_side(bridge: BriefStory) -> None:
    one = sentence(bridge.reported, "Accounts differ")
    assert "Varen News Agency reported “Twelve people were killed" in one.text
    assert "four people were killed" in one.text
    assert {cited.outlet for cited in one.citations} == {"Varen News Agency", "Sel Courier"}


def test_a_copy_is_never_a_second_source(bridge: BriefStory) -> None:
    cited = {cited.outlet for one in (*bridge.reported, *bridge.expected) for cited in one.citations}
    assert cited == {"Varen News Agency", "Sel Courier"}


def test_expectations_carry_window_and_state(bridge: BriefStory) -> None:
    meeting = sentence(bridge.expected, "Ministers of both countries")
    assert "expected on 9 June 2024; still ahead." in meeting.text
    closed = sentence(bridge.expected, "stay closed")
    assert ", put as probable: " in closed.text
    assert "expected roughly 3 to 12 June 2024; due now." in closed.text


def test_silence_is_called_silence(ledger: Ledger) -> None:
    story = compose(ledger, date(2024, 5, 20), date(2024, 5, 20), today=TODAY).stories[0]
    one = sentence(story.expected, "repairs")
    assert one.text.endswith("the window ended on 30 May 2024 and nothing has been heard since.")


def test_a_state_later_than_today_is_not_known(ledger: Ledger) -> None:
    before, after = (
        compose(ledger, date(2024, 5, 20), date(2024, 5, 20), today=day).stories[0]
        for day in (date(2024, 5, 28), date(2024, 6, 3))
    )
    assert "due now" in sentence(before.expected, "closed Teral Bridge").text
    assert "reported as happened, according to Varen News Agency on 3 June 2024" in (
        sentence(after.expected, "closed Teral Bridge").text
    )


def test_background_comes_from_earlier_stories_on_the_same_names(bridge: BriefStory) -> None:
    (earlier,) = bridge.background
    assert earlier.text == (
        "Earlier, on 20 May 2024, Varen News Agency reported: “Teral Bridge closes for repairs” "
        "(also about Mara Dovic and Teral Bridge)."
    )


def test_an_article_nobody_can_read_is_told_by_its_title(brief: Brief) -> None:
    one = brief.stories[1].reported[0]
    assert one.text == "Payam-e Rud reported in Persian: “پل ترال بسته شد” (not read by the desk)."


def test_nothing_published_later_is_told(ledger: Ledger) -> None:
    story = compose(ledger, date(2024, 6, 3), date(2024, 6, 3), today=TODAY).stories[0]
    assert {cited.outlet for one in story.reported for cited in one.citations} == {"Varen News Agency"}


def test_the_same_ledger_gives_the_same_brief(ledger: Ledger, brief: Brief) -> None:
    assert compose(ledger, date(2024, 6, 1), date(2024, 6, 7), today=TODAY) == brief


def test_stories_left_out_are_counted(ledger: Ledger) -> None:
    brief = compose(ledger, date(2024, 6, 1), date(2024, 6, 7), today=TODAY, most=1)
    assert (len(brief.stories), brief.left_out) == (1, 1)


def test_swapped_days_are_refused(ledger: Ledger) -> None:
    with pytest.raises(BadDate, match="earlier day first"):
        compose(ledger, date(2024, 6, 7), date(2024, 6, 1), today=TODAY)


def test_no_stories_make_an_empty_brief(ledger: Ledger) -> None:
    brief = compose(ledger, date(1999, 1, 1), date(1999, 1, 2), today=TODAY)
    assert brief.stories == ()
    assert newsroom.STORY.id not in brief.id
