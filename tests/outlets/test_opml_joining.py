"""Which feeds of a list are one outlet's: what it says itself, never that one host serves them."""

import time

import pytest

from reportedly.outlets import opml, slug


def listed(*outlines: str) -> list[tuple[str, int]]:
    """The name and the number of feeds of each outlet."""
    data = f"<opml><body>{''.join(f'<outline {outline}/>' for outline in outlines)}</body></opml>"
    return [(outlet.name, len(outlet.feeds)) for outlet in opml.read(data.encode())]


def feed(name: str, url: str, home: str = "") -> str:
    return f'text="{name}" xmlUrl="{url}"' + (f' htmlUrl="{home}"' if home else "")


@pytest.mark.parametrize(
    ("outlines", "outlets"),
    [
        (
            [feed("Lamp Post", "http://burner.example/lamp"), feed("Quay Watch", "http://burner.example/quay")],
            [("Lamp Post", 1), ("Quay Watch", 1)],
        ),
        (
            [feed("", "http://tube.example/v.xml?channel=1"), feed("", "http://tube.example/v.xml?channel=2")],
            [("tube.example", 1), ("tube.example", 1)],
        ),
        (
            [
                feed("Mira", "http://pen.example/feed/@mira", "http://pen.example/@mira"),
                feed("Olek", "http://pen.example/feed/@olek", "http://pen.example/@olek"),
            ],
            [("Mira", 1), ("Olek", 1)],
        ),
        (
            [feed("Wire", "http://a.burner.example/rss"), feed("Wire", "http://b.burner.example/rss")],
            [("Wire", 1), ("Wire", 1)],
        ),
        (
            [feed("Notes - Ada", "http://hub.example/1"), feed("Notes - Bo", "http://hub.example/2")],
            [("Notes - Ada", 1), ("Notes - Bo", 1)],
        ),
        (
            [
                feed("Herald", "http://herald.example/1", "http://herald.example/"),
                feed("Herald: World", "http://www.herald.example/2", "https://www.herald.example/index.html"),
            ],
            [("Herald", 2)],
        ),
        (
            [feed("Lamp Post", "http://burner.example/1"), feed("Lamp Post", "http://burner.example/2")],
            [("Lamp Post", 2)],
        ),
        (
            [feed("Lamp Post | Sport", "http://burner.example/1"), feed("Lamp Post", "http://burner.example/2")],
            [("Lamp Post | Sport", 2)],
        ),
        (
            [feed("Herald World", "http://feeds.herald.example/1"), feed("Herald Sport", "http://herald.example/2")],
            [("Herald World", 2)],
        ),
        (
            [feed("Tarn", "http://t.example/1", "http://t.example/"), feed("Tarn", "http://t.example/2")],
            [("Tarn", 2)],
        ),
    ],
)
def test_what_is_one_outlet(outlines: list[str], outlets: list[tuple[str, int]]) -> None:
    assert listed(*outlines) == outlets


def test_each_outlet_has_an_id_and_a_home_of_its_own() -> None:
    names = ("Lamp Post", "Lamp Post", "Lamp-Post", "Quay Watch")
    data = "".join(f"<outline {feed(name, f'http://burner.example/{n}')}/>" for n, name in enumerate(names))
    outlets = opml.read(f"<opml><body>{data}</body></opml>".encode())
    assert [outlet.home for outlet in outlets] == [f"http://burner.example/{n}" for n in (0, 2, 3)]
    assert len({outlet.id for outlet in outlets}) == len(outlets) == 3
    assert (outlets[0].id, outlets[2].id) == ("burner-example-lamp-post", "burner-example-quay-watch")


def test_a_person_on_a_host_of_many_is_not_the_host() -> None:
    (mira,) = opml.read(f"<opml><outline {feed('Mira', 'http://pen.example/feed/@mira')}/></opml>".encode())
    assert (mira.home, mira.id) == ("http://pen.example/feed/@mira", "pen-example-mira")


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://www.dawn.example/urdu", "dawn-example-urdu"),
        ("https://сводка.example/", "svodka-example"),
        ("https://xn--80adgysq.example/", "svodka-example"),
        ("https://zürn.example/über", "zurn-example-uber"),
        ("https://forum.example/?board=2", "forum-example-board-2"),
        ("https://xn--99999.example/", "xn-99999-example"),
        ("http://[::1/", "http-1"),
        ("", "outlet"),
    ],
)
def test_ids_can_be_read(address: str, known: str) -> None:
    assert slug(address) == known


def test_hosts_in_other_alphabets_are_told_apart() -> None:
    hosts = ("روزنامه.example", "صبح.example", "新聞.example", "新闻.example", "საქართველო.example")
    outlines = "".join(f"<outline {feed('x', f'http://{host}/rss', f'http://{host}/')}/>" for host in hosts)
    ids = [outlet.id for outlet in opml.read(f"<opml>{outlines}</opml>".encode())]
    assert len(set(ids)) == len(hosts)
    assert all(len(known) > len("-example") for known in ids)


def test_a_long_list_is_read_at_once() -> None:
    outlines = "".join(f"<outline {feed(f'Blog {n}', f'http://burner.example/{n}')}/>" for n in range(10_000))
    start = time.process_time()
    assert len(opml.read(f"<opml>{outlines}</opml>".encode())) == 10_000
    assert time.process_time() - start < 10
