import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.letters import tongues

MIXED = st.text(alphabet=st.sampled_from("abc 12.,“”پلترالشد؛\u200c"))


@given(MIXED)
def test_the_pieces_are_the_words(words: str) -> None:
    assert "".join(piece for piece, _ in tongues.pieces(words)) == words


def test_a_run_from_right_to_left_keeps_its_spaces_and_numbers() -> None:
    assert tongues.pieces("said: “پل ۱۲ ترال” today") == [
        ("said: “", False),
        ("پل ۱۲ ترال", True),
        ("” today", False),
    ]


def test_names_in_an_english_list_are_a_piece_each_and_a_quotation_is_one() -> None:
    assert [piece for piece, rtl in tongues.pieces("two sources (پیک ترال, صدای رود)") if rtl] == [
        "پیک ترال",
        "صدای رود",
    ]
    assert [piece for piece, rtl in tongues.pieces("“پل, رود و «شهر».” today") if rtl] == ["پل, رود و «شهر»"]


def test_the_marks_of_a_quotation_within_go_with_its_words() -> None:
    assert tongues.pieces("“گفت: «پل باز است.»”") == [("“", False), ("گفت: «پل باز است.»", True), ("”", False)]


@pytest.mark.parametrize(
    ("words", "language", "way"),
    [
        ("پل", "und", "rtl"),
        ("Teral پل", "und", "ltr"),
        ("پل reported that the bridge is open", "und", "ltr"),
        ("Teral: پل شهر باز شد", "und", "rtl"),
        ("BBC", "fa-IR", "rtl"),
        ("پل", "en", "ltr"),
        ("سەرۆکێ هەرێمێ", "ku", "rtl"),
        ("Serokê herêmê", "ku", "ltr"),
        ("", "und", "ltr"),
    ],
)
def test_the_language_counts_where_it_is_known_and_says(words: str, language: str, way: str) -> None:
    assert tongues.way(words, language) == way


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("پیک ترال reported: “پل شهر باز شد و همه از آن گذشتند”.", "ltr"),
        ("پیک ترال گزارش داد: «The bridge of Teral is open to everybody»", "rtl"),
        ("پل شهر باز شد", "rtl"),
        ("“پل شهر باز شد”", "rtl"),
        ("", "ltr"),
    ],
)
def test_a_sentence_runs_as_its_own_words_do_not_as_those_it_quotes(sentence: str, way: str) -> None:
    assert tongues.framed(sentence) == way


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("وزیر خارجہ نے کہا ہے", "ur"),
        ("چهار مهندس آزاد شدند", "fa"),
        ("قال وزير الخارجية", "ar"),
        ("שר החוץ אמר", "he"),
        ("سەرۆکی هەرێم", "ckb"),
        ("The bridge is open", "und"),
        ("Мост открыт", "ru"),
        ("Міст відкрито", "uk"),
    ],
)
def test_a_few_words_look_like_the_language_of_their_letters(words: str, code: str) -> None:
    assert tongues.looks(words) == code


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("fa", ("fa",)),
        ("Persian", ("fa",)),
        (" farsi ", ("fa",)),
        ("Kurdish", ("ku", "ckb")),
        ("punjabi", ("pa", "pnb")),
        ("unknown", ("und",)),
        ("Klingon", ()),
    ],
)
def test_a_language_is_meant_by_its_code_or_its_name(asked: str, codes: tuple[str, ...]) -> None:
    assert tongues.meant(asked) == codes


def test_a_language_without_a_name_is_called_by_its_code() -> None:
    assert [tongues.name(code) for code in ("ur", "xyz", "und")] == ["Urdu", "xyz", "language not known"]


def test_quotation_marks_are_those_of_the_language() -> None:
    assert {code: tongues.marks(code)[:2] for code in ("en", "fa", "ur", "de", "ar-EG", "und")} == {
        "en": "“”",
        "fa": "«»",
        "ur": "”“",
        "de": "„“",
        "ar-EG": "«»",
        "und": "“”",
    }
