"""The web desk with what it may not know itself: evidence bundles, and the matching anew after a decision."""

from collections.abc import Callable, Sequence
from threading import Lock

from reportedly.archive import Archive
from reportedly.ledger import Ledger
from reportedly.records import Decision, HowPut, Judgement
from reportedly.settings import Desk
from reportedly.web.judging import Judging
from reportedly.web.serve import serve as serve_app


def serve(  # noqa: PLR0913
    desk: Desk,
    ledger: Ledger,
    port: int | None,
    announce: Callable[[str], None],
    *,
    who: str,
    host: str | None = None,
) -> None:
    """Serve a desk until interrupted, as ``web.serve``; ``who`` stands in its forms until another name is written."""
    archive = Archive(desk.archive, read_only=True)

    def bundle_of(name: str) -> bytes | None:
        from reportedly import bundle  # noqa: PLC0415  only now: few bundles are asked for

        return bundle.packed(desk, ledger, name)

    def decide(who: str, kind: Decision, about: str, known: int | None = None, **details: str | None) -> Judgement:
        from reportedly import pipeline  # noqa: PLC0415  only now: it loads the parser, and few pages are judged

        return pipeline.judge(pipeline.Session(desk, ledger, archive), who, kind, about, known, **details)

    turn = Lock()

    def weigh(sentences: Sequence[str]) -> Sequence[HowPut]:
        from reportedly.read.put import how_put  # noqa: PLC0415  only now: it loads the parser, and few write briefs

        with turn:  # the parser is one, and answers one at a time
            return how_put(sentences)

    serve_app(
        desk,
        ledger,
        archive.body,
        port,
        announce,
        bundle_of=bundle_of,
        judging=Judging(decide),
        weigh=weigh,
        who=who,
        host=host,
    )
