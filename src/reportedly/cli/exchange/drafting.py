"""``reportedly exchange pact draft``."""

from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.exchange.at_hand import at_hand, moment
from reportedly.cli.options import HERE, DeskOption


class _Label(StrEnum):
    clear = "CLEAR"
    green = "GREEN"
    amber = "AMBER"
    strict = "AMBER+STRICT"
    red = "RED"


class _Kind(StrEnum):
    articles = "articles"
    statements = "statements"
    expectations = "expectations"
    stories = "stories"


class _Words(StrEnum):
    quotes = "quotes"
    texts = "texts"


class _Use(StrEnum):
    look = "look"
    ask = "ask"
    inside = "inside"
    unnamed = "unnamed"
    publish = "publish"


class _Naming(StrEnum):
    may = "may"
    must = "must"
    must_not = "must-not"


class _Onward(StrEnum):
    nobody = "nobody"
    named = "named"
    marking = "marking"


class _AtEnd(StrEnum):
    keep = "keep"
    stop = "stop"
    delete = "delete"


def draft(
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What the parties call it.")],
    with_: Annotated[list[str], typer.Option("--with", metavar="PARTY", help="The other party; once for each.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where the document goes.")],
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="The day on which it ends.")],
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="The day on which it begins.")] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar="ID", help="The saved search that says what this desk gives.")
    ] = None,
    only_receives: Annotated[bool, typer.Option("--only-receives", help="This desk gives nothing.")] = False,
    only_gives: Annotated[bool, typer.Option("--only-gives", help="The other parties give nothing.")] = False,
    kind: Annotated[list[_Kind] | None, typer.Option("--kind", help="What reports tell; once for each.")] = None,
    words: Annotated[_Words, typer.Option("--words", help="Quotes alone, or whole texts.")] = _Words.quotes,
    most: Annotated[_Label, typer.Option("--most", help="The strictest label that leaves.")] = _Label.amber,
    unmarked: Annotated[_Label, typer.Option("--unmarked", help="What has no label counts as.")] = _Label.amber,
    use: Annotated[_Use, typer.Option("--use", help="What the receiver may do.")] = _Use.inside,
    naming: Annotated[_Naming, typer.Option("--naming", help="Whether the giver is named.")] = _Naming.must,
    onward: Annotated[_Onward, typer.Option("--onward", help="To whom reports may go on.")] = _Onward.nobody,
    to: Annotated[
        list[str] | None, typer.Option("--to", metavar="PARTY", help="With --onward named: to whom; once for each.")
    ] = None,
    passes_on: Annotated[bool, typer.Option("--passes-on", help="Parties pass on what others gave them.")] = False,
    delay: Annotated[int, typer.Option("--delay", metavar="HOURS", help="How long a report waits.", min=0)] = 0,
    answer: Annotated[int, typer.Option("--answer", metavar="HOURS", help="Within which it is answered.", min=1)] = 48,
    at_end: Annotated[_AtEnd, typer.Option("--at-end", help="What becomes of what was received.")] = _AtEnd.stop,
    own_words: Annotated[
        Path | None, typer.Option("--own-words", metavar="FILE", help="What the parties add in their own words.")
    ] = None,
    desk: DeskOption = HERE,
) -> None:
    """Draft a pact as a document; every party signs it with `exchange pact sign`."""
    from reportedly.exchange import pacts
    from reportedly.records import PactParty, PactStanding, PactTerms, Shared
    from reportedly.settings import writable

    with at_hand(desk) as hand:
        kept = hand.ledger.searches.get(search) if search else None
        shared = Shared(kept.words, kept.filters) if kept else Shared()
        own = PactParty(
            hand.own.desk, hand.own.name, None if only_receives else shared, hand.ledger.partners.own_liaisons()
        )
        partners = [hand.ledger.partners.named(name) for name in with_]
        theirs = None if only_gives else Shared(shared.words)
        others = [PactParty(one.desk, one.name, theirs, one.liaisons) for one in partners]
        starts, ends = moment(since) or hand.now.replace(microsecond=0), moment(until)
        terms = PactTerms(
            starts=starts,
            ends=ends or starts + timedelta(days=90),
            kinds=tuple(one.value for one in _Kind if not kind or one in kind),
            wording=words.value,
            most=most.value,
            unmarked=unmarked.value,
            use=use.value,
            naming=naming.value,
            onward=onward.value,
            onward_to=tuple(hand.ledger.partners.named(name).desk for name in to or ()),
            passes_on=passes_on,
            delay_hours=delay,
            answer_hours=answer,
            at_end=at_end.value,
        )
        added = own_words.read_text(encoding="utf-8") if own_words else ""
        pact = pacts.drafted(title, (own, *others), terms, added)
        hand.ledger.pacts.file(pact, hand.now)
        with writable(output):
            output.write_text(pacts.written(PactStanding(pact)), encoding="utf-8")
        print(f"{pact.id} {pact.title}: read {output}, then `reportedly exchange pact sign {output}`")
