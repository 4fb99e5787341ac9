"""How good the reader is: a scorer for each kind of gold set, floors that are pinned, and the gate that keeps them.

The gold sets themselves are not part of the project. Each scorer can be run alone, on gold and readings::

    python -m quality.attribution GOLD.jsonl[.gz] READINGS.jsonl

``python -m quality.gate`` runs all of them on the sets at hand and compares with ``floors.toml``.
"""
