import numpy as np
import pytest

from reportedly.extract.page import features, quick, source
from reportedly.extract.page.blocks import Layout, layout

SAID = (
    "The harbour office of Tarnow said on Monday that ferries to Mirel would sail again after a week of storms.",
    "Two boats had been kept in port since Thursday, when waves of six metres closed the outer channel.",
    "Lena Oster, who speaks for the line, said that passengers could use their old tickets until the end of June.",
    "The council will discuss on Wednesday whether a second pier is needed, as fishermen have asked for years.",
    "No boat was damaged, but repairs to the quay are expected to take until autumn, the office added.",
)
MENU = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("World", "Sport", "Culture", "Weather"))
MORE = "".join(f"<li><a href='/{n}'>Council puts off the vote on harbour fees, number {n}</a></li>" for n in range(6))


def site(story: str) -> str:
    return (
        f"<html><head><title>Ferries resume</title></head><body><header><nav><ul>{MENU}</ul></nav></header>"
        f"<main><article class='story'><h1>Ferries resume</h1><div class='story-body'>{story}</div></article></main>"
        f"<aside class='related'><h3>More stories</h3><ul>{MORE}</ul></aside>"
        "<footer><p>Copyright Tarnow Herald. All rights reserved.</p></footer></body></html>"
    )


def laid_out(markup: str) -> Layout:
    return layout(source.tree(markup))


def test_a_clear_page_gives_its_article_and_nothing_around_it() -> None:
    found = quick.body(laid_out(site("".join(f"<p>{words}</p>" for words in SAID))))
    assert not found.doubtful
    assert found.lines == list(SAID)
    assert found.words == pytest.approx(sum(len(words.split()) for words in SAID), abs=10)


def test_a_page_of_links_is_in_doubt_or_gives_nothing() -> None:
    found = quick.body(laid_out(site("")))
    assert found.doubtful or not found.lines


def test_a_page_without_words_is_in_doubt() -> None:
    assert quick.body(laid_out("<html><body><img src='x'></body></html>")) == quick.Body([], doubtful=True, words=0.0)


def test_doubt_is_the_share_of_words_between_yes_and_no() -> None:
    words = np.array([100.0, 100.0])
    assert quick.doubt(np.array([1, 0], dtype=np.float32), words) == 0
    assert quick.doubt(np.array([0.5, 0.5], dtype=np.float32), words) > quick.DOUBT


@pytest.mark.parametrize(
    "body", ["x", "<p>One</p>", "<p>One</p><p>One</p>", "<ul><li>a<li>b</ul>", "<h1>Top</h1><p>One"]
)
def test_even_the_smallest_page_has_a_row_for_each_block(body: str) -> None:
    found = layout(source.tree(f"<html><body>{body}</body></html>"))
    rows = features.features(found)
    assert len(rows) == len(found.blocks)
    assert np.isfinite(rows).all()
