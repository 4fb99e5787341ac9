"""Marks may overlap in any way; the text stays the article's own."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from reportedly.text import Span
from reportedly.web.marks import Mark, Passage, Reference, blocks, has_heading, rendered, style

TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=120)
NEWSY = st.lists(
    st.sampled_from(["Shells hit", " ", "\n", "\n\n", "\r\n", "<b>", "&amp;", "“so”", "پل", "\u00ad", "."]), max_size=30
)


class Parsed(HTMLParser):
    """What a browser makes of it: text with the classes over each character, elements that nest, ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.characters: list[tuple[str, frozenset[str]]] = []
        self.ids: list[str] = []
        self.references: list[str] = []
        self._open: list[tuple[str, frozenset[str]]] = []
        self.feed(page)
        self.close()
        assert self._open == []

    @property
    def text(self) -> str:
        return "".join(c for c, _ in self.characters)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.ids.extend([held["id"] or ""] if "id" in held else [])
        self.references.extend([held["href"] or ""] if "href" in held else [])
        self._open.append((tag, frozenset((held.get("class") or "").split())))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        over = frozenset(name for _, names in self._open for name in names)
        self.characters.extend((c, over) for c in data)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark], list[Passage]]:
    text = draw(st.one_of(TEXTS, NEWSY.map("".join)))
    offsets = st.integers(0, len(text))
    spans = st.tuples(offsets, offsets).map(lambda ends: Span(min(ends), max(ends)))
    marks = draw(st.lists(st.builds(Mark, spans, st.sampled_from([("a",), ("b",), ("a", "c")])), max_size=8))
    several = st.lists(spans, min_size=1, max_size=3).map(tuple)
    passages = [Passage(f"w-{i}", held) for i, held in enumerate(draw(st.lists(several, max_size=6)))]
    return text, marks, passages


@given(marked())
def test_the_text_comes_through_unchanged(given_: tuple[str, list[Mark], list[Passage]]) -> None:
    text, marks, passages = given_
    references = [Reference(mark.span.end, i, f"f-{i}") for i, mark in enumerate(marks)]
    assert Parsed(rendered(text, marks, passages, references)).text == text


@given(marked())
def test_each_character_carries_the_classes_of_all_spans_over_it(given_: tuple[str, list[Mark], list[Passage]]) -> None:
    text, marks, passages = given_
    for i, (_, classes) in enumerate(Parsed(rendered(text, marks, passages)).characters):
        due = {name for mark in marks if mark.span.start <= i < mark.span.end for name in mark.classes}
        due |= {f"p{n}" for n, one in enumerate(passages) for span in one.spans if span.start <= i < span.end}
        assert classes == due


@given(marked())
def test_each_passage_has_its_anchor_once(given_: tuple[str, list[Mark], list[Passage]]) -> None:
    text, marks, passages = given_
    assert sorted(Parsed(rendered(text, marks, passages)).ids) == sorted(one.anchor for one in passages)


def test_overlapping_spans_are_split_where_they_meet() -> None:
    marks = [Mark(Span(0, 10), ("a",)), Mark(Span(6, 14), ("b",))]
    assert rendered("The bridge is shut", marks) == (
        '<p><span class="a">The br</span><span class="a b">idge</span><span class="b"> is </span>shut</p>'
    )


def test_a_span_over_a_paragraph_end_is_cut_there() -> None:
    page = rendered("One.\nTwo.", [Mark(Span(0, 9), ("a",))])
    assert page == '<p><span class="a">One.</span></p><span class="a">\n</span><p><span class="a">Two.</span></p>'


def test_the_title_in_the_text_is_the_heading() -> None:
    text, title = "Bridge shut\n\nThe bridge is shut.", Span(0, 11)
    assert has_heading(text, title)
    assert rendered(text, heading=title) == "<h1>Bridge shut</h1>\n\n<p>The bridge is shut.</p>"


def test_lines_wrapped_by_hand_make_one_paragraph() -> None:
    lines = [
        "The bridge over the river has",
        "been shut since Monday and it",
        "stays shut until the army has",
        "looked at it",
    ]
    assert len(list(blocks("\n".join(lines)))) == 4, "four short lines may be four paragraphs"
    wrapped = "\n\n".join(["\n".join(lines)] * 2)
    assert [span.of(wrapped) for span in blocks(wrapped)] == ["\n".join(lines)] * 2


def test_spans_beyond_the_text_are_cut_off() -> None:
    assert rendered("Shut.", [Mark(Span(3, 99), ("a",))]) == '<p>Shu<span class="a">t.</span></p>'


def test_what_no_page_can_carry_is_replaced_one_for_one() -> None:
    assert rendered("a\x00b\ud800c") == "<p>a\ufffdb\ufffdc</p>"


def test_a_target_lights_its_words_and_its_entry() -> None:
    rules = style([Passage("w-s1", (Span(0, 3),))], [("w-s1", "f-s1")])
    assert ":root:has(#w-s1:target) .p0{" in rules
    assert ":root:has(#w-s1:target) #f-s1{" in rules
