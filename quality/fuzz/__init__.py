"""Whether any document, however broken, ends a stage: ``python -m quality.fuzz --mutants 60000``.

Documents of every kind that comes from outside are broken at random, the same for the same seed, and handed in at the
door by which their kind comes in. A door must answer with what it read or with words on why it did not, within seconds.
"""
