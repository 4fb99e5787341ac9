"""Standing ties the article states: who leads or belongs to what, what lies where, who is posted where."""

from reportedly.read.names import Names
from reportedly.read.page import Page
from reportedly.records import Relation


def find(page: Page, names: Names) -> tuple[Relation, ...]:
    """All ties with the words that state them."""
    found: list[Relation] = []
    for tie in names.ties:
        body = names.at_index(tie.body) if tie.body is not None else None
        person = names.at_index(tie.person.end - 1)
        if not body or not person or names.entity(body).kind not in {"organisation", "place", "group"}:
            continue
        if not tie.leads and names.entity(body).kind != "organisation":
            continue
        first, last = (
            min(tie.start, tie.person.start, tie.body or tie.start),
            max(tie.end, tie.person.end, (tie.body or 0) + 1),
        )
        found.append(Relation("leads" if tie.leads else "member_of", person, body, page.span(page.doc[first:last])))
    return tuple(dict.fromkeys(found))
