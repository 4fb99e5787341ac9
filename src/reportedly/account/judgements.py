"""The rule of a person's decision, which every face keeps: who decides, about what there is, and what can be undone."""

from typing import TYPE_CHECKING

from reportedly.errors import BadInput, NotInLedger
from reportedly.records import Judgement, in_force

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


def check(ledger: "Ledger", judgement: Judgement) -> None:
    """Nothing where the decision can be filed as it is.

    Raises ``BadInput`` where nobody is named who decides, where the expectation does not rest on the article to be
    parted from it, and where what is to be undone is no decision in force; ``NotInLedger`` for an unknown expectation.
    """
    if not judgement.who.strip():
        raise BadInput("a decision needs the name of who decides: in the form, or with --who")
    if judgement.kind == "undo":
        _check_undo(ledger, judgement)
    else:
        _check_followup(ledger, judgement)


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
