"""The rule of a person's decision, which every face keeps: who decides, about what there is, and what can be undone."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from reportedly.account import entity_judgements
from reportedly.account.corrections import checked_correction
from reportedly.account.story_judgements import joining, parting, story_of
from reportedly.errors import BadInput, NotInLedger, Overtaken
from reportedly.records import CORRECTABLE, MARKS, Judgement, Thing, in_force, story_id, thing

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

LONGEST_NAME: Final = 100  # characters
LONGEST_NOTE: Final = 5_000  # characters
LONGEST_TAG: Final = 60


def checked(ledger: "Ledger", judgement: Judgement) -> Judgement:
    """The decision as it can be filed: articles by their URLs, stories by their ids, values in their one spelling.

    Raises ``BadInput`` where nobody is named who decides, where the kind of decision is none for such a thing, where
    its value is none, and where what is to be undone is no decision in force; ``NotInLedger`` where what it is about is
    not there.
    """
    if not judgement.who.strip():
        raise BadInput("a decision needs the name of who decides: in the form, or with --who")
    if len(judgement.who) > LONGEST_NAME:
        raise BadInput(f"a name of {len(judgement.who):,} characters: {LONGEST_NAME} at most")
    if judgement.kind == "undo":
        _check_undo(ledger, judgement)
        return judgement
    own = thing(judgement.about)
    if own and own.kind == "entity":
        return _of_entity(ledger, judgement)
    if judgement.kind == "merge":
        return joining(ledger, judgement)
    if judgement.kind == "split":
        return _parted(ledger, judgement) if own and own.kind == "expectation" else parting(ledger, judgement)
    return _KINDS[judgement.kind](ledger, *_there(ledger, judgement))


def check_seen(ledger: "Ledger", about: str, known: int | None) -> list[str]:
    """What else a decision about this concerns. Raises ``Overtaken`` where one came after that with the number."""
    names = concerning(ledger, about)
    if known is not None and ledger.judgements.after(known, [about, *names]):
        raise Overtaken(f"somebody decided about {about} since you looked at it")
    return names


def concerning(ledger: "Ledger", about: str) -> list[str]:
    """What else a decision about this concerns: of a story all its articles, of an expectation all its names."""
    own = thing(about)
    if own is not None and own.kind == "expectation":
        return ledger.judgements.names_of(ledger.followups.known_as(about))
    story = ledger.stories.get(story_of(ledger, about) or "") if own and own.kind == "story" else None
    return [name for place in story.articles for name in (place.url, story_id(place.url))] if story else []


def _check_undo(ledger: "Ledger", judgement: Judgement) -> None:
    undone = ledger.judgements.get(judgement.undoes or "")
    every = in_force(ledger.judgements.all(about=judgement.about))
    if undone is None or undone.id not in {decision.id for decision in every}:
        raise BadInput(
            f"{judgement.undoes or 'nothing'} is no decision in force about {judgement.about}: `reportedly judge list` "
            "shows them"
        )


def _of_entity(ledger: "Ledger", judgement: Judgement) -> Judgement:
    if judgement.kind == "merge":
        return entity_judgements.joining(ledger, judgement)
    if judgement.kind == "split":
        return entity_judgements.parting(ledger, judgement)
    raise BadInput(f"{judgement.about} names somebody or something: it can be joined with another, or parted")


def _parted(ledger: "Ledger", judgement: Judgement) -> Judgement:
    followup = ledger.followups.get(judgement.about)
    if followup is None:
        raise NotInLedger(_NO_EXPECTATION.format(judgement.about))
    if judgement.value not in {words.article_url for words in followup.evidence}:
        article = judgement.value or "no article"
        raise BadInput(f"{judgement.about} does not rest on {article}, so there is nothing to part")
    return judgement


# -- what there is ----------------------------------------------------------------------------------------------------

_NO_EXPECTATION: Final = (
    "{} is no expectation of this desk: `reportedly followups` and the web desk's shelves show them, matched anew as "
    "articles come in"
)
_NO_THING: Final = (
    "{} is nothing that can be judged here: give the id of a story, an expectation or an article, or of a statement or "
    "event with its article's before it (a...:s..., a...:v...)"
)


def _there(ledger: "Ledger", judgement: Judgement) -> tuple[Judgement, Thing]:
    """The decision and what it is about, which is there; a story by the id that it has now."""
    own = thing(judgement.about)
    if own is None:
        return _addressed(ledger, judgement)
    if own.kind == "story":
        story = story_of(ledger, judgement.about)
        if story is None:
            raise NotInLedger(f"{judgement.about} is no story of this desk: `reportedly stories` shows them")
        return replace(judgement, about=story), Thing("story", story)
    if judgement.about not in ledger.judgements.judged([judgement.about]) and not _is_filed(ledger, own):
        said = _NO_EXPECTATION if own.kind == "expectation" else _NO_THING
        raise NotInLedger(said.format(judgement.about))
    return judgement, own


def _addressed(ledger: "Ledger", judgement: Judgement) -> tuple[Judgement, Thing]:
    """What is meant by an address: of a story on a web desk, else of an article."""
    if "/stories/" in judgement.about and (story := story_of(ledger, judgement.about)):
        return replace(judgement, about=story), Thing("story", story)
    article = ledger.articles.latest(ledger.pages.known_as(judgement.about))
    if article is None:
        raise NotInLedger(_NO_THING.format(judgement.about))
    return replace(judgement, about=article.id), Thing("article", article.id)


def _is_filed(ledger: "Ledger", own: Thing) -> bool:
    if own.kind == "expectation":
        return ledger.followups.get(own.own) is not None
    if own.kind == "article":
        return ledger.articles.get(own.own) is not None
    reading = ledger.readings.filed([own.article or ""], ("statements", "events")).get(own.article or "")
    ids = {one.id for one in reading.statements} | {one.id for one in reading.events} if reading else set()
    return own.own in ids


# -- kinds ------------------------------------------------------------------------------------------------------------


def _corrected(ledger: "Ledger", judgement: Judgement, own: Thing) -> Judgement:
    if own.kind not in CORRECTABLE:
        raise BadInput(f"an {own.kind} has nothing to correct: correct what was filed from it")
    return replace(judgement, value=checked_correction(ledger, judgement, own))


def _confirmed(_ledger: "Ledger", judgement: Judgement, _own: Thing) -> Judgement:
    return replace(judgement, value=None)


def _withdrawn(_ledger: "Ledger", judgement: Judgement, own: Thing) -> Judgement:
    if own.kind == "story":
        raise BadInput("a story is not withdrawn: set aside the articles that tell nothing, or part them from it")
    if own.kind == "article" and not (judgement.note or "").strip():
        raise BadInput("an article is set aside with a reason: say why, in the form or with --note")
    return replace(judgement, value=None)


def _noted(_ledger: "Ledger", judgement: Judgement, _own: Thing) -> Judgement:
    words = (judgement.note or judgement.value or "").strip()
    if not words:
        raise BadInput("a note needs words")
    if len(words) > LONGEST_NOTE:
        raise BadInput(f"a note of {len(words):,} characters: {LONGEST_NOTE:,} at most")
    return replace(judgement, note=words, value=None)


def _tagged(ledger: "Ledger", judgement: Judgement, own: Thing) -> Judgement:
    tag = " ".join((judgement.value or "").split())
    if not tag or len(tag) > LONGEST_TAG:
        raise BadInput(f"a tag is one word or a few, {LONGEST_TAG} characters at most")
    standing = ledger.judgements.standing(about=own.about)
    if any(made.kind == "tag" and made.value == tag for made in standing):
        raise BadInput(f"{own.about} is tagged {tag} already")
    return replace(judgement, value=tag)


def _marked(_ledger: "Ledger", judgement: Judgement, _own: Thing) -> Judgement:
    label = (judgement.value or "").strip().upper().removeprefix("TLP:")
    if label not in MARKS:
        raise BadInput(f"{judgement.value or 'nothing'} is no mark: give one of {', '.join(MARKS)}")
    return replace(judgement, value=label)


_Check = Callable[["Ledger", Judgement, Thing], Judgement]
_KINDS: Final[Mapping[str, _Check]] = {
    "correct": _corrected,
    "confirm": _confirmed,
    "withdraw": _withdrawn,
    "note": _noted,
    "tag": _tagged,
    "mark": _marked,
}
