"""However much an article counts and however many tell a story, what is kept and told stays small."""

from datetime import date

from msgspec.structs import replace

from reportedly.stories import disagreements, gist
from reportedly.stories.disagreements import finding
from reportedly.stories.figures.finding import MOST
from tests.newsroom import VAREN, written


def test_what_is_kept_of_an_article_and_told_of_a_story_is_bounded() -> None:
    counts = " ".join(f"{n} people were killed and {n + 1} injured at mill {n}." for n in range(2, 200))
    one = written(VAREN, "x", f"A year of mills\n\n{counts}", date(2031, 5, 1))
    assert one.reading is not None
    kept = gist(one.reading)
    assert len(kept.figures) == MOST
    many = [
        replace(kept, article=f"a{i}", url=f"https://varen.example/{i}", figures=kept.figures[i:]) for i in range(90)
    ]
    told = disagreements(many)
    assert len(told) <= finding.MOST
    assert all(len(one.told) <= finding.TOLD for one in told)


def test_articles_of_one_text_disagree_on_nothing() -> None:
    one = written(VAREN, "x", "Fire at the mill\n\nNine people were killed and 12 injured.", date(2031, 5, 1))
    assert one.reading is not None
    same = gist(one.reading)
    assert disagreements([replace(same, article=f"a{i}", url=f"u{i}") for i in range(200)]) == ()
