"""Gists: the body without title and furniture, hashes that never change, names of headline and lead."""

from datetime import date

from msgspec.structs import replace

from reportedly.likeness import telling
from reportedly.records import ArticleHead, Entity, Outlet, Published, Reading
from reportedly.stories import gist
from reportedly.stories.shingles import MOST, shingles, unpacked
from reportedly.text import Span

TITLE = "Ferry aground off Cape Sorrow"
BODY = (
    "VELL: The night ferry Heron ran aground off Cape Sorrow on Sunday, the coast guard said. Captain Orla Fenn told "
    "Coastwire that the light on the mole had failed. Nobody was hurt (Reuters)."
)
FOOT = "Read more stories from the islands"
TEXT = f"{TITLE}\n\n{BODY}\n\n{FOOT}"


def reading(text: str = TEXT) -> Reading:
    foot = text.find(FOOT)
    at = text.find("Cape Sorrow", 60)
    fenn = text.find("Orla Fenn")
    return Reading(
        reader="english/1",
        article=ArticleHead(
            id="a1",
            url="https://vell.example/1",
            outlet="vell",
            headline=TITLE,
            title=Span(0, len(TITLE)),
            credit=None,
            byline=None,
            dateline=None,
            published=Published(date(2031, 5, 4), date(2031, 5, 4), "given"),
            language="en",
            text=text,
            furniture=(Span(foot, foot + len(FOOT)),) if foot >= 0 else (),
        ),
        entities=(
            Entity(id="e1", kind="place", name="Cape Sorrow", mentions=(Span(at, at + 11),)),
            Entity(id="e2", kind="person", name="Orla Fenn", mentions=(Span(fenn, fenn + 9),)),
            Entity(id="e3", kind="person", name="A passenger", mentions=(Span(fenn, fenn + 9),), public=False),
        ),
    )


def test_a_gist_holds_body_words_names_and_credits() -> None:
    vell = Outlet(id="vell-daily", name="Vell Daily", home="https://vell.example", country="XV", owner="Vell Media")
    found = gist(reading(), vell)
    assert found.shingles == shingles(BODY)
    assert "ferry" in found.words
    assert "the" not in found.words
    assert (found.places, found.people) == (("e1",), ("e2",))
    assert found.credits == ("Reuters",)
    assert (found.owner, found.country, found.published) == ("Vell Media", "XV", date(2031, 5, 4))


def test_soft_hyphens_and_case_make_no_other_text() -> None:
    assert gist(reading(TEXT.replace("Heron", "HE\u00adRON")), None).shingles == gist(reading(), None).shingles


def test_an_article_of_a_title_alone_has_words_but_no_shingles() -> None:
    found = gist(reading(TITLE), None)
    assert found.shingles == b""
    assert found.words == telling(TITLE)


def hashes(text: str) -> list[int]:
    return [int(gram) for gram in unpacked(shingles(text))]


def test_hashes_are_the_same_everywhere_and_stand_in_the_order_of_the_text() -> None:
    words = [f"word{i}" for i in range(20)]
    first = hashes(" ".join(words))
    assert min(first) == 316920697636977945
    assert len(set(first)) == len(first) == 17
    assert hashes(" ".join(words[1:])) == first[1:]
    assert hashes(" ".join(words * 2))[:17] == first


def test_a_very_long_text_is_sampled() -> None:
    words = [f"word{i}" for i in range(9_000)]
    sampled = hashes(" ".join(words))
    assert len(sampled) == MOST
    assert [gram for gram in hashes(" ".join(words[:1_000])) if gram in set(sampled)] == sampled[:225]


def test_a_text_that_is_its_title_alone_has_the_names_of_its_title() -> None:
    alone = reading(TITLE)
    named = Entity(id="e1", kind="place", name="Cape Sorrow", mentions=(Span(18, 29),))
    assert gist(replace(alone, entities=(named,)), None).names
