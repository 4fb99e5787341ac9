"""What the English outlook says of English text, as something to learn from.

``python -m training.multilingual.taught TEXTS.jsonl OUT.jsonl.gz``: lines of ``text`` in; out comes, for each place of
a word piece in it, what the outlook says.
"""

import argparse
import gzip
import json
from pathlib import Path

import numpy as np

from reportedly.read.model import batches, windows
from reportedly.read.model.graphs import load
from training.statements.labelled import paragraphs

STEP = 8  # a number of the outlook is kept in eighths


def main() -> None:
    """Read the texts, write what the outlook says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    model = load()
    with gzip.open(asked.out, "wt", encoding="utf-8") as out:
        for line in asked.texts.read_text("utf-8").splitlines():
            text = json.loads(line)["text"]
            cut = list(windows.by_paragraph(model.tokenizer, text, paragraphs(text)))
            places, numbers = [], []
            for batch in batches.by_size(cut, lambda window: len(window.pieces)):
                told = model.encode([window.pieces for window in batch]).events
                for window, of_window in zip(batch, told, strict=True):
                    kept = [n for n, place in enumerate(window.places) if place != windows.NOWHERE]
                    places += [window.places[n] for n in kept]
                    numbers.append(np.clip(np.rint(of_window[kept] * STEP), -127, 127).astype(np.int8))
            rows = np.concatenate(numbers).tolist() if numbers else []
            out.write(json.dumps({"text": text, "places": places, "told": rows}) + "\n")


if __name__ == "__main__":
    main()
