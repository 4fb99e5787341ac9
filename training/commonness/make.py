"""How common words are in news: ``python -m training.commonness.make`` writes the table for ``likeness.commonness``.

Of each language the words that at least one headline and lead in five hundred would hold by their general frequency,
as stems, with that share. Where languages of one script have the same word, the larger share counts.
"""

from collections import Counter
from pathlib import Path

import wordfreq

from reportedly.likeness import telling

LANGUAGES = ("en", "fa", "ar", "ur", "he", "ru")
WORDS = 40  # of a headline and lead
LEAST = 0.002  # a word in fewer of them weighs as much as one that is not listed
MOST_COMMON = 6_000  # words of a language looked at; beyond them none is common enough
TABLE = Path(__file__).parents[2] / "src/reportedly/likeness/data/commonness.tsv"


def shares(language: str) -> dict[str, float]:
    """The share of headlines with leads that hold each stem."""
    frequency = Counter[str]()
    for word in wordfreq.top_n_list(language, MOST_COMMON):
        for stem in telling(word):
            frequency[stem] += wordfreq.word_frequency(word, language)
    found = {stem: 1 - (1 - often) ** WORDS for stem, often in frequency.items()}
    return {stem: share for stem, share in found.items() if share >= LEAST}


def main() -> None:
    """Write the table."""
    table: dict[str, float] = {}
    for language in LANGUAGES:
        for stem, share in shares(language).items():
            table[stem] = max(share, table.get(stem, 0.0))
    head = "# The share of headlines with leads that hold a stem (wordfreq 3.1.1, CC BY-SA 4.0; training/commonness)."
    rows = (f"{stem}\t{share:.3f}" for stem, share in sorted(table.items()))
    TABLE.write_text("\n".join([head, *rows]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
