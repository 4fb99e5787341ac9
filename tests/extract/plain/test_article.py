"""Plain text is kept as it is; its layout is marked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract import plain
from reportedly.records import Article
from reportedly.text import Span

DISPATCH = """River Province: Farmers Fear Another Dry Summer
Velmar and Ostria Agree to Reopen the Karsin Bridge Before Winter
Harbour Monitoring Desk: Velmar and Ostria have agreed to reopen the Karsin bridge before winter, officials said.
The bridge was closed in March. Both countries will send engineers.
"""
BODY = "The council met on Monday. It decided nothing, the mayor said.\n\nIt will meet again."


def made(text: str, published: date | None = None, headline: str | None = None) -> Article:
    return plain.article(text, url="https://desk.example/1", outlet="desk", published=published, headline=headline)


def words(article: Article, span: Span | None) -> str | None:
    return span.of(article.text) if span else None


def test_headline_carried_along_is_furniture_and_the_next_line_the_title() -> None:
    article = made(DISPATCH)
    assert words(article, article.title) == "Velmar and Ostria Agree to Reopen the Karsin Bridge Before Winter"
    assert [span.of(article.text) for span in article.furniture] == ["River Province: Farmers Fear Another Dry Summer"]
    assert words(article, article.credit) == "Harbour Monitoring Desk"
    assert article.headline == "Velmar and Ostria Agree to Reopen the Karsin Bridge Before Winter"
    assert article.language == "en"


def test_text_is_kept_to_the_last_character() -> None:
    text = "\ufeffTitle of it\r\r\n\r\r\nThe coun\u00adcil met\u00a0today.\t \r\n\n"
    assert made(text).text == text


def test_line_below_the_title_is_not_the_title() -> None:
    article = made(
        "Council puts off decision on bridge\n• Mayor hopes for May\n\n" + BODY.replace("nothing", "on a bridge")
    )
    assert words(article, article.title) == "Council puts off decision on bridge"


def test_headline_from_elsewhere() -> None:
    assert made(BODY, headline="Council meets").title is None
    assert made(BODY, headline="Council meets").headline == "Council meets"
    shown = made("COUNCIL MEETS\n\n" + BODY, headline="Council meets")
    assert words(shown, shown.title) == "COUNCIL MEETS"


@pytest.mark.parametrize("text", [BODY, "One sentence on one line.", "", "\n \n", "just words without any stop"])
def test_no_title_where_none_stands(text: str) -> None:
    assert made(text).title is None


@pytest.mark.parametrize(
    ("start", "dateline", "day", "credit"),
    [
        ("Lima – ", "Lima –", None, None),
        ("KARSIN: ", "KARSIN:", None, None),
        ("KARSIN – ", "KARSIN –", None, None),
        ("KARSIN- ", "KARSIN-", None, None),
        ("PORT KARSIN, June 3 (VNA) — ", "PORT KARSIN, June 3 (VNA) —", date(2025, 6, 3), "VNA"),
        ("KARSIN, 3 June 2024 (VNA): ", "KARSIN, 3 June 2024 (VNA):", date(2024, 6, 3), "VNA"),
        ("Karsin, Dec. 30 (VNA) - ", "Karsin, Dec. 30 (VNA) -", date(2024, 12, 30), "VNA"),
        ("KARSIN/LOWTON: ", "KARSIN/LOWTON:", None, None),
        ("Velmar News Agency: ", None, None, "Velmar News Agency"),
        ("NOTE: ", None, None, None),
        ("THE ", None, None, None),
    ],
)
def test_dateline_and_credit(start: str, dateline: str | None, day: date | None, credit: str | None) -> None:
    article = made(f"Council meets\n\n{start}The council met on Monday, the mayor said.\n", date(2025, 6, 4))
    assert (words(article, article.dateline.span) if article.dateline else None) == dateline
    assert (article.dateline.start if article.dateline else None) == day
    assert words(article, article.credit) == credit


def test_a_dateline_day_without_a_year_stays_open_when_nobody_knows_the_year() -> None:
    article = made("KARSIN, June 3 (VNA) — The council met.\n")
    assert article.dateline is not None
    assert article.dateline.start is None


def test_byline_is_a_line_of_its_own() -> None:
    article = made("Council meets\nBy Ada Venn and Rolf Ost\n\n" + BODY)
    assert words(article, article.byline) == "By Ada Venn and Rolf Ost"
    assert made("Council meets\n\nBy Monday the council had met. It did well.").byline is None


@pytest.mark.parametrize(
    "line",
    [
        "Published in The Harbour Mail, August 6th, 2025",
        "Read more: Bridge closed until May",
        "Follow us on WhatsApp",
        "Share this article",
        "Article continues below",
        "Join the conversation: 14 comments",
        "Loading…",
        "(adsbygoogle=window.adsbygoogle||[]).push({});",
        "Header image: The bridge at dawn. — Photo by author",
        "© 2025 Harbour Mail",
    ],
)
def test_furniture_below(line: str) -> None:
    article = made(f"Council meets\n\n{BODY}\n\n{line}\n")
    assert [span.of(article.text) for span in article.furniture] == [line]


def test_initials_and_scripts_inside_a_line() -> None:
    article = made(
        "Council meets\n\nThe council met (adsbygoogle = window.adsbygoogle || []).push({}); today. It left. AV/RO"
    )
    assert [span.of(article.text) for span in article.furniture] == [
        "(adsbygoogle = window.adsbygoogle || []).push({});",
        "AV/RO",
    ]


def test_a_sentence_about_subscribing_is_no_furniture() -> None:
    assert made("Council meets\n\nThe mayor asked all to follow us and subscribe to the plan.").furniture == ()


def test_published_is_given_or_unknown() -> None:
    assert made(BODY).published is None
    known = made(BODY, date(2025, 6, 4)).published
    assert known is not None
    assert (known.start, known.end, known.basis) == (date(2025, 6, 4), date(2025, 6, 4), "given")


@pytest.mark.parametrize("text", ["word and more. " * 70_000, "Word " * 200_000, "A line of it\n" * 20_000])
def test_huge_texts_are_read_in_no_time(text: str) -> None:
    assert made(text).text == text


@given(st.text(alphabet=st.sampled_from("aB .:,-–\n\r\u00ad\u00a0(“By TITLE/"), max_size=300))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    article = made(text)
    for span in article.furniture:
        assert 0 <= span.start < span.end <= len(text)
    for one, other in zip(article.furniture, article.furniture[1:], strict=False):
        assert one.end <= other.start
    assert made(text).id == article.id


# -- what lines say of the day ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Published: 3 June 2025", "2025-06-03", None),
        ("Posted on June 3, 2025 at 9:10 pm", "2025-06-03", None),
        ("Last updated: 2025-06-04", None, "2025-06-04"),
        ("Updated 10:45 AM, Tuesday, June 3, 2025", None, "2025-06-03"),
        ("Published June 3, 2025 | Updated June 4, 2025 11:20 GMT", "2025-06-03", "2025-06-04"),
        ("Published June 4, 2025 | Updated June 3, 2025", "2025-06-04", None),
        ("Updated 3 June", None, None),
        ("Updated 2 hours ago", None, None),
        ("Published 31 June 2025", None, None),
        ("The list was published on 3 June 2025 and has been revised since.", None, None),
    ],
)
def test_a_line_of_its_own_says_when_it_came_out_and_was_changed(
    line: str, published: str | None, updated: str | None
) -> None:
    found = made(f"Ferries resume\n\n{line}\n\n{BODY}")
    told = [(one.start.isoformat(), one.basis) if one else None for one in (found.published, found.updated)]
    assert told == [(day, "text") if day else None for day in (published, updated)]


def test_who_hands_an_article_in_knows_better_than_its_lines() -> None:
    found = made(f"Ferries resume\n\nPublished: 3 June 2025\n\n{BODY}", date(2025, 6, 4)).published
    assert found is not None
    assert (found.start, found.basis) == (date(2025, 6, 4), "given")
