"""An imprint in the extension of a report, and back: the sketch as letters, for not all JSON has such large numbers."""

import base64
import struct
from datetime import date
from typing import Final

import msgspec

from reportedly.errors import BadInput
from reportedly.exchange.stix.extension import Object
from reportedly.records import SKETCHED, Imprint

LONGEST: Final = 500  # characters of a name
MOST: Final = 50  # names
_BYTES: Final = 8


def written(imprint: Imprint) -> Object:
    """The imprint as JSON."""
    told: Object = msgspec.to_builtins(imprint)
    told["sketch"] = base64.b64encode(struct.pack(f"<{len(imprint.sketch)}Q", *imprint.sketch)).decode("ascii")
    return {name: value for name, value in told.items() if value not in (None, "", [], ())}


def read(told: object) -> Imprint:
    """The imprint that a report came with; raises ``BadInput`` where it has none that can be."""
    if not isinstance(told, dict):
        raise BadInput("a report has no imprint: by what is it to be counted?")
    try:
        sketch = base64.b64decode(str(told.get("sketch", "")), validate=True)
        numbers = struct.unpack(f"<{len(sketch) // _BYTES}Q", sketch)
        found = msgspec.convert({**told, "sketch": numbers, **_absent(told)}, Imprint, strict=False)
    except (ValueError, struct.error, msgspec.ValidationError) as error:
        raise BadInput(f"the imprint of a report cannot be read: {error}") from error
    _check(found)
    return found


def _absent(told: Object) -> Object:
    """What stands for nothing where it was left out."""
    nothing: Object = {"name": None, "owner": None, "country": None, "day": None, "at": None}
    return {name: value for name, value in nothing.items() if name not in told}


def _check(found: Imprint) -> None:
    names = (found.outlet, found.home, found.name or "", found.owner or "", *found.credits, *found.leans)
    if max(map(len, names)) > LONGEST or len(found.credits) > MOST or len(found.leans) > MOST:
        raise BadInput(f"an imprint has {MOST} names of {LONGEST} letters at most")
    if len(found.sketch) > SKETCHED or found.grams < len(found.sketch) or list(found.sketch) != sorted(found.sketch):
        raise BadInput("the sketch of an imprint is not as a desk makes it")
    if found.day and not date(1400, 1, 1) <= found.day <= date(2200, 1, 1):
        raise BadInput(f"{found.day} is no day on which an article came out")
