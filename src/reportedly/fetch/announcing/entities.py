"""XML that multiplies: entities made of entities ("billion laughs") are refused before any parser sees them."""

import re

MOST = 500
LONGEST = 1_000
_NAMED = re.compile(r"""<!ENTITY\s+(?:%\s+)?[^\s"'>]{1,200}\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_INNER = re.compile(r"&(?!#)|%\w")


def refusal(text: str) -> str | None:
    """Why an XML document is not parsed; None where it may be: the plain entities that honest feeds name do no harm.

    Entities that stand for a file or an address are not looked at here: no parser in this package loads them.
    """
    if "<!ENTITY" not in text[:1_000_000].upper():
        return None
    values = [entity.group(1) or entity.group(2) or "" for entity in _NAMED.finditer(text)]
    if len(values) > MOST or any(_INNER.search(value) or len(value) > LONGEST for value in values):
        return "its entities are made to multiply (as in a 'billion laughs' attack): not read"
    return None
