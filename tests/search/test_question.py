import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.search import Question, Sought, question

DAM = Sought((("dam",),))
ASKED = {
    "dam": Question((DAM,)),
    "Dams dam": Question((DAM,)),
    '"visiting ministers"': Question((Sought((("visit", "minist"),)),)),
    "“visiting ministers” «dams»": Question((Sought((("visit", "minist"),)), DAM)),
    '"visit minister"~5': Question((Sought((("visit", "minist"),), near=5),)),
    '"visit minister"~۵': Question((Sought((("visit", "minist"),), near=5),)),
    '"dam"~5': Question((DAM,)),
    "ministe*": Question((Sought((("ministe",),), begins=True),)),
    "-dam": Question((), (DAM,)),
    'dam -"signed nothing" -ost*': Question((DAM,), (Sought((("sign", "noth"),)), Sought((("ost",),), begins=True))),
    "cross-border": Question((Sought((("cross", "border"),)),)),
    "می\u200cشود": Question((Sought((("میشود",), ("می", "شود"))),)),
    '"dam': Question((DAM,)),
    "dam OR": Question((DAM, Sought((("or",),)))),
    '- * " ~5': Question((Sought((("5",),)),)),
    "": Question(),
}


@pytest.mark.parametrize(("typed", "asked"), ASKED.items(), ids=ASKED)
def test_what_was_typed_is_a_question(typed: str, asked: Question) -> None:
    assert question(typed) == asked


@given(st.text('ab "~5*-()^:\x00«»\u200cکي', max_size=40) | st.text(max_size=40))
def test_nothing_typed_is_an_error_and_nothing_sought_is_empty(typed: str) -> None:
    asked = question(typed)
    for sought in (*asked.wanted, *asked.unwanted):
        assert sought.ways
        assert all(way and all(way) for way in sought.ways)
