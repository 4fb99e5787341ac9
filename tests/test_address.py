import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.address import asked, key, plain, same_page

SPELLINGS = [
    [
        "http://h.example/گزارش.html",
        "http://h.example/%DA%AF%D8%B2%D8%A7%D8%B1%D8%B4.html",
        "http://h.example/%da%af%d8%b2%d8%a7%d8%b1%d8%b4.html",
        "http://h.example/گ%d8%b2ارش.html",
    ],
    ["http://h.example/old bridge.html", "http://h.example/old%20bridge.html", " http://h.example/old%20bridge.html\n"],
    ["http://h.example/~ilva/a-b_c.d", "http://h.example/%7Eilva/a%2Db%5fc%2Ed", "HTTP://H.EXAMPLE:80/%7eilva/a-b_c.d"],
    [
        "https://büro.example/a",
        "https://xn--bro-hoa.example/a",
        "https://BÜRO.example./a",
        "https://büro.example:443/a#x",
    ],
    [
        "http://h.example/a?q=größe&n=1",
        "http://h.example/a?q=gr%c3%b6%C3%9Fe&n=1",
        "http://h.example/a?q=größe&n=1&utm_id=9",
    ],
    ["http://h.example/a|b", "http://h.example/a%7cb", "http://h.example/a%7Cb"],
    ["http://h.example/a/b", "http://h.example/x/../a/./b", "http://h.example/a/%2E/b", "http://h.example/../a/b"],
    ["http://h.example/100%", "http://h.example/100%25"],
]


@pytest.mark.parametrize("spelled", SPELLINGS)
def test_every_spelling_of_a_page_is_one_address(spelled: list[str]) -> None:
    one = {plain(url) for url in spelled}
    assert len(one) == 1
    assert (one.pop() or "é").isascii()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://h.example/a%2Fb", "http://h.example/a/b"),
        ("http://h.example/a?x=1%262", "http://h.example/a?x=1&2"),
        ("http://h.example/A", "http://h.example/a"),
        ("http://h.example/a?a=1&b=2", "http://h.example/a?b=2&a=1"),
        ("http://h.example/a+b", "http://h.example/a%20b"),
        ("http://h.example/caf%E9", "http://h.example/caf%C3%A9"),
    ],
)
def test_what_may_be_two_pages_stays_two(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    "kept",
    [
        "ref=112",
        "id=3",
        "p=18",
        "source=wire",
        "pk_id=4",
        "pk=4",
        "itm_no=8",
        "utm=3",
        "article=7",
        "amplitude=1",
        "_id=5",
        "gid=7",
        "stm_id=2",
        "oly=1",
        "c=9",
        "sid=77",
        "cid=8",
        "si=2",
        "from=front",
        "story_id=6",
    ],
)
def test_parameters_that_may_tell_an_article_are_kept(kept: str) -> None:
    assert plain(f"http://h.example/story?{kept}&utm_medium=mail&fbclid=AbC") == f"http://h.example/story?{kept}"


@given(st.text(max_size=60))
def test_an_address_in_its_spelling_is_spelled_already(tail: str) -> None:
    once = plain(f"http://h.example/{tail}")
    if once is not None:
        assert once.isascii()
        assert plain(once) == once


@given(st.text(max_size=40))
def test_no_text_breaks_it(given_url: str) -> None:
    plain(given_url)
    assert (key(given_url) is None) == (plain(given_url) is None)
    assert not same_page(given_url, "http://h.example/a") or plain(given_url)


@pytest.mark.parametrize(
    "asked",
    [
        "https://h.example/a b",
        "http://www.h.example/a%20b/",
        "http://h.example/a%20b#top",
        "h",
        "http://h.example/a",
        "http://h.example/a%20b?utm_source=mail",
        "http://h.example/a%20b?page=2",
    ],
)
def test_what_a_browser_may_show_is_the_same_page(asked: str) -> None:
    meant = "a b" in asked or ("a%20b" in asked and "page" not in asked)
    assert same_page(asked, "http://h.example/a b") is meant


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("tarn.example/a b", "https://tarn.example/a b"),
        ("www.tarn.example:8080/a", "https://www.tarn.example:8080/a"),
        ("озеро.example/a", "https://озеро.example/a"),
        (" <http://tarn.example/a> ", "http://tarn.example/a"),
        ('"https://tarn.example/a"', "https://tarn.example/a"),
        ("view-source:https://tarn.example/a", "https://tarn.example/a"),
        ("https://tarn.example/a", "https://tarn.example/a"),
        ("0f3a9c", "0f3a9c"),
        ("folder/page.html", "folder/page.html"),
        ("page.html", "page.html"),
    ],
)
def test_what_a_person_copied_is_an_address(words: str, url: str) -> None:
    assert asked(words) == url
