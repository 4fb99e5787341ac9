"""Reuse: copies whole and edited, parts that are shown, background and formulas that are neither, and who was first."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportedly.records import FirstRevision, Gist, Share
from reportedly.stories import group
from reportedly.stories.blocks import Overlap, overlap
from reportedly.stories.copies import WINDOW, Printed
from reportedly.stories.held import COMPARED, SIGNATURE
from reportedly.stories.order import by_day
from reportedly.stories.shingles import shingles
from tests.stories.reused import reuse

DAY = date(2031, 5, 4)


def prose(seed: int, words: int) -> str:
    """Words that no other seed has, in sentences of sixteen."""
    dice = random.Random(seed)
    drawn = [f"w{seed}x{dice.randrange(10_000)}" for _ in range(words)]
    return ". ".join(" ".join(drawn[at : at + 16]) for at in range(0, words, 16))


def edited(text: str, every: int) -> str:
    """The text with each so-manyth word replaced."""
    return " ".join(f"new{i}" if i % every == every - 1 else word for i, word in enumerate(text.split()))


def gist(
    name: str,
    body: str,
    *,
    outlet: str = "",
    day: int = 0,
    owner: str | None = None,
    credits: tuple[str, ...] = (),  # noqa: A002 - the record's own name
) -> Gist:
    return Gist(
        article=f"a-{name}",
        url=f"https://{outlet or name}.example/{name}",
        outlet=outlet or name,
        owner=owner,
        published=DAY + timedelta(day),
        headline=name,
        shingles=shingles(body),
        words=(),
        places=(),
        people=(),
        credits=credits,
    )


def found(*gists: Gist) -> tuple[dict[str, str], dict[str, tuple[Share, ...]]]:
    """Copies with their originals, and parts, by name."""
    names, reused = {gist.url: gist.headline or "" for gist in gists}, reuse(gists)
    return (
        {names[later]: names[earlier] for later, earlier in reused.originals.items()},
        {names[later]: shares for later, shares in reused.shares.items()},
    )


def test_a_text_with_every_tenth_word_changed_is_a_copy() -> None:
    text = prose(1, 200)
    assert found(gist("wire", text), gist("daily", edited(text, 10), day=1)) == ({"daily": "wire"}, {})


def test_paragraphs_in_another_order_are_a_copy() -> None:
    text, more = prose(1, 90), prose(2, 90)
    copied, _ = found(gist("wire", f"{text} {more}"), gist("daily", f"{more} {text}", day=1))
    assert copied == {"daily": "wire"}


def test_a_part_is_shown_with_how_much_of_the_text_it_is_and_nobody_is_laid_together() -> None:
    part = prose(1, 80)
    wire, daily = gist("wire", part), gist("daily", f"{prose(2, 160)} {part} {prose(3, 160)}", day=1)
    assert found(wire, daily) == ({}, {"daily": (Share(wire.url, 0.2),)})
    stories = group([wire, daily])
    assert len(stories) == 2
    assert [a.shares for s in stories for a in s.articles if a.article == "a-daily"] == [(Share(wire.url, 0.2),)]


def test_a_sentence_or_a_quotation_in_common_is_no_part() -> None:
    quote = prose(1, 24)
    assert found(gist("wire", f"{prose(2, 90)} {quote}"), gist("daily", f"{quote} {prose(3, 90)}")) == ({}, {})


def test_what_a_house_prints_again_days_later_is_background_and_no_news_shared() -> None:
    background = prose(1, 60)
    first = gist("quake", f"{background} {prose(2, 20)}", outlet="east", owner="Vell Media")
    later = gist("fire", f"{prose(3, 30)} {background}", outlet="west", owner="Vell Media", day=6)
    assert found(first, later) == ({}, {})
    assert found(first, gist("fire", f"{prose(3, 30)} {background}", day=6))[1]


def test_background_that_both_have_makes_no_part_of_two_stories() -> None:
    background = prose(1, 60)
    old = gist("old", f"{prose(4, 60)} {background}", outlet="daily", day=-5)
    ours = gist("ours", f"{prose(2, 90)} {background}", outlet="daily")
    theirs = gist("theirs", f"{prose(3, 90)} {background}", outlet="weekly", day=1)
    assert "theirs" in found(ours, theirs)[1]
    assert ours.url not in [share.of for share in found(old, ours, theirs)[1].get("theirs", ())]


def test_an_old_body_under_a_new_lead_is_a_copy() -> None:
    body = prose(1, 300)
    first = gist("march", f"{prose(2, 20)} {body}", outlet="daily")
    copied, _ = found(first, gist("april", f"{prose(3, 20)} {body}", outlet="daily", day=6))
    assert copied == {"april": "march"}


def test_formulas_of_a_house_with_other_facts_are_no_copy() -> None:
    readout = prose(1, 96)
    first, second = edited(readout, 12), edited(readout, 12).replace("new", "other")
    assert found(gist("call", first, outlet="daily"), gist("visit", second, outlet="daily"))[0] == {}
    assert found(gist("call", first, outlet="wire"), gist("visit", second, outlet="zdaily"))[0] == {"visit": "call"}


def test_on_one_day_who_credits_another_is_later() -> None:
    text = prose(1, 100)
    agency, paper = gist("zwire", text, credits=("ZWIRE",)), gist("abend", text, credits=("ZWIRE",))
    assert found(paper, agency)[0] == {"abend": "zwire"}


def test_of_one_day_the_earlier_moment_is_first_but_who_credits_another_is_later_at_any_hour() -> None:
    text = prose(1, 100)
    noon, dawn = (datetime(2031, 5, 4, hour, tzinfo=UTC) for hour in (12, 5))
    late, early = replace(gist("abend", text), at=noon), replace(gist("zeitung", text), at=dawn)
    assert found(late, early)[0] == {"abend": "zeitung"}
    crediting = replace(gist("zeitung", text, credits=("Coastwire",)), at=dawn)
    assert found(late, crediting)[0] == {"zeitung": "abend"}


def test_an_original_edited_after_it_was_copied_stays_the_original() -> None:
    text, now = prose(1, 120), prose(2, 120)
    first = FirstRevision(published=DAY, at=None, shingles=shingles(text))
    edited_since = replace(gist("wire", now, day=4), first=first)
    assert found(edited_since, gist("daily", text, day=1))[0] == {"daily": "wire"}


def test_a_copy_edited_since_stays_a_copy() -> None:
    text, now = prose(1, 120), prose(2, 120)
    first = FirstRevision(published=DAY + timedelta(1), at=None, shingles=shingles(text))
    assert found(gist("wire", text), replace(gist("daily", now, day=1), first=first))[0] == {"daily": "wire"}


def test_five_thousand_of_one_text_take_no_more_than_so_many_looks_each(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0

    def counted(first: list[int], second: list[int], *, old: frozenset[int]) -> Overlap:
        nonlocal looks
        looks += 1
        return overlap(first, second, old=old)

    monkeypatch.setattr("reportedly.stories.copies.overlap", counted)
    text = prose(1, 40)
    same = [gist(f"n{i:04}", text) for i in range(5_000)]
    copied, _ = found(*same)
    assert len(copied) == 4_999
    assert looks <= COMPARED * len(same)
    assert {a.originator for s in group(same[:100]) for a in s.articles} == {same[0].url}


def test_a_very_long_text_is_compared_by_its_sample() -> None:
    long = prose(1, 6_000)
    copied, _ = found(gist("wire", long), gist("daily", edited(long, 40), day=1))
    assert copied == {"daily": "wire"}
    _, parts = found(gist("brief", long[: len(long) // 10]), gist("daily", long, day=1))
    assert parts["daily"][0].share == pytest.approx(0.1, abs=0.02)


def test_a_day_hangs_on_the_days_of_the_window_before_it_and_on_no_others() -> None:
    texts = {"wire": prose(1, 120), "other": prose(2, 120)}
    months_ago = gist("old", texts["wire"], day=-40)
    before = [gist("wire", texts["wire"]), gist("other", texts["other"], day=3)]
    fresh = [gist("daily", texts["wire"], day=7), gist("weekly", texts["other"], day=7)]
    after = [gist(f"n{n}", texts["other"], outlet="weekly", day=8) for n in range(12)]
    printed = Printed()
    for known in before:
        printed.remember(known.published or DAY, [known])
    found_alone = printed.turn(DAY + timedelta(7), fresh)
    assert found_alone.originals == {fresh[0].url: before[0].url, fresh[1].url: before[1].url}
    whole = reuse([months_ago, *before, *fresh, *after])
    assert {url: whole.originals[url] for url in found_alone.originals} == found_alone.originals


def test_a_text_that_comes_again_after_the_window_is_not_the_same_news() -> None:
    text = prose(1, 120)
    assert found(gist("wire", text), gist("daily", text, day=WINDOW.days + 1)) == ({}, {})


def test_an_undated_article_repeats_nothing_and_is_not_repeated() -> None:
    text = prose(1, 120)
    undated = [replace(gist(name, text), published=None) for name in ("one", "two")]
    assert found(*undated, gist("wire", text)) == ({}, {})


def test_a_sign_off_in_many_articles_of_an_outlet_is_no_part_for_another() -> None:
    sign_off = prose(1, 90)
    daily = [gist(f"n{n}", f"{prose(10 + n, 40)} {sign_off}", outlet="daily", day=n % 7) for n in range(SIGNATURE)]
    quoting = gist("weekly", f"{prose(2, 40)} {sign_off}", day=6)
    assert "weekly" in found(*daily, quoting)[1]
    more = gist("more", f"{prose(3, 40)} {sign_off}", outlet="daily", day=6)
    assert "weekly" not in found(*daily, more, quoting)[1]


def test_days_without_articles_or_without_texts_have_no_copies() -> None:
    printed = Printed()
    bare = [gist("bare", "a title"), gist("other", "a title")]
    turns = [printed.turn(DAY + timedelta(n), fresh) for n, fresh in enumerate(([], bare, [], bare))]
    assert turns == [({}, {})] * 4


TEXTS = [f"{prose(n, 60)} {prose(n + 1, 60)}" for n in range(20, 26)]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.sampled_from(TEXTS), st.sampled_from("abc")), max_size=20))
def test_a_day_has_the_same_copies_whether_one_starts_with_it_or_long_before(
    given_so: list[tuple[int, str, str]],
) -> None:
    gists = [gist(f"n{n}", text, outlet=outlet, day=day) for n, (day, text, outlet) in enumerate(given_so)]
    days, whole = dict(by_day(gists)), reuse(gists)
    for now, fresh in days.items():
        printed = Printed()
        for before in (known for known in days if known < now <= known + WINDOW):
            printed.remember(before, days[before])
        own = {one.url for one in fresh}
        assert printed.turn(now, fresh) == tuple({url: held[url] for url in held if url in own} for held in whole)
