"""Article in, reading out: language, sentences, entities, times, places, statements, events, expectations."""

from reportedly.read.grammar import spacy_alone

spacy_alone.load()
