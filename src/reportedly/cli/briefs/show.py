"""``reportedly briefs show``: a draft or an issued brief on the terminal."""

from reportedly.cli.briefs.desk import BriefName, EditionOption, copydesk_on, named
from reportedly.cli.options import HERE, DeskOption


def show(brief: BriefName, edition: EditionOption = None, desk: DeskOption = HERE) -> None:
    """Show a brief as Markdown, with all that became of what it cites."""
    from reportedly.brief.printing import form
    from reportedly.brief.printing.lines import labels, mark
    from reportedly.brief.printing.notices import notices_on
    from reportedly.brief.since import fewer, since

    with copydesk_on(desk) as copydesk:
        dispatch = named(copydesk, brief, edition)
        print(form("md").render(dispatch, notices_on(copydesk.ledger, dispatch)).decode(), end="")
        became = since(copydesk.ledger, dispatch.exhibits, dispatch.at)
        lost = fewer(copydesk.ledger, dispatch.sections)
    label = labels(dispatch)
    for exhibit in dispatch.exhibits:
        for flag in became.get((exhibit.article, exhibit.span), ()):
            print(f"[{label[exhibit.number]}] {mark(flag)}")
    for section in dispatch.sections:
        if section.story in lost:
            print(f"{section.title}: {mark(lost[section.story])}")
