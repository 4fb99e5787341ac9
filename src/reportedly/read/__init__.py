"""Article in, reading out: language, sentences, entities, times, places, statements, events, expectations."""
