"""What outlets call one happening."""

from reportedly.account import acts, naming
from reportedly.ledger import Ledger
from tests import pass_news
from tests.pass_news import BEACON, CLASH, NORTHERN, RAIN, act, story, told

NAMES = {outlet.id: outlet.name for outlet in pass_news.OUTLETS}


def happening(ledger: Ledger) -> dict[str, dict[str, list[str]]]:
    return {
        named.kind: {name.words: [use.outlet for use in name.uses] for name in named.names}
        for named in acts.happening(ledger, CLASH, NAMES)
    }


def test_each_side_has_its_words_for_the_act_and_for_who_did_it(ledger: Ledger) -> None:
    told_as = happening(ledger)
    assert told_as["act"] == {
        "aggression": ["south"],
        "attacked": ["north"],
        "killed": ["north"],
        "raid": ["north"],
        "struck": ["south"],
    }
    assert told_as["who did it"] == {"fighters": ["south"], "terrorists": ["north"]}


def test_a_place_stands_there_as_each_article_calls_it(ledger: Ledger) -> None:
    assert "Orrin Pass" in happening(ledger)["where"]


def test_nobody_is_named(ledger: Ledger) -> None:
    assert happening(ledger)["whom it befell"] == {"post": ["north", "south"]}


def test_an_act_is_shown_in_its_sentence(ledger: Ledger) -> None:
    (told_as,) = [named for named in acts.happening(ledger, CLASH, NAMES) if named.kind == "act"]
    shown = {name.words: name.example for name in told_as.names}
    assert shown["raid"]
    assert (shown["raid"].outlet, shown["raid"].words) == ("North Post", "Raid at Orrin Pass")


def test_what_one_outlet_alone_tells_is_not_compared(ledger: Ledger) -> None:
    assert acts.happening(ledger, RAIN, NAMES) == []


def test_what_follows_the_lead_or_did_not_happen_is_left_out(ledger: Ledger) -> None:
    text = "Quiet day\n\nOne. Two. Three. Then men burned a hut."
    late = told(BEACON, "late", text, events=(act(text, "burned", "burn", place=None),))
    pass_news.fill(ledger, late)
    known = acts.happening(ledger, story("s1", NORTHERN, late), NAMES)
    assert known == []


def test_a_story_is_asked_for_by_its_id_also_for_one_outlet(ledger: Ledger) -> None:
    whole = naming.asked(ledger, CLASH.id, NAMES)
    one = naming.asked(ledger, CLASH.id, NAMES, outlet="south")
    assert [named.kind for named in whole] == ["act", "who did it", "whom it befell", "where"]
    assert {use.outlet for named in one for name in named.names for use in name.uses} == {"south"}
