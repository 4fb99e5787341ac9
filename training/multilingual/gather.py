"""Gather all windows into one file: ``python -m training.multilingual.gather CORPORA TOKENIZER OUT.pkl.xz``.

README.md lists what ``CORPORA`` holds. Training then needs neither texts nor tokenizer.
"""

import argparse
import json
import lzma
import pickle
import random
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final

from tokenizers import Tokenizer

from reportedly.read.model.outlook import ROOTS, STATUSES
from training.multilingual import corpora, trees, windows
from training.multilingual.windows import Given
from training.statements.labelled import Document, documents, sentences_rated

EPOCHS: Final = 3  # cuts of what is cut anew
TREES: Final = {
    "fa": ("fa_seraji-ud-dev.conllu", "fa_perdt-ud-dev.conllu", "fa_perdt-ud-test.conllu"),
    "ar": ("ar_pud-ud-test.conllu",),
    "hi": ("hi_pud-ud-test.conllu",),
    "ru": ("ru_pud-ud-test.conllu",),
    "fr": ("fr_pud-ud-test.conllu",),
    "de": ("de_pud-ud-test.conllu",),
    "tr": ("tr_pud-ud-test.conllu",),
}
LANGUAGES: Final = ("fa", "ar", "ur")
MOST: Final = 900_000  # pieces of plain text a language
PREFIX: Final = "query: "  # what the body was taught to expect before a text whose meaning is asked
NEW: Final = 4  # times that a labelled text in another language is read in an epoch


FOLD: Final = 5  # of the labelled texts one in so many is held back, where asked


