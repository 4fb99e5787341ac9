from reportedly.extract.page import source
from reportedly.extract.page.blocks import KINDS, TELLING, Layout, layout


def laid_out(body: str) -> Layout:
    return layout(source.tree(f"<html><head><title>Herald</title></head><body>{body}</body></html>"))


def texts(body: str) -> list[str]:
    return [block.text for block in laid_out(body).blocks]


def test_a_block_is_text_that_only_inline_markup_interrupts() -> None:
    body = "<p>Ferries <b>resume</b> on <a href='/'>Monday</a>.</p>Loose words<div>A box<p>and one in</p>and on</div>"
    assert texts(body) == ["Ferries resume on Monday.", "Loose words", "A box", "and one in", "and on"]


def test_a_forced_line_break_is_a_line_break_and_others_are_not() -> None:
    assert texts("<p>Harbour\n office<br> <br>Tarnow<wbr>fjord</p>") == ["Harbour office\nTarnowfjord"]


def test_what_nobody_sees_is_no_text() -> None:
    body = (
        "<script>var a</script><style>p{}</style><p hidden>x</p><div style='DISPLAY : none'>y</div><p>seen</p>"
        "<!-- no --><button>Go</button><noscript>z</noscript><svg><text>w</text></svg>and after it"
    )
    assert texts(body) == ["seen", "and after it"]


def test_joiners_stay() -> None:
    assert texts("<p>قایق&zwnj;های مسافربری</p>") == ["قایق\u200cهای مسافربری"]


def test_links_and_bold_are_counted() -> None:
    (block,) = laid_out("<p>Read <a href='/x'>this</a> and <strong>that</strong></p>").blocks
    assert (block.linked, block.strong) == (len("this"), len("that"))


def test_boxes_know_what_they_stand_in() -> None:
    found = laid_out(
        "<article class='story-body'><div id='relatedLinks'><p>One</p></div><p itemprop='articleBody'>Two</p></article>"
    )
    one, two = (block.box for block in found.blocks)
    article = found.tags.index("article")
    assert found.nearest[one][KINDS.index("related")] == found.tags.index("div")
    assert found.nearest[two][KINDS.index("related")] == -1
    assert found.nearest[two][KINDS.index("good")] == two  # articleBody
    assert found.nearest[one][KINDS.index("good")] == article
    assert found.marked
    assert [found.within[box] >> TELLING.index("articleBody") & 1 for box in (one, two)] == [0, 1]
    assert found.ends[article] == len(found.tags)
    assert found.parents[0] == -1


def test_words_too_deep_for_boxes_are_kept() -> None:
    assert texts("<div>" * 100 + "deep" + "</div>" * 100 + "high") == ["deep", "high"]
