"""A full name as it is where it is no object of a sentence: Владимиром Путиным is Владимир Путин."""

from reportedly.read.multilingual.names.roll import Roll


def first(roll: Roll, start: int, end: int, name: str) -> str:
    """The name without its endings, where its given name is known and the family name's ending goes with that."""
    words = name.split()
    form = roll.given(start)
    given = roll.tables.given.get(form or "")
    if given is None or end - start != len(words) or len(words) < 2 or roll.key(start) in roll.tables.given:  # noqa: PLR2004 given and family
        return name
    for case in roll.tables.cases:
        if case.gender == given.gender and words[0].endswith(case.given):
            for ending, without in case.family:
                if words[-1].endswith(ending):
                    return " ".join((given.name, *words[1:-1], words[-1].removesuffix(ending) + without))
            return " ".join((given.name, *words[1:]))
    return name
