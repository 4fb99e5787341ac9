"""How the gazetteer spells a name."""

import unicodedata


def spelled(name: str) -> str:
    """A name as the gazetteer spells it: without marks, not in capitals throughout."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).replace("’", "'")
    return folded.title() if folded.isupper() and len(folded) > 3 else folded  # noqa: PLR2004 KP, UAE are no shouted words
