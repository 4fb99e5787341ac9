"""How the gazetteer spells a name."""

import unicodedata


def spelled(name: str) -> str:
    """A name as the gazetteer spells it: without marks, not in capitals throughout."""
    folded = unmarked(name).replace("’", "'")
    return folded.title() if folded.isupper() and len(folded) > 3 else folded  # noqa: PLR2004 KP, UAE are no shouted words


def unmarked(text: str) -> str:
    """A text without the marks on its letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
