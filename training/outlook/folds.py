"""What the encoder says of articles it has not seen: ``python -m training.outlook.folds OUT.npz --fold 0 ...``.

Further arguments are those of ``training.outlook.train``.
Articles with labelled events are dealt to five folds by their address; the model learns from all others and from all
other kinds of label, and the logits of the held ones are written, those of each article under its address.
"""

import hashlib
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from reportedly.read.model.windows import by_paragraph
from training.outlook.model import Told
from training.outlook.train import Given, arguments, given, trained
from training.statements import train as statements
from training.statements.train import DEVICE, padded, tokenizing

FOLDS = 5


def fold(url: str) -> int:
    """Of which fold an article is."""
    return int(hashlib.sha256(url.encode()).hexdigest(), 16) % FOLDS


@torch.no_grad()
def logits(tagger: Told, article: dict[str, Any], tokenizer: Tokenizer) -> tuple[np.ndarray, np.ndarray]:
    """Places (pieces, 2) and logits (pieces, width) of an article's pieces."""
    places, found = [], []
    windows = list(by_paragraph(tokenizer, article["text"], [(a, b) for a, b in article["paragraphs"]]))
    windows.sort(key=lambda window: len(window.pieces))
    for i in range(0, len(windows), 32):
        part = windows[i : i + 32]
        pieces = torch.from_numpy(padded([np.array(w.pieces) for w in part], max(len(w.pieces) for w in part), 0)).to(
            DEVICE
        )
        states = tagger.states(tagger.words(pieces), (pieces != 0).long())
        out = tagger.events(states).float().cpu().numpy()
        for window, one in zip(part, out, strict=True):
            real = [j for j, place in enumerate(window.places) if place[0] >= 0]
            places += [window.places[j] for j in real]
            found += list(one[real])
    order = sorted(range(len(places)), key=lambda j: places[j])
    width = found[0].shape if found else (29,)
    return np.array([places[j] for j in order], np.int32).reshape(-1, 2), np.array(
        [found[j] for j in order], np.float16
    ).reshape(-1, *width)


def main() -> None:
    """Train without a fold, and write what is said of it."""
    parser = arguments(__doc__)
    parser.add_argument("--fold", type=int, required=True)
    asked = parser.parse_args()
    statements.begin(asked)
    every = given(asked)
    held = [article for article in every.events if "url" in article and fold(article["url"]) == asked.fold]
    urls = {article["url"].removeprefix("polnear:") for article in held}
    kept = [article for article in every.events if "url" not in article or fold(article["url"]) != asked.fold]
    tagger = trained(Given(kept, [each for each in every.statements if each.name not in urls], every.sentences), asked)
    tokenizer, out = tokenizing(), {}
    for article in held:
        out[article["url"] + "|p"], out[article["url"] + "|l"] = logits(tagger, article, tokenizer)
    np.savez_compressed(asked.out, **out)


if __name__ == "__main__":
    main()
