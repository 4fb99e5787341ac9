"""Who acts in a quotation that its speaker interrupts is whoever the first part names."""

import pytest

from tests.read.reading_of import reading, words

SPLIT = (
    ("“The reservoir,” said Orla Fenn, “will close on Friday.”", "close", "reservoir"),
    ("“The army,” the minister said, “will attack Vell on Friday.”", "attack", "army"),
    ('"The rebels," Fenn told reporters, "have attacked Vell."', "attacked", "rebels"),
    ("“Our teachers,” said the union's chairwoman, “will meet on Thursday.”", "meet", "teachers"),
    ("“The two sides,” she said, “will sign the treaty on June 12.”", "sign", "sides"),
    ("“This government,” Orla Fenn said, “will resign on Friday.”", "resign", "government"),
    ("“I,” Orla Fenn said, “will resign on Friday.”", "resign", "I"),
)


@pytest.mark.parametrize(("text", "verb", "actor"), SPLIT)
def test_the_first_part_of_a_quotation_names_who_acts(text: str, verb: str, actor: str) -> None:
    got = reading(text)
    (event,) = [event for event in got.events if words(got, event.trigger) == verb]
    assert [actor in words(got, party.span) for party in event.actors] == [True]
