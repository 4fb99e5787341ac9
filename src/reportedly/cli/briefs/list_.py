"""``reportedly briefs list``: drafts, and what was issued."""

from reportedly.cli.opening import ledger_of
from reportedly.cli.options import HERE, DeskOption

MOST = 200  # of each


def list_(desk: DeskOption = HERE) -> None:
    """List drafts by when they were saved, and issued briefs by their numbers."""
    from reportedly.account.wording import counted, moment

    with ledger_of(desk) as (_, ledger):
        drafts, issues = ledger.briefs.drafts(limit=MOST), ledger.briefs.issues(limit=MOST)
        withdrawn = ledger.briefs.withdrawn(*(line.number for line in issues))
    for line in issues:
        became = f", withdrawn: {withdrawn[line.number].reason}" if line.number in withdrawn else ""
        edition = f" (edition {line.edition})" if line.edition > 1 else ""
        print(f"{line.number}{edition}  {line.marking}  {moment(line.at)}  {line.author}: {line.title}{became}")
    for draft in drafts:
        issued = f", issued as {draft.issued}" if draft.issued else ""
        versions = counted(draft.versions, "version")
        print(f"{draft.id}  {moment(draft.saved)}  {draft.saved_by}: {draft.title} ({versions}{issued})")
    if not drafts and not issues:
        print("no drafts, and nothing issued: `reportedly briefs draft` begins one")
