"""What the words of a phrase tell, slot by slot."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reportedly.read.days.value import Here, Value
from reportedly.read.multilingual.times.vocabulary import Vocabulary


@dataclass(frozen=True)
class Told:
    """``told[slot]`` is what the words of a slot mean, or what the table tells for it; None where nothing does."""

    match: re.Match[str]
    words: Vocabulary
    given: Mapping[str, Any]
    here: Here
    before: Value | None = None

    def __getitem__(self, slot: str) -> Any:
        """The meaning of a slot."""
        if slot in self.given:
            return self.given[slot]
        words = self.match[slot] if slot in self.match.re.groupindex else None
        return self.words.value(slot, words) if words else None

    @cached_property
    def whole(self) -> Value | None:
        """The longer time that the phrase takes a part of: named just before it, or by the words behind it."""
        if self.before is not None:
            return self.before
        if "whole" in self.match.re.groupindex:
            return self.here.inner(self.match.end() + self.match.string.startswith(" ", self.match.end()))
        return None

    @property
    def wants_whole(self) -> bool:
        """Whether the phrase is none without the longer time behind it."""
        return "whole" in self.match.re.groupindex

    @property
    def number(self) -> float | None:
        """How many; one where a unit stands alone, two where it is told by the unit's own form; and a half."""
        number: float | None = 2.0 if self["two"] else self["number"]
        return (1.0 if number is None else number) + (0.5 if self["half"] else 0.0)

    @property
    def unit(self) -> str | None:
        """The unit counted."""
        units = (self[slot] for slot in ("two", "one", "the", "unit", "units"))
        return next((unit for unit in units if unit), None)
