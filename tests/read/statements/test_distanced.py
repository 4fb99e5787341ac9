"""Words held at arm's length."""

import pytest

from tests.read.reading_of import reading, words


@pytest.mark.parametrize(
    ("text", "distanced"),
    [
        ("The army closed the “safe road” on Monday.", ["safe road"]),
        ("The so-called safe road was closed.", ["safe road"]),
        ("Sources said the army would shell “bandit camps” at night.", ["bandit camps"]),
        ("The union condemned the ban as a “cruel joke”.", []),
        ("“We shall all stay here,” the mayor said.", []),
    ],
)
def test_distanced(text: str, distanced: list[str]) -> None:
    got = reading(text)
    assert [words(got, span) for span in got.distanced] == distanced
