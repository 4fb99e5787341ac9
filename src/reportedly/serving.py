"""The web desk with what it may not know itself: bundles, the matching anew after a decision, other desks."""

from collections.abc import Callable, Sequence
from functools import cached_property
from threading import Lock

from reportedly import clock
from reportedly.archive import Archive, place_of
from reportedly.exchange.own import own_desk
from reportedly.exchange.server import LARGEST, DeskServer, entrance, failed
from reportedly.ledger import Ledger
from reportedly.records import Answered, Asked, Decision, HowPut, Judgement, Partner
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
    archive = Archive(place_of(desk), read_only=True)

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
        partners=_Partners(desk, ledger),
        who=who,
        host=host,
    )


class _Partners:
    """The door for other desks; the stages that it asks load when the first of them has come in."""

    longest = LARGEST

    def __init__(self, desk: Desk, ledger: Ledger) -> None:
        self._desk, self._ledger = desk, ledger

    @property
    def desk(self) -> str:
        return own_desk(self._desk).desk

    def who(self, authorization: str, certificate: str = "") -> Partner | None:
        return entrance.who(self._ledger, authorization, certificate)

    def answer(self, partner: Partner, asked: Asked) -> Answered:
        return self._server.answer(partner, asked)

    def failed(self, status: int, words: str) -> Answered:
        return failed(status, words)

    @cached_property
    def _server(self) -> DeskServer:
        from reportedly.exchange.stages import Stages  # noqa: PLC0415  only now: it loads the parser
        from reportedly.relating.for_others import SCREENED_BY, private_persons  # noqa: PLC0415
        from reportedly.stories.imprints import imprint  # noqa: PLC0415
        from reportedly.stories.shared import shared_stories  # noqa: PLC0415

        stages = Stages(SCREENED_BY, private_persons, imprint, shared_stories)
        return DeskServer(self._ledger, own_desk(self._desk), stages, clock.system)
