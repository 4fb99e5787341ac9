"""One story for a person at a terminal: its voices with who is counted with them and why, and who stands behind it."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.account.attributions import attributions
from reportedly.account.carried import Carried, carried
from reportedly.account.disagreements import Difference, differences
from reportedly.account.standing import Source, behind
from reportedly.account.story_decisions import StoryDecision
from reportedly.account.telling import Telling
from reportedly.account.threads import Part
from reportedly.account.voices import Voice, voices
from reportedly.account.wording import counted, quoted
from reportedly.records import Side, Story

SHOWN = 12  # sources of a kind, and statements


def story(
    known: Story, tellings: Sequence[Telling], running: Sequence[Part] = (), decided: Iterable[StoryDecision] = ()
) -> Iterator[str]:
    """Its title and count, what it is a part of, voice by voice; then sources, shared statements, disagreements.

    What people decided about it stands below the count, as long as it is in force.
    """
    yield known.title
    sources = counted(known.independent_sources, "independent source")
    yield f"    {sources} | {counted(len(known.articles), 'article')} | {known.id}"
    if known.sides:
        yield f"    {', '.join(map(_side, known.sides))}"
    yield from (f"    {_decision(one)}" for one in decided if one.in_force)
    yield from _running(running)
    for number, voice in enumerate(voices(known, tellings), 1):
        yield from _voice(number, voice)
    if len(known.articles) > len(tellings):
        yield f"{counted(len(known.articles) - len(tellings), 'more article')} not shown"
    statements = carried(known, [claim for telling in tellings for claim in attributions(telling)])
    yield from _behind(statements)
    yield from _heard(statements)
    for difference in differences(known, tellings):
        yield from _difference(difference)


def _running(parts: Sequence[Part]) -> Iterator[str]:
    if parts:
        yield f"part of a running story of {len(parts)} parts"
    for part in parts:
        here = "this story" if part.current else part.line.id
        yield f"    {part.line.first or 'date unknown'}: {part.line.title} | {here}"
        if part.reference:
            yield f"        {part.reference.telling.outlet}: {part.reference.words(200)}"


def _side(side: Side) -> str:
    return f"{counted(side.sources, 'voice')} from {side.country or 'an unknown country'}"


def _decision(decided: StoryDecision) -> str:
    made = decided.judgement
    what = (
        f"“{decided.first.title}” was joined with “{decided.other.title}”"
        if made.kind == "merge"
        else f"“{decided.other.title}” was parted from “{decided.first.title}”"
    )
    return f"{what} by {made.who} on {made.at:%Y-%m-%d}{f': {made.note}' if made.note else ''}"


def _voice(number: int, voice: Voice) -> Iterator[str]:
    yield f"{number}. {_line(voice.telling)}"
    if voice.outside:
        yield "   no voice: repeats the text of an article in another story"
    for other in voice.counted:
        yield f"   counted with it: {_line(other.telling)}"
        yield f"      {other.reason}"


def _line(telling: Telling) -> str:
    unknown = f"date unknown, first fetched {telling.fetched}" if telling.fetched else "date unknown"
    return f"{telling.outlet}, {telling.day or unknown}: {telling.headline} | {telling.article.url}"


def _behind(statements: Iterable[Carried]) -> Iterator[str]:
    who = behind(one.attribution for one in statements)
    kinds = (("officials and offices", who.officials), ("others by name", who.others), ("not named", who.unnamed))
    for name, found in kinds:
        if found:
            yield f"{name} ({len(found)}): {_listed(found)}"


def _listed(found: Sequence[Source]) -> str:
    more = [f"{len(found) - SHOWN} more"] if len(found) > SHOWN else []
    return "; ".join([*(source.words for source in found[:SHOWN]), *more])


def _heard(statements: Iterable[Carried]) -> Iterator[str]:
    for one in [one for one in statements if one.heard][:SHOWN]:
        yield f"{one.heard} in {counted(len(one.outlets), 'outlet')} ({', '.join(one.outlets)})"
        yield f"    {one.attribution.source or 'no source named'}: {quoted(one.attribution.content, 200)}"


def _difference(difference: Difference) -> Iterator[str]:
    yield f"{difference.heading}:"
    for account in difference.accounts:
        most = ", the most cautious" if account.cautious else ""
        yield f"    {account.telling.outlet}, {account.telling.day or 'date unknown'}: {account.value}{most}"
        yield f"        {account.words(200)}"
