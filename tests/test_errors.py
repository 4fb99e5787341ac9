import re

import pytest

from reportedly import errors
from reportedly.errors import ReportedlyError


def classes(of: type[ReportedlyError] = ReportedlyError) -> list[type[ReportedlyError]]:
    return [of, *(deeper for sub in of.__subclasses__() for deeper in classes(sub))]


@pytest.mark.parametrize("error", classes(), ids=[error.__name__ for error in classes()])
def test_the_drawn_tree_names_each_class_with_its_exit_code(error: type[ReportedlyError]) -> None:
    drawn = re.search(rf"\b{error.__name__} +(exit code )?(\d)", errors.__doc__ or "")
    assert drawn
    assert int(drawn.group(2)) == error.exit_code


def test_a_shell_can_tell_every_family_apart() -> None:
    families: list[type[ReportedlyError]] = [ReportedlyError, *ReportedlyError.__subclasses__()]
    assert len({family.exit_code for family in families}) == len(families)
