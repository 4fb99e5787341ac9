"""The voices of a story: who tells it for itself, and who is counted with whom, with the reason in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.account.telling import Telling
from reportedly.records import Fold, Story


@dataclass(frozen=True, slots=True)
class Counted:
    """An article that is no voice of its own, and why."""

    telling: Telling
    reason: str


@dataclass(frozen=True, slots=True)
class Voice:
    """An article that tells the story for itself, with those that are counted with it.

    ``outside`` where it is none: a decision took it out of the story of the article whose text it repeats.
    """

    telling: Telling
    counted: tuple[Counted, ...]
    outside: bool = False


def voices(story: Story, tellings: Iterable[Telling]) -> tuple[Voice, ...]:
    """The voices among these articles, in the order given; an article whose voice is not among them is left out."""
    by_url = {telling.article.url: telling for telling in tellings}
    folds = {fold.url: fold for fold in story.folds}
    belongs = story.voices
    together: dict[str, list[Counted]] = {url: [] for url in by_url if belongs.get(url, url) == url}
    for url, telling in by_url.items():
        voice = by_url.get(belongs.get(url, url))
        if url in folds and voice is not None and voice.article.url in together:
            together[voice.article.url].append(Counted(telling, _reason(folds[url], telling, voice, by_url)))
    own = {place.url for place in story.articles}
    outside = [telling for url, telling in by_url.items() if belongs.get(url, url) not in own]
    voices = [Voice(by_url[url], tuple(counted)) for url, counted in together.items()]
    return (*voices, *(Voice(telling, (), outside=True) for telling in outside))


def _reason(fold: Fold, telling: Telling, voice: Telling, by_url: dict[str, Telling]) -> str:
    """``repeats its text``, ``same owner: Vell Media``, ``both rest on IRNA``; "its" is always the voice's."""
    into = by_url.get(fold.into)
    its = "its" if into is None or into is voice else f"{into.outlet}’s"
    match fold.reason:
        case "copy":
            return f"repeats {its} text"
        case "source":
            return f"both rest on {fold.words}" if fold.words else f"rests on {its} report"
        case "owner":
            same = telling.article.outlet == (into or voice).article.outlet
            return "another article of the same outlet" if same else f"same owner: {fold.words}"
