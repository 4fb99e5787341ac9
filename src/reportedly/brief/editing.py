"""What an editor does to a draft, step by step: each gives the draft as it is then. Nothing is ever thrown away.

A sentence that is dropped stays where it stands and can be restored; whatever its words become, it keeps what it cites.
Raises ``BadInput`` where a step names what the draft does not have.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from reportedly.errors import BadInput
from reportedly.records import Citation, Draft, DraftSection, DraftSentence
from reportedly.text import squeezed

T = TypeVar("T")


def rewritten(draft: Draft, title: str | None, titles: Mapping[str, str], texts: Mapping[str, str]) -> Draft:
    """The draft with these words for its title, its sections' titles and its sentences, by their ids.

    A sentence whose words were all taken out is dropped with the words it had.
    """
    sections = tuple(
        replace(
            section,
            title=squeezed(titles.get(section.id, "")) or section.title,
            sentences=tuple(_reworded(one, texts.get(one.id)) for one in section.sentences),
        )
        for section in draft.sections
    )
    return replace(draft, title=squeezed(title or "") or draft.title, sections=sections)


def _reworded(sentence: DraftSentence, given: str | None) -> DraftSentence:
    words = squeezed(given) if given is not None else sentence.text
    return (
        replace(sentence, text=words) if words else replace(sentence, dropped=sentence.dropped or bool(sentence.text))
    )


def dropped(draft: Draft, sentence: str, *, out: bool = True) -> Draft:
    """With a sentence dropped, or restored."""
    return _each(draft, sentence, lambda one: replace(one, dropped=out))


def as_drafted(draft: Draft, sentence: str) -> Draft:
    """With the words for a sentence that the program wrote."""
    return _each(draft, sentence, lambda one: replace(one, text=one.drafted or one.text))


def citing(draft: Draft, sentence: str, citation: Citation) -> Draft:
    """With one more citation for a sentence, where it does not have it."""
    return _each(draft, sentence, lambda one: replace(one, citations=tuple(dict.fromkeys((*one.citations, citation)))))


def _each(draft: Draft, sentence: str, change: Callable[[DraftSentence], DraftSentence]) -> Draft:
    _section_of(draft, sentence)
    sections = tuple(
        replace(section, sentences=tuple(change(one) if one.id == sentence else one for one in section.sentences))
        for section in draft.sections
    )
    return replace(draft, sections=sections)


# -- order ------------------------------------------------------------------------------------------------------------


def moved(draft: Draft, own: str, by: int) -> Draft:
    """With a sentence or a whole section one place further up (-1) or down (1).

    A sentence that stands first or last in its section goes into the one before or after.
    """
    if any(section.id == own for section in draft.sections):
        return replace(draft, sections=_swapped(draft.sections, [one.id for one in draft.sections].index(own), by))
    place = _section_of(draft, own)
    section = draft.sections[place]
    at = [one.id for one in section.sentences].index(own)
    if 0 <= at + by < len(section.sentences):
        return _with(draft, {place: replace(section, sentences=_swapped(section.sentences, at, by))})
    other = place + by
    if not 0 <= other < len(draft.sections):
        return draft
    left = replace(section, sentences=tuple(one for one in section.sentences if one.id != own))
    there, mine = draft.sections[other].sentences, section.sentences[at]
    taken = replace(draft.sections[other], sentences=(*there, mine) if by < 0 else (mine, *there))
    return _with(draft, {place: left, other: taken})


def _swapped(items: Sequence[T], at: int, by: int) -> tuple[T, ...]:
    """With the one at this place one further; the first stays first, the last last."""
    order, other = list(items), at + by
    if 0 <= other < len(order):
        order[at], order[other] = order[other], order[at]
    return tuple(order)


# -- more -------------------------------------------------------------------------------------------------------------


def added(draft: Draft, section: str, text: str = "") -> Draft:
    """With one more sentence at the end of a section, of a person's own words."""
    number = draft.counter + 1
    own = DraftSentence(f"l{number}", squeezed(text))
    found = [one.id for one in draft.sections]
    if section not in found:
        raise BadInput(f"this draft has no section {section}")
    place = found.index(section)
    held = draft.sections[place]
    return replace(_with(draft, {place: replace(held, sentences=(*held.sentences, own))}), counter=number)


def with_section(draft: Draft, title: str) -> Draft:
    """With one more section at the end, of a person's own."""
    number = draft.counter + 1
    section = DraftSection(f"p{number}", "own", squeezed(title) or "Section", ())
    return replace(draft, sections=(*draft.sections, section), counter=number)


def with_sections(draft: Draft, others: Draft) -> Draft:
    """With the sections of another draft before what lies ahead and what was edited, under ids of its own.

    What lies ahead, and highlights, go to the end of those it has. A story that it tells already is left as it is.
    """
    told = {section.story for section in draft.sections if section.story}
    for fresh in others.sections:
        if fresh.story not in told:
            draft = _joined(draft, fresh)
    return draft


def _joined(draft: Draft, fresh: DraftSection) -> Draft:
    numbers = iter(range(draft.counter + 1, draft.counter + 2 + len(fresh.sentences)))
    own = f"p{next(numbers)}"
    sentences = tuple(replace(one, id=f"l{next(numbers)}") for one in fresh.sentences)
    draft = replace(draft, counter=draft.counter + 1 + len(fresh.sentences))
    same = next((n for n, one in enumerate(draft.sections) if one.kind == fresh.kind and one.story is None), None)
    if fresh.story is None and same is not None:
        held = draft.sections[same]
        return _with(draft, {same: replace(held, sentences=(*held.sentences, *sentences))})
    section = replace(fresh, id=own, sentences=sentences)
    last = next((n for n, one in enumerate(draft.sections) if one.kind in {"ahead", "became"}), len(draft.sections))
    at = 0 if fresh.kind == "highlights" else last if fresh.kind == "story" else len(draft.sections)
    return replace(draft, sections=(*draft.sections[:at], section, *draft.sections[at:]))


def _with(draft: Draft, changed: Mapping[int, DraftSection]) -> Draft:
    return replace(draft, sections=tuple(changed.get(n, section) for n, section in enumerate(draft.sections)))


def _section_of(draft: Draft, sentence: str) -> int:
    for place, section in enumerate(draft.sections):
        if any(one.id == sentence for one in section.sentences):
            return place
    raise BadInput(f"this draft has no sentence {sentence}")
