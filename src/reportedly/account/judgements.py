"""The rule of a person's decision, which every face keeps: who decides, about what there is, and what can be undone."""

import re
from typing import TYPE_CHECKING, Final

from reportedly.account.story_judgements import joining, parting
from reportedly.errors import BadInput, NotInLedger
from reportedly.records import Judgement, in_force

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

_FOLLOWUP: Final = re.compile("f[0-9a-f]*")


def checked(ledger: "Ledger", judgement: Judgement) -> Judgement:
    """The decision as it can be filed, its articles by their URLs and stories by their ids.

    Raises ``BadInput`` where nobody is named who decides, where the expectation or story does not rest on the article
    to be parted from it, where two stories are one, and where what is to be undone is no decision in force;
    ``NotInLedger`` for an unknown expectation or story.
    """
    if not judgement.who.strip():
        raise BadInput("a decision needs the name of who decides: in the form, or with --who")
    if judgement.kind == "undo":
        _check_undo(ledger, judgement)
    elif judgement.kind == "merge":
        return joining(ledger, judgement)
    elif judgement.kind == "split" and not _FOLLOWUP.fullmatch(judgement.about):
        return parting(ledger, judgement)
    else:
        _check_followup(ledger, judgement)
    return judgement


def _check_undo(ledger: "Ledger", judgement: Judgement) -> None:
    about = {decision.id: decision.about for decision in in_force(ledger.judgements.all())}
    undone = judgement.undoes or "nothing"
    if about.get(undone) != judgement.about:
        raise BadInput(f"{undone} is no decision in force about {judgement.about}: `reportedly judge list` shows them")


def _check_followup(ledger: "Ledger", judgement: Judgement) -> None:
    followup = ledger.followups.get(judgement.about)
    if followup is None:
        raise NotInLedger(
            f"{judgement.about} is no expectation of this desk: `reportedly followups` and the web desk's shelves show "
            "them, matched anew as articles come in"
        )
    if judgement.kind == "split" and judgement.value not in {words.article_url for words in followup.evidence}:
        article = judgement.value or "no article"
        raise BadInput(f"{judgement.about} does not rest on {article}, so there is nothing to part")
