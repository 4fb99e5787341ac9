"""Who sits at the machine, as far as it knows."""

import getpass


def user() -> str:
    """The user's name; empty where their number has none, as in many a container."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # what it raises depends on the version of Python and the system
        return ""
