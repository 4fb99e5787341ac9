"""How well articles are grouped: ``python -m quality.stories GOLD.jsonl STORIES.jsonl [COPIES.tsv]``.

GOLD holds an item a line (``url``, ``story``, ``near``: stories an editor might merge with it); STORIES is what
``reportedly stories --format jsonl`` prints. Pairwise counts pairs of items put together; BCubed (Bagga and Baldwin
1998) averages over items; ``lenient`` leaves pairs across near stories out.

COPIES names pairs of articles and whether one is a copy of the other, or has a part of it. ``copy`` asks whether both
have one originator; ``copy_or_partial`` also takes pairs where one names the other in its ``shares``. (One answer for
both questions cannot be right for both: a pair that shares a part would have to be called a copy, or missed.)
"""

import csv
from itertools import combinations
from pathlib import Path

from quality import rows
from quality.measure import Prf, prf, prf_of

COPIES = {"copy": frozenset({"copy"}), "copy_or_partial": frozenset({"copy", "partial"})}


def score(gold: Path, stories: Path, copies: Path | None = None) -> dict[str, Prf | int]:
    """Pairwise, BCubed, lenient BCubed, how many items are in no story, and copies where a file of them is given."""
    wanted = {row["url"]: row for row in rows.load(gold)}
    printed = rows.load(stories)
    placed = {article["url"]: story["story"] for story in printed for article in story["articles"]}
    mine = {url: placed.get(url, f"alone {url}") for url in wanted}
    theirs = {url: row["story"] for url, row in wanted.items()}
    figures: dict[str, Prf | int] = {
        "pairwise": _pairwise(mine, theirs),
        "bcubed": _bcubed(wanted, mine, lenient=False),
        "lenient": _bcubed(wanted, mine, lenient=True),
        "missing": sum(url not in placed for url in wanted),
    }
    return figures if copies is None else {**figures, **_copies(copies, printed)}


def _pairwise(mine: dict[str, str], theirs: dict[str, str]) -> Prf:
    pairs = list(combinations(mine, 2))
    put = {pair for pair in pairs if mine[pair[0]] == mine[pair[1]]}
    should = {pair for pair in pairs if theirs[pair[0]] == theirs[pair[1]]}
    return prf(len(put & should), len(put), len(should))


def _bcubed(wanted: dict[str, rows.Row], mine: dict[str, str], *, lenient: bool) -> Prf:
    precision = recall = 0.0
    for url, row in wanted.items():
        should = {other for other, its in wanted.items() if its["story"] == row["story"]}
        put = {other for other in wanted if mine[other] == mine[url] and not (lenient and _near(wanted[other], row))}
        precision += len(put & should) / len(put)
        recall += len(put & should) / len(should)
    return prf_of(precision / len(wanted), recall / len(wanted))


def _near(one: rows.Row, other: rows.Row) -> bool:
    return one["story"] in other.get("near", ()) or other["story"] in one.get("near", ())


def _copies(path: Path, printed: list[rows.Row]) -> dict[str, Prf]:
    articles = {article["url"]: article for story in printed for article in story["articles"]}
    with path.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file, delimiter="\t"))
    told = [(articles.get(pair["url_a"], {}), articles.get(pair["url_b"], {})) for pair in pairs]
    copied = [_is_copy(*both) for both in told]
    answers = {"copy": copied, "copy_or_partial": [a or _is_part(*both) for a, both in zip(copied, told, strict=True)]}
    scores = {}
    for name, labels in COPIES.items():
        asked = [pair["label"] in labels for pair in pairs]
        right = sum(a and b for a, b in zip(answers[name], asked, strict=True))
        scores[name] = prf(right, sum(answers[name]), sum(asked))
    return scores


def _is_copy(one: rows.Row, other: rows.Row) -> bool:
    taken = any(a.get("copy_of") == b.get("url", "") for a, b in ((one, other), (other, one)))
    return taken or bool(one.get("originator") and one["originator"] == other.get("originator"))


def _is_part(one: rows.Row, other: rows.Row) -> bool:
    return any(share["of"] == b.get("url") for a, b in ((one, other), (other, one)) for share in a.get("shares", ()))


if __name__ == "__main__":
    from quality.show import main

    main(score)
