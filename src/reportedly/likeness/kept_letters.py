"""How much of two short words is the same, in their order: by edits, and by letters in common."""

from functools import lru_cache


@lru_cache(maxsize=50_000)
def by_edits(one: str, other: str) -> float:
    """1 less the share of letters that are to be changed, left out or put in (Levenshtein); 1 for two empty words."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, its in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != its))
    return 1 - row[-1] / max(len(one), len(other), 1)


@lru_cache(maxsize=50_000)
def in_common(one: str, other: str) -> float:
    """The share of the letters of both that the longest row has which stands in both (Indel); 1 for two empty words."""
    row = [0] * (len(other) + 1)
    for letter in one:
        before = 0
        for j, its in enumerate(other, 1):
            before, row[j] = row[j], before + 1 if letter == its else max(row[j], row[j - 1])
    return 2 * row[-1] / (len(one) + len(other)) if one or other else 1.0
