"""How often something is tried: a few times with all other tests, as often as is promised by ``make thorough``."""

import os

THOROUGH = bool(os.environ.get("REPORTEDLY_THOROUGH"))


def rounds(few: int, many: int) -> int:
    """``many`` where all is to be tried that is promised, else ``few``."""
    return many if THOROUGH else few
