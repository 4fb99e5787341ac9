"""Texts that are only a part of their article, and whole ones on pages that bear the same signs."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.extract import partial, plain
from reportedly.extract.intake import files
from reportedly.extract.intake.files import Intake
from reportedly.records import Article, Capture, Outcome
from tests.extract.ferries import CUT, GATE, LEAD, MORE, NOT_FREE, URL, WHOLE, article, linked, page


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (page((LEAD, CUT), NOT_FREE), "not free to read, and gave 3"),
        (page((LEAD, *MORE), NOT_FREE), "not free to read, and gave 5"),
        (page((LEAD, *MORE), linked(isAccessibleForFree="http://schema.org/False")), "not free"),
        (page((LEAD, *MORE), linked(hasPart={"isAccessibleForFree": "False", "cssSelector": ".paid"})), "not free"),
        (page((LEAD, *MORE), "<meta property='article:content_tier' content='locked'>"), "not free"),
        (page((LEAD, *MORE * 4), NOT_FREE, GATE), "not free"),
        (page((LEAD, *MORE), "", GATE), "Subscribe to continue reading this story."),
        (page((*WHOLE, CUT), "", GATE), "Subscribe to continue reading this story."),
        (page((LEAD, *MORE), linked(wordCount=812)), "its article has 812 words; 5"),
        (page((LEAD, *MORE), linked(articleBody="The council sat until nine. " * 200)), "words; 5"),
        (page((LEAD, *MORE, "Traders in Mirel had waited for flour since the first of the storms […]")), "as a teaser"),
        (page((LEAD, f"{CUT} Read more")), "as a teaser"),
        (page((LEAD, CUT), "", "<a href='/x'>Continue reading “Ferries resume”</a>"), "as a teaser"),
    ],
)
def test_a_page_that_is_cut_off_says_so(body: bytes, why: str) -> None:
    assert why in (article(body).partial or "")


@pytest.mark.parametrize(
    "body",
    [
        page(WHOLE),
        page((LEAD, *MORE)),
        page(WHOLE, NOT_FREE),
        page(WHOLE, NOT_FREE, GATE),
        page(WHOLE, "", GATE),
        page((LEAD, *MORE), linked(isAccessibleForFree=True)),
        page((LEAD, *MORE), "<meta property='article:content_tier' content='metered'>"),
        page((LEAD, *MORE), "", f"<div hidden>{GATE}</div>"),
        page((LEAD, *MORE), "", f"<div style='display: none'>{GATE}</div>"),
        page((*WHOLE, CUT)),
        page((LEAD, *MORE), linked(wordCount=60)),
        page((LEAD, *MORE), linked(wordCount=sum(map(len, (LEAD, *MORE))))),
        page(WHOLE, linked(wordCount=1_000)),
        page((LEAD, *MORE), "", "<p>Subscribe to our newsletter for news of the harbour.</p>"),
        page((LEAD, *MORE), "", "<p><a href='/x'>Read more: the storm in pictures</a></p>"),
        page((LEAD, *MORE, "The full report is open to members of the harbour council, she said.")),
    ],
)
def test_a_whole_article_is_not_called_a_part(body: bytes) -> None:
    assert article(body).partial is None


def test_what_the_server_sent_only_in_part_is_a_part() -> None:
    at = datetime(2024, 6, 3, 12, tzinfo=UTC)
    capture = Capture("c1", URL, at, 206, "text/html", sha256="0", length=1, warc="w", offset=0)
    assert "(206)" in (article(page(WHOLE), capture).partial or "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"Ferries resume\n\n{LEAD}\n\n{CUT}\n\nRead more", "as a teaser"),
        (f"Ferries resume\n\n{LEAD}\n\nSubscribe to continue reading", "“Subscribe to continue reading”"),
        (f"Ferries resume\n\n{LEAD}\n\nThis article is for subscribers only.\n\nLog in", None),
        (f"Ferries resume\n\n{LEAD}\n\nThis article is for subscribers only.", "for subscribers only"),
        (f"Ferries resume\n\n{LEAD}\n\n{MORE[0]}", None),
        (f"Ferries resume\n\n{LEAD}\n\n{CUT}", None),
        ("", None),
    ],
)
def test_the_last_lines_of_a_plain_text_tell_too(text: str, why: str | None) -> None:
    found = plain.article(text, url="https://desk.example/1", outlet="desk", published=None).partial
    assert why in found if why and found else found == why


def test_a_page_handed_in_is_filed_with_a_word_that_it_is_a_part(tmp_path: Path) -> None:
    file = tmp_path / "stub.html"
    file.write_bytes(page((LEAD, CUT), NOT_FREE))
    intake = Intake(file.name, 1_000_000, datetime(2026, 3, 20, tzinfo=UTC), files.columns(()))
    found, said = files.articles(file, intake)
    assert isinstance(found, Article)
    assert found.partial
    assert isinstance(said, Outcome)
    assert said.state == "fetched"
    assert "only a part of the article" in said.message


@pytest.mark.parametrize(
    "end",
    [
        "Traders in Mirel… [+2219 chars]",
        "Traders in Mirel ...[truncated]",
        "Traders in Mirel [Content truncated]",
        "Traders in Mirel (more)",
        "Händler in Mirel [gekürzt]",
        "Traders in Mirel... [812 chars]",
        "Traders in Mirel… (+1,204 Zeichen)",
        "Traders in Mirel … [+310 caracteres más]",
        "Торговцы в Миреле… [+540 символов]",
        "ミレルの商人は…（+540文字）".translate(str.maketrans("（）", "()")),
    ],
)
def test_what_a_program_writes_behind_a_text_it_cut_off_tells_alone(end: str) -> None:
    assert "where it cut a text off" in (partial.of_text([*WHOLE, end]) or "")


@pytest.mark.parametrize(
    "end",
    [
        "Traders in Mirel (…) Read more",
        "Traders in Mirel (…)",
        "Händler in Mirel … Weiterlesen",
        "Les marchands de Mirel… Lire la suite",
        "Los comerciantes de Mirel [...] Leer más",
        "Os comerciantes de Mirel… Leia mais",
        "I mercanti di Mirel… Continua a leggere",
        "Handelaren in Mirel... Lees verder",
        "Торговцы в Миреле… Читать далее",
        "تجار در میرل … ادامه مطلب",
        "تجار في ميريل… اقرأ المزيد",
        "ミレルの商人は… 続きを読む",
        "米雷尔的商人…… 阅读全文",
    ],
)
def test_teasers_point_on_in_many_languages(end: str) -> None:
    assert "as a teaser" in (partial.of_text([LEAD, end]) or "")


def test_what_blogs_add_to_each_item_hides_no_teaser_and_makes_none() -> None:
    added = "The post Ferries resume appeared first on Mirel Times."
    assert "as a teaser" in (partial.of_text([LEAD, "Traders in Mirel […]", added]) or "")
    assert partial.of_text([LEAD, *MORE, added]) is None


@pytest.mark.parametrize("end", ["It came to this… (12 pages)", "“Read more,” she said.", "The ferry (2,219 tons)"])
def test_such_words_within_a_text_make_no_part(end: str) -> None:
    assert partial.of_text([LEAD, *MORE, end]) is None


@pytest.mark.parametrize("line", ["{dots}x", "Name: {dots}", "{dots} read more x"])
def test_a_dotted_line_of_a_form_takes_no_longer_than_its_length(line: str) -> None:
    form = [line.format(dots="." * 4_000)]
    began = time.monotonic()
    assert partial.of_text(form) is None
    partial.doubtful(form)
    assert time.monotonic() - began < 1


def test_a_teaser_may_end_with_many_dots() -> None:
    assert "as a teaser" in (partial.of_text([LEAD, f"Traders in Mirel {'.' * 400} Read more"]) or "")
