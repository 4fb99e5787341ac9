"""What is near is what it plainly is, however many are laid beside each other."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly.followups.announced import followup_id
from reportedly.followups.enough import SHORT, elsewhere, enough, state_of
from reportedly.followups.features import about_weights, topic_weights, weights
from reportedly.followups.near import OF_ONE, OF_TOPIC, REPEATED, Near, all_near, near, telling
from reportedly.followups.windows import has_day
from reportedly.likeness import cosine
from reportedly.records import Announcement, Sighting
from tests.pages_of_news import PAGES, PEOPLE, SENTENCES, START, sightings

TOPICS = st.sets(st.sampled_from(("mole", "ferry", "treaty", "glasshous", "flood")), max_size=4).map(
    lambda words: tuple(sorted(words))
)
A_DAY = timedelta(days=1)
LANDS = st.sampled_from(((), ("NO",), ("SE",), ("NO", "SE")))


def announced(seen: Sighting, n: int) -> Announcement:
    own = followup_id(seen)
    return Announcement(own, own, seen.article_url, seen.published or START, n, seen)


def plainly(known: Announcement, later: Sighting) -> Near | None:
    """How near, in the plainest words."""
    first, state = known.sighting, state_of(later)
    a, b = weights(first), weights(later)
    shared = sorted(a.keys() & b.keys())
    words = sum(a[feature] * b[feature] for feature in shared)
    likeness, needed = (
        words + OF_TOPIC * cosine(topic_weights(first), topic_weights(later)),
        enough(first, later, state),
    )
    says_little = len(shared) < 3 and not any(feature.startswith("@") for feature in shared)
    common = set(first.words) & set(later.words)
    repeats = words >= REPEATED and len(common) >= REPEATED * max(len(set(first.words)), len(set(later.words)))
    context = cosine(about_weights(first), about_weights(later))
    ours, theirs = ({each for each in some if each.startswith("@")} for some in (a, b))
    anothers = bool(later.actors and ours and theirs) and not ours & theirs
    anothers = anothers or bool(first.acts and later.acts and not set(first.acts) & set(later.acts))
    changed = state in {"moved", "cancelled", "denied"}
    of_one = context >= OF_ONE and has_day(first.window) and not (changed and anothers)
    if first.article == later.article or ((says_little or likeness < needed - SHORT) and not of_one):
        return None
    if (state == "happened" and elsewhere(first, later)) or (state in {None, "happened"} and repeats):
        return None
    return Near(likeness - SHORT - (needed - SHORT), likeness, known, state, later, context if of_one else None)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(SENTENCES), TOPICS, LANDS), min_size=1, max_size=4),
    st.lists(st.tuples(PAGES, TOPICS, LANDS), min_size=1, max_size=4),
)
def test_side_by_side_all_are_as_near_as_one_by_one(
    ahead: list[tuple[str, str, tuple[str, ...], tuple[str, ...]]],
    pages: list[tuple[tuple[str, int | None, list[tuple[object, ...]]], tuple[str, ...], tuple[str, ...]]],
) -> None:
    known = []
    for n, (who, said, topic, lands) in enumerate(ahead):
        (seen,) = sightings(f"https://ahead{n}.example/", 0, [("ahead", who, said, 10, "day")])
        known.append(announced(replace(seen, topic=topic, about=topic[::2], lands=lands), n))
    later = [
        replace(one, topic=topic, about=topic[1:], lands=lands, published=one.published and one.published + A_DAY)
        for page, topic, lands in pages
        for one in sightings(*page)
    ]
    pairs = [(first, one) for one in telling(later) for first in known]
    one_by_one = [plainly(first, one) for first, one in pairs]
    assert list(all_near([(one, known) for one in telling(later)])) == [found for found in one_by_one if found]
    assert [near(first, one) for first, one in pairs] == one_by_one
