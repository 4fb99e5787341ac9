import pytest

from reportedly.fetch.announcing.titles import plain_title


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Ferry lost", "Ferry lost"),
        ("  Ferry\n lost\t", "Ferry lost"),
        ("Oats &amp;amp; barley &quot;dear&quot; &#39;again&#39;", "Oats & barley \"dear\" 'again'"),
        ("<b>Ilva</b>, mayor: no", "Ilva, mayor: no"),
        ("One<br/>two<p>three</p>", "One two three"),
        ("<script type='x'>var a = '<b>';</script>Ferry lost", "Ferry lost"),
        ("Ferry <style>b {color: red}</style>lost<!-- for now -->", "Ferry lost"),
        ("&lt;script&gt;track()&lt;/script&gt;Ferry &lt;i&gt;lost&lt;/i&gt;", "Ferry lost"),
        ("Rates < 3%, prices > wages", "Rates < 3%, prices > wages"),
        ("If x <b and y> then", "If x <b and y> then"),
        ("<Unnamed> wins a prize <3", "<Unnamed> wins a prize <3"),
        ("Profit &lt; forecast", "Profit < forecast"),
        ('<a href="/x?a=1">Ferry</a> lost', "Ferry lost"),
        ("Fire &#55357;&#56613; in port", "Fire 🔥 in port"),
        ("Fire \ud83d in port", "Fire \ufffd in port"),
        ("<!DOCTYPE html><body onload='a > b'>Ferry<frame src='x'> lost", "Ferry lost"),
        ("Ferry <iframe src='/x'>none</iframe>lost", "Ferry lost"),
        ("<img src='x.png'>", None),
        ("", None),
        (None, None),
        (17, None),
    ],
)
def test_a_title_is_plain_words(given: object, shown: str | None) -> None:
    assert plain_title(given) == shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [("What <b> does", "What <b> does"), ("<b>Bold</b> as ever", "Bold as ever"), ("R &amp; D", "R & D")],
)
def test_a_literal_title_keeps_what_it_only_names(given: str, shown: str) -> None:
    assert plain_title(given, literal=True) == shown
