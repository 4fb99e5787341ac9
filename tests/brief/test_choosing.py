"""Which statements a brief tells: as many voices as there are, denials first, none twice."""

from datetime import date

from reportedly.account.attributions import Attribution, attributions
from reportedly.account.telling import Telling
from reportedly.brief.choosing import choose
from reportedly.records import Outlet, Statement, StoryArticle
from tests.newsroom import COURIER, VAREN, claim, written


def statements(outlet: Outlet, text: str, *claims: Statement) -> list[Attribution]:
    one = written(outlet, "x", text, date(2024, 6, 3), statements=claims)
    place = StoryArticle(one.id, one.article.url, None, one.article.url)
    return list(attributions(Telling(place, one.article, one.reading, outlet.name)))


TEXT = (
    "Fire\n\nMara Dovic said the mill had burned down. She said the mill was old. "
    "Ivo Marsh denied the army was near. Sources said nothing more."
)


def claims() -> tuple[Statement, ...]:
    return (
        claim(TEXT, "the mill had burned down", "said", "Mara Dovic", kind="named", entity="e1"),
        claim(TEXT, "the mill was old", "said", "She", kind="named", entity="e1"),
        claim(TEXT, "the army was near", "denied", "Ivo Marsh", kind="named", entity="e2", polarity="denied"),
        claim(TEXT, "nothing more", "said", "Sources", kind="anonymous"),
    )


def test_a_second_voice_comes_before_a_second_remark() -> None:
    told = choose(statements(VAREN, TEXT, *claims()), most=2)
    assert [one.attribution.content for one in told] == ["the mill had burned down", "the army was near"]


def test_denials_come_first_and_all_stand_in_the_order_of_the_text() -> None:
    (only,) = choose(statements(VAREN, TEXT, *claims()), most=1)
    assert only.attribution.content == "the army was near"
    everything = choose(statements(VAREN, TEXT, *claims()), most=9)
    assert [one.attribution.span.start for one in everything] == sorted(
        one.attribution.span.start for one in everything
    )


def test_the_same_words_in_two_outlets_are_told_once_with_both() -> None:
    ours = "Fire\n\nMara Dovic said the old mill burned down."
    theirs = "Mill burns\n\nAt noon Mara Dovic said the old mill burned."
    both = [
        *statements(
            VAREN, ours, claim(ours, "the old mill burned down", "said", "Mara Dovic", kind="named", entity="e1")
        ),
        *statements(
            COURIER, theirs, claim(theirs, "the old mill burned", "said", "Mara Dovic", kind="named", entity="e1")
        ),
    ]
    (told,) = choose(both)
    assert [told.attribution.telling.outlet, *(one.telling.outlet for one in told.also)] == [
        "Sel Courier",
        "Varen News Agency",
    ]


def test_a_less_certain_version_is_no_second_voice_for_a_certain_one() -> None:
    ours = "Fire\n\nMara Dovic said the old mill burned down."
    theirs = "Fire\n\nMara Dovic said the old mill may have burned down."
    both = [
        *statements(
            VAREN, ours, claim(ours, "the old mill burned down", "said", "Mara Dovic", kind="named", entity="e1")
        ),
        *statements(
            COURIER,
            theirs,
            claim(
                theirs,
                "the old mill may have burned down",
                "said",
                "Mara Dovic",
                kind="named",
                entity="e1",
                certainty="possible",
            ),
        ),
    ]
    assert len(choose(both)) == 2


def test_the_order_of_the_input_does_not_matter() -> None:
    given = statements(VAREN, TEXT, *claims())
    assert choose(given, most=3) == choose(reversed(given), most=3)
