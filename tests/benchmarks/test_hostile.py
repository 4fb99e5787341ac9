from collections import Counter

import pytest

from benchmarks.hostile import ODD, World, article, charset, feed

WORLD = World(40, 1200)


def test_every_twentieth_page_is_odd_in_each_way_there_is() -> None:
    kinds = Counter(page.kind for page in WORLD.all_pages())
    assert kinds == {"plain": 840, **dict.fromkeys(ODD, 60)}
    ways = Counter((page.kind, page.way) for page in WORLD.all_pages())
    assert all(ways[kind, way] == 20 for kind in ODD for way in range(3))


def test_a_host_has_pages_of_many_kinds() -> None:
    assert len({page.kind for page in WORLD.pages_of(3)}) > 3


@pytest.mark.parametrize("world", [WORLD, World(7, 40), World(40, 7)])
def test_each_page_is_announced_by_the_feed_of_its_host(world: World) -> None:
    announced = [page for number in range(world.feeds) for page in world.pages_of(number)]
    assert announced == world.all_pages()
    for number in range(world.feeds):
        assert all(page.host == world.host(number) for page in world.pages_of(number))
        told = feed(world, number, "Mon, 03 Jun 2024 08:00:00 GMT").decode()
        assert all(page.url in told for page in world.pages_of(number))


def test_no_two_pages_are_alike() -> None:
    assert len({article(page) for page in WORLD.all_pages()[:200]}) == 200


def test_a_page_in_a_wrong_encoding_is_not_in_the_one_it_declares() -> None:
    page = next(page for page in WORLD.all_pages() if page.kind == "misencoded" and page.way == 0)
    with pytest.raises(UnicodeDecodeError):
        article(page).decode(charset(page))
