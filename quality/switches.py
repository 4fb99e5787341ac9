"""Switching rules off while something is measured: functions, values and words of a table, put back afterwards.

A function is replaced wherever a module of the package holds it, also under the name it was imported by. ``watched``
tells on the way which function had a say at all: a page on which a rule never spoke reads the same without it.
"""

import functools
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from operator import attrgetter
from typing import Any

PACKAGE = "reportedly"
Path = str  # module:name, as in an entry point
Note = Callable[[], None]


def value(path: Path) -> Any:
    """What a path of the form ``module:name`` names."""
    module, _, name = path.partition(":")
    return attrgetter(name)(import_module(module))


@contextmanager
def replaced(path: Path, stand_in: object) -> Iterator[None]:
    """Put ``stand_in`` in the place of what the path names, in every module of the package that holds it."""
    before = value(path)
    with ExitStack() as undo:
        for module, name in [*_holders(before), *_owner(path)]:
            setattr(module, name, stand_in)
            undo.callback(setattr, module, name, before)
        yield


def _holders(thing: object) -> Iterator[tuple[Any, str]]:
    for name, module in list(sys.modules.items()):
        if module is not None and name.split(".")[0] == PACKAGE:
            yield from ((module, held) for held, other in list(vars(module).items()) if other is thing)


def _owner(path: Path) -> Iterator[tuple[Any, str]]:
    """The class of a method, with its name."""
    owner, _, name = path.rpartition(".")
    if ":" in owner:
        yield value(owner), name


@contextmanager
def edited(rows: dict[str, Any], key: str, content: object) -> Iterator[None]:
    """Put ``content`` in the place of one entry of a table that is read once a process."""
    before = rows[key]
    rows[key] = content
    forget()
    try:
        yield
    finally:
        rows[key] = before
        forget()


KEPT = ("model", "load", "table", "_index", "gazetteer")  # what costs seconds to make again, and rests on no word list


def forget() -> None:
    """Empty the caches that were made of tables."""
    for name, module in list(sys.modules.items()):
        if name.startswith(f"{PACKAGE}.read.") and ".read.model" not in name and "gazetteer" not in name:
            for held, thing in list(vars(module).items()):
                if hasattr(thing, "cache_clear") and held not in KEPT:
                    thing.cache_clear()


@contextmanager
def watched(path: Path, off: Callable[..., object], note: Note) -> Iterator[None]:
    """Call ``note`` each time the function gives something else than ``off`` would."""
    spoken = value(path)

    @functools.wraps(spoken)
    def listening(*args: Any, **named: Any) -> Any:
        given = spoken(*args, **named)
        given = list(given) if inspect.isgenerator(given) else given
        if given != _whole(off(*args, **named)):
            note()
        return iter(given) if isinstance(given, list) and inspect.isgeneratorfunction(spoken) else given

    with replaced(path, listening):
        yield


def _whole(given: object) -> object:
    return list(given) if isinstance(given, Iterator) else given
