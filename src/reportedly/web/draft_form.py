"""What the editor of a draft sends: words by the ids of what they stand for, and one step that was asked for.

A form is written over a version. Where somebody saved another meanwhile, nothing is saved: ``both`` puts the words of
the form beside theirs, and no word of either is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from reportedly.brief import editing
from reportedly.errors import BadInput
from reportedly.records import Citation, Draft
from reportedly.text import squeezed
from reportedly.web.forms import Form

TEXT: Final = "t."
TITLE: Final = "s."
CITE: Final = "c."
_STEPS: Final[dict[str, tuple[str, Callable[[Draft, str], Draft]]]] = {
    "up": ("moved up", lambda draft, own: editing.moved(draft, own, -1)),
    "down": ("moved down", lambda draft, own: editing.moved(draft, own, 1)),
    "drop": ("dropped a sentence", editing.dropped),
    "restore": ("restored a sentence", lambda draft, own: editing.dropped(draft, own, out=False)),
    "drafted": ("put a sentence back as drafted", editing.as_drafted),
    "add": ("added a sentence", editing.added),
}


def edited(base: Draft, form: Form, cite: Callable[[str], Citation]) -> tuple[Draft, str]:
    """The draft that a form makes of ``base``, and what was done; ``cite`` gives the words at an address."""
    draft = editing.rewritten(base, form.get("title"), _by_id(form, TITLE), _by_id(form, TEXT))
    for sentence, address in _by_id(form, CITE).items():
        if address.strip():
            draft = editing.citing(draft, sentence, cite(address.strip()))
    return _stepped(draft, form)


def _stepped(draft: Draft, form: Form) -> tuple[Draft, str]:
    step, _, own = form.get("do", "").partition(":")
    if step in _STEPS:
        words, made = _STEPS[step]
        return made(draft, own), words
    if step == "section":
        return editing.with_section(draft, form.get("section", "")), "added a section"
    if step in {"", "save"}:
        return draft, "rewritten"
    raise BadInput(f"{step!r} is nothing that can be done with a draft")


def _by_id(form: Mapping[str, str], letter: str) -> dict[str, str]:
    return {name.removeprefix(letter): words for name, words in form.items() if name.startswith(letter)}


# -- two at once ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Both:
    """A form that came too late, laid over what was saved meanwhile.

    ``words`` are what the fields hold now, by id; ``theirs`` what was saved where both changed the same; ``homeless``
    words of the form for which the saved version has no place.
    """

    words: Mapping[str, str]
    theirs: Mapping[str, str]
    homeless: tuple[str, ...]


def both(base: Draft, saved: Draft, form: Form) -> Both:
    """The form's words where it changed something, else what was saved."""
    before, now = _words(base), _words(saved)
    mine = {own: squeezed(text) for own, text in _sent(form).items()}
    changed = {own: text for own, text in mine.items() if text != squeezed(before.get(own, ""))}
    theirs = {own: now[own] for own in changed if own in now and now[own] not in {before.get(own), changed[own]}}
    homeless = tuple(text for own, text in changed.items() if own not in now and text)
    return Both({own: changed.get(own, text) for own, text in now.items()}, theirs, homeless)


def alone(draft: Draft) -> Both:
    """The words of a draft that nobody else wrote meanwhile."""
    return Both(_words(draft), {}, ())


def _sent(form: Form) -> dict[str, str]:
    titles = {"title": form["title"]} if "title" in form else {}
    return titles | _by_id(form, TITLE) | _by_id(form, TEXT)


def _words(draft: Draft) -> dict[str, str]:
    sections = {section.id: section.title for section in draft.sections}
    return {"title": draft.title} | sections | {sentence.id: sentence.text for sentence in draft.sentences}