def labelled(folder: Path) -> list[dict[str, Any]]:
    """The texts in Persian, Arabic and Urdu with their labels."""
    found = []
    for language in LANGUAGES:
        path = folder / "labels" / f"{language}-gold.jsonl"
        found += [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return found


def given(folder: Path, tokenizer: Tokenizer, shared: Path, texts: Sequence[dict[str, Any]]) -> Given:
    """All windows to learn from; ``texts`` are the labelled ones in other languages."""
    dice = random.Random(1)  # noqa: S311  no secret hangs on it
    english = documents(shared / "attribution/train.jsonl.gz")
    certain = [sentences_rated(shared / f"certainty/{name}_train.jsonl.gz") for name in ("uw", "uds_ih2")]
    own = [Document(row["doc"], row["text"], row["statements"]) for row in texts]
    parsed = list(trees.saying_documents(folder / "raw", TREES))
    found = Given()
    for _ in range(EPOCHS):
        found.said.append(windows.said(tokenizer, english, dice))
        found.foreign.append(
            [
                *windows.whole(tokenizer, parsed),
                *windows.whole(tokenizer, own),
                *windows.said(tokenizer, own * (NEW - 1), dice),
            ]
        )
        found.rated.append([row for sentences in certain for row in windows.sure(tokenizer, sentences, dice)])
    found.taught = list(windows.taught(tokenizer, folder / "build/en-told.jsonl.gz"))
    expected = [*list(texts) * NEW, *_expected(folder / "build/expected.jsonl")]
    found.ahead = list(windows.ahead(tokenizer, expected, ROOTS, STATUSES))
    found.named = [
        *windows.named(tokenizer, _named(folder / "raw"), dice),
        *windows.mentioned(tokenizer, folder / "build/en-names.jsonl"),
    ]
    found.plain = list(windows.plain(tokenizer, _plain(folder), MOST))
    return found


def held(folder: Path, tokenizer: Tokenizer, gold: Path, texts: Sequence[dict[str, Any]]) -> dict[str, Sequence[Any]]:
    """Windows to measure on: the gold statements of each language, and of sentences, names, and translations."""
    dice = random.Random(3)  # noqa: S311
    raw = folder / "raw"
    out: dict[str, Sequence[Any]] = {}
    for language in LANGUAGES:
        rows = [json.loads(line) for line in (gold / f"languages/{language}.jsonl").read_text("utf-8").splitlines()]
        out[f"statements {language}"] = windows.whole(
            tokenizer, [Document(r["doc"], r["text"], r["statements"]) for r in rows]
        )
    out["statements en"] = windows.whole(tokenizer, documents(gold.parent / "data/attribution/dev.jsonl.gz")[:40])
    out["statements fa, trees"] = windows.whole(tokenizer, trees.documents(raw / "fa_seraji-ud-test.conllu", "fa"))
    out["statements ru"] = windows.whole(tokenizer, adaq(raw / "ru_sentences.tsv", raw / "ru_tokens.tsv"))
    anercorp = list(corpora.lines(raw / "anercorp.txt", None, ["."]))
    uner = list(corpora.marked(raw / "ner/uner.txt"))
    out["names fa"] = list(windows.named(tokenizer, corpora.lines(raw / "peyma-test.txt", "|"), dice))
    out["names ar"] = list(windows.named(tokenizer, anercorp[len(anercorp) * 4 // 5 :], dice))
    out["names ur"] = list(windows.named(tokenizer, uner[len(uner) * 4 // 5 :], dice))
    for language in LANGUAGES:
        own = [row for row in texts if row["doc"].startswith(language)]
        out[f"ahead {language}"] = list(windows.ahead(tokenizer, own, ROOTS, STATUSES))
        out[f"statements {language}, held back"] = windows.whole(
            tokenizer, [Document(r["doc"], r["text"], r["statements"]) for r in own]
        )
    for language in ("ar", "ru", "hi", "fr"):
        out[f"translations {language}"] = _translations(tokenizer, raw, language)
    return {name: rows for name, rows in out.items() if rows}


def adaq(sentences: Path, tokens: Path) -> Iterator[Document]:
    """Sentences with one statement each, its words tagged as source, cue or content."""
    tagged: dict[str, list[tuple[str, str]]] = {}
    for line in tokens.read_text("utf-8").splitlines()[1:]:
        _, word, name, _, tag = line.split("\t")
        tagged.setdefault(name, []).append((word.strip('"') or '"', tag))
    for line in sentences.read_text("utf-8").splitlines()[1:]:
        text, _, name = line.rpartition("\t")
        text = text[1:-1].replace('""', '"') if text.startswith('"') and text.endswith('"') else text
        spans: dict[str, list[list[int]]] = {"content": [], "cue": [], "source": []}
        at = 0
        for word, tag in tagged.get(name, ()):
            start = text.find(word, at)
            if start < 0:
                continue
            at = start + len(word)
            if tag in spans:
                joined = spans[tag] and start <= spans[tag][-1][1] + 1
                spans[tag][-1:] = [[spans[tag][-1][0], at]] if joined else [*spans[tag][-1:], [start, at]]
        yield Document(name, text, [spans] if spans["content"] else [])


def _translations(tokenizer: Tokenizer, raw: Path, language: str) -> list[tuple[Any, Any]]:
    sides = [
        [text for text, _ in trees.sentences(raw / f"{name}_pud-ud-test.conllu", every=True)][:300]
        for name in ("en", language)
    ]
    cut = [
        [next(windows.plain(tokenizer, [(language, text + " " * 20, True)], 10**9, few=0)) for text in side]
        for side in sides
    ]
    return list(zip(*cut, strict=True))


def _expected(path: Path) -> Iterator[dict[str, Any]]:
    """English articles, every expectation with its span."""
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        yield {"text": row["text"], "ahead": [{**one, "root": one.get("type")} for one in row["expectations"]]}


def named_parts(raw: Path) -> dict[str, list[corpora.Sentence]]:
    """Training parts with names: PEYMA without its test, four fifths of ANERcorp, UNER and Jahangir, IL-NER's own.

    Of the last only sentences in Urdu that have a name.
    """
    whole = {
        "ar": list(corpora.lines(raw / "anercorp.txt", None, ["."])),
        "ur": list(corpora.marked(raw / "ner/uner.txt")),
        "jahangir": list(corpora.lines(raw / "jahangir.txt", "\t", ["۔"])),
    }
    peyma = [one for part in ("train", "dev") for one in corpora.lines(raw / f"peyma-{part}.txt", "|")]
    return {
        "fa": peyma,
        **{name: part[: len(part) * 4 // 5] for name, part in whole.items()},
        "ilur": [one for one in corpora.lines(raw / "ilur-train.txt", "\t") if any(tag != "O" for tag in one.tags)],
    }


def _named(raw: Path) -> Iterator[corpora.Sentence]:
    """What the body itself learns names from: the same, and Hindi."""
    yield from chain.from_iterable(named_parts(raw).values())
    yield from (one for one in corpora.lines(raw / "ilhi-train.txt", "\t") if any(tag != "O" for tag in one.tags))


def _plain(folder: Path) -> Iterator[tuple[str, str, bool]]:
    """Unlabelled news: headlines with leads of every language, then whole articles."""
    rows = [
        (path.stem[-2:], json.loads(line)["text"])
        for path in sorted(folder.glob("pool-*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    english = [
        ("en", json.loads(line)["text"]) for line in (folder / "build/en-texts.jsonl").read_text("utf-8").splitlines()
    ]
    dice = random.Random(2)  # noqa: S311
    dice.shuffle(rows)
    dice.shuffle(english)
    for language, text in chain(rows, english):
        yield language, " ".join(text.split()[:60]), True
    for language, text in rows:
        yield language, text, False


def main() -> None:
    """Gather, and say how much there is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--shared", type=Path, required=True, help="the folder of development sets")
    parser.add_argument(
        "--held", action="store_true", help="hold one in five of the labelled texts back, to measure on"
    )
    asked = parser.parse_args()
    tokenizer = windows.tokenizing(asked.tokenizer)
    texts = labelled(asked.corpora)
    back = texts[::FOLD] if asked.held else []
    found = given(asked.corpora, tokenizer, asked.shared, [text for text in texts if text not in back])
    measured = held(asked.corpora, tokenizer, asked.shared.parent / "gold", back)
    for name, rows in vars(found).items():
        parts = rows if rows and isinstance(rows[0], list) else [rows]
        print(name, [len(part) for part in parts], sum(len(row.window.pieces) for row in parts[0]), "pieces")
    print({name: len(rows) for name, rows in measured.items()})
    prefix = tokenizer.encode(PREFIX, add_special_tokens=False).ids
    with lzma.open(asked.out, "wb", preset=3) as out:
        pickle.dump((slim(found), measured, prefix), out, protocol=5)


def slim(found: Given) -> Given:
    """The same without the places of pieces, which training does not ask."""
    for rows in [*found.said, *found.foreign, *found.rated, found.taught, found.ahead, found.named, found.plain]:
        for row in rows:
            row.window.places.clear()
            object.__setattr__(row.window, "pieces", _small(row.window.pieces))
    return found


def _small(pieces: Any) -> Any:
    import numpy as np  # noqa: PLC0415

    return np.array(pieces, np.uint32)


if __name__ == "__main__":
    main()
