"""What models say, each head of them switched off by itself: what the reader does where it knows only the rest."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any, Literal

import numpy as np

from quality.switches import replaced, value
from reportedly.read.events.lexicon import Lexicon
from reportedly.read.events.seen.evidence import likelihood
from reportedly.read.events.triggers import OPEN, by_lexicon
from reportedly.records import Comparison

EVENTS = "reportedly.read.events."
SAID = "reportedly.read.model.outlook:Said."
Off = Callable[[], AbstractContextManager[object]]
_NEVER = -np.inf


def _without(*pairs: tuple[str, object]) -> Off:
    @contextmanager
    def off() -> Iterator[None]:
        with ExitStack() as stack:
            for path, stand_in in pairs:
                stack.enter_context(replaced(path, stand_in))
            yield

    return off


def _wrapped(path: str, changed: Callable[..., object]) -> tuple[str, object]:
    """A function with its answer changed: ``changed`` gets the answer, then what the function was asked."""
    before = value(path)

    def stand_in(*asked: Any, **named: Any) -> object:
        return changed(before(*asked, **named), *asked)

    return path, stand_in


def _no_events(answer: Any, *_: object) -> object:
    ahead, likely = answer
    return ahead, np.zeros_like(likely)


def _none_ahead(answer: Any, *_: object) -> object:
    ahead, likely = answer
    return np.full_like(ahead, _NEVER), likely


def _by_lexicon(draft: Any, page: Any, _names: object, known: Any, *_: object) -> object:
    trigger = known.trigger if known else by_lexicon(page.clauses, draft.trigger.word)
    return draft._replace(trigger=draft.trigger._replace(root="OTHER" if trigger.root == OPEN else trigger.root))


def _as_ruled(answer: Any, _clauses: object, draft: Any, _said: object) -> object:
    return answer._replace(standing=draft.standing)


def _plain(found: dict[str, float]) -> float:
    return likelihood(3 * found["model"])


def _first(first: object, *_: object) -> object:
    return first


_NO_LIST = Lexicon({}, {}, {}, {k: frozenset() for k in ("object", "subject", "through")}, {}, frozenset())

HEADS: tuple[tuple[str, Literal["events", "followups"], Off], ...] = (
    ("outlook: ahead", "events", _without(_wrapped(f"{EVENTS}seen.finder:logits", _none_ahead))),
    ("outlook: event, of what no list has", "events", _without(_wrapped(f"{EVENTS}seen.finder:logits", _no_events))),
    ("outlook: event, against the lists", "events", _without((f"{SAID}event", 1.0))),
    (
        "outlook: root",
        "events",
        _without(_wrapped(f"{EVENTS}finder:_draft", _by_lexicon), (f"{EVENTS}ruled:_root", _first)),
    ),
    (
        "outlook: status",
        "events",
        _without((f"{SAID}likely_status", "occurred"), _wrapped(f"{EVENTS}ruled:_weighed", _as_ruled)),
    ),
    ("outlook: certainty", "events", _without((f"{SAID}likely_certainty", "certain"))),
    ("second look", "events", _without((f"{EVENTS}seen.finder:_probability", _plain))),
    ("second look: what the rules made of it", "events", _without((f"{EVENTS}ruled:made_of", lambda *_: {}))),
    ("sureness", "events", _without((f"{EVENTS}tellers:Tellers.sureness", lambda *_: None))),
    ("coder", "events", _without((f"{EVENTS}coded:_pair", lambda *_: None))),
    ("rules of events: all", "events", _without((f"{EVENTS}ruled:find", lambda *_: iter(())))),
    ("lists of events: all", "events", _without((f"{EVENTS}lexicon:lexicon", lambda: _NO_LIST))),
    (
        "comparer",
        "followups",
        _without(
            (
                "reportedly.followups.comparing:Recalled.__call__",
                lambda _self, questions: [Comparison(0.5, 0, 0, 0, 0, 0, 0.5)] * len(questions),
            )
        ),
    ),
)
