"""How well persons named in several scripts are found to be one: ``python -m quality.names_across``.

The table (``names_across.tsv`` beside this file) holds 60 public figures as papers of five languages write them, some
with a family name in common. All names stand on one desk. Of each two names in two languages it is asked whether the
desk takes them for one. Pairs that are wrong or missed are listed.
"""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from quality.measure import Prf, prf
from reportedly.ledger.joining.links import links
from reportedly.likeness import full_names

TABLE = Path(__file__).with_name("names_across.tsv")
HANDS = ("latin", "persian", "arabic", "urdu", "cyrillic")
Name = tuple[int, str]
"""Which figure, and the hand in which it is written."""


def figures(table: Path = TABLE) -> dict[Name, str]:
    """The names of the table."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {(n, hand): name for n, row in enumerate(rows) for hand, name in zip(HANDS, row, strict=False) if name}


def measure(table: Path = TABLE) -> tuple[Prf, list[str]]:
    """Precision, recall and F1 of the pairs, and a line for each that is wrong or missed."""
    names = figures(table)
    found = set(_one(names))
    wanted = {(a, b) for a, b in combinations(sorted(names), 2) if a[0] == b[0]}
    lines = [f"taken for one: {names[a]}, {names[b]}" for a, b in sorted(found - wanted)]
    lines += [f"missed: {names[a]}, {names[b]}" for a, b in sorted(wanted - found)]
    return prf(len(found & wanted), len(found), len(wanted)), lines


def _one(names: dict[Name, str]) -> Iterator[tuple[Name, Name]]:
    """The pairs that end up as one, in whatever number of steps."""
    ids = {f"{n}-{hand}": (n, hand) for n, hand in names}
    known = {own: {at[1]: names[at]} for own, at in ids.items()}
    keys = {own: set(full_names.keys(names[at])) for own, at in ids.items()}
    like: dict[str, dict[str, float]] = {own: {} for own in ids}
    for a, b in combinations(sorted(ids), 2):
        if ids[a][1] != ids[b][1] and keys[a] & keys[b]:
            score = full_names.likeness(names[ids[a]], names[ids[b]])
            if score >= full_names.ALIKE - full_names.CLEAR:
                like[a][b] = like[b][a] = score
    part = {own: {own} for own in ids}
    for a, b in links(known, like):
        whole = part[a] | part[b]
        part.update(dict.fromkeys(whole, whole))
    for every in {frozenset(one) for one in part.values()}:
        yield from combinations(sorted(ids[own] for own in every), 2)


if __name__ == "__main__":
    scored, listed = measure()
    print("\n".join(listed))
    print(f"precision {scored.p} %, recall {scored.r} %, F1 {scored.f1} %")
