from reportedly.brief import markdown
from reportedly.records import Brief


def test_each_sentence_is_cited(brief: Brief) -> None:
    text = markdown.render(brief)
    assert text.startswith(
        "# Brief for 1 to 7 June 2024\n\nAs of 6 June 2024.\n\n## Shells hit Teral Bridge\n\n"
        "*According to two independent sources (Varen News Agency, Sel Courier)*\n"
    )
    cited = brief.stories[0].reported[0].citations[0]
    link = f"/articles/{cited.article}#s-{cited.span.start}-{cited.span.end}"
    assert f"[Varen News Agency, 3 June 2024]({link}) ([page](https://varen.example/shelling))" in text
    sentences = [line for line in text.splitlines() if line.startswith("- ")]
    assert all("(/articles/a" in line for line in sentences)


def test_no_words_become_markup(nasty: Brief) -> None:
    text = markdown.render(nasty)
    assert "<script" not in text.replace("\\<", "")
    assert "\\[x\\](javascript" in text
    assert "date unknown" in text


def test_stories_left_out_are_said(short: Brief) -> None:
    assert "1 more story of these days not told here" in markdown.render(short)


def test_words_from_right_to_left_are_set_apart() -> None:
    assert markdown.turned("پیک *ترال* said: ok") == '<bdi dir="rtl">پیک \\*ترال</bdi>\\* said: ok'
