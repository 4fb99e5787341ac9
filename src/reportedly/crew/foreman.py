"""The process that knows Ray: it joins the cluster, keeps actors there, and passes batches on without opening them.

Ray ends a process without a word once the head of its cluster is gone for a minute. So whoever files, in another
process, never loads it: it asks this one over a pipe, and that end of the pipe tells when this one is no more.

What was given is never more than the crew gives, a batch for each actor that was wanted. Where fewer actors are left,
batches wait for one that is free; those that are missing are asked for as long as the cluster lasts.
"""

import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections import deque
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Final, Literal, NamedTuple

from reportedly.crew import knocking
from reportedly.crew.hand import Hand, Hello, hello
from reportedly.crew.joining import Order, Refused, accept, cause, is_dead, join, processors

TICK: Final = 1.0  # seconds between looks at what does not tell by itself
DOUBT: Final = 2.0  # seconds without an answer of the head, after which it is seen whether it is there at all
STILL: Final = 20.0  # seconds a head that is there may leave a question open
ALONE: Final = 60.0  # seconds without an actor, or for the first of them to come
GRACE: Final = 5.0  # seconds to leave the cluster in order
STUCK: Final = 60  # seconds within which Ray must come back, or this process is ended by the kernel


class Told(NamedTuple):
    """What the foreman says: ``here`` with its hands, ``came`` or ``died`` for a place, or ``no`` and why."""

    what: Literal["here", "came", "died", "no", "broken"]
    place: int = 0
    data: bytes = b""
    words: str = ""


def serve(pipe: Connection, order: Order) -> None:
    """Do what comes until the pipe closes. All that goes wrong is told over it."""
    signal.alarm(STUCK)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _quiet()
    try:
        _Foreman(pipe, order).work()
    except Refused as refused:
        pipe.send(Told("no", words=str(refused)))
    except EOFError:
        pass  # nobody is there to tell
    except BaseException:  # noqa: BLE001  told where it is seen
        pipe.send(Told("broken", words=traceback.format_exc()))
    finally:
        _leave()


def _quiet() -> None:
    """Nothing of what Ray prints reaches a terminal; it keeps logs of its own."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _leave() -> None:
    """End this process, in order if that does not take long."""
    if ray := sys.modules.get("ray"):
        leaving = threading.Thread(target=ray.shutdown, daemon=True)
        leaving.start()
        leaving.join(GRACE)
    os._exit(0)


class _Actor:
    """An actor, from when it is asked for; it takes batches once it has said who it is."""

    def __init__(self, handle: Any) -> None:
        self.handle = handle
        self.here: Hello | None = None
        self.place: int | None = None  # whose batch it has in hand


class _Foreman:
    """The cluster as it is known here."""

    def __init__(self, pipe: Connection, order: Order) -> None:
        self._pipe, self._order = pipe, order
        self._came = queue.SimpleQueue[Any]()
        self._actors = list[_Actor]()
        self._waiting = deque[tuple[int, bytes, bytes]]()
        self._last_word = 0.0
        self._alone_since: float | None = None
        self._told = False

    def work(self) -> None:
        """Join, then pass on what comes."""
        join(self._order)
        self._last_word = self._alone_since = time.monotonic()
        accept(hello(self._order.ports), "this machine")
        wanted = self._order.actors or processors()
        for watch in (self._listen, self._ask, self._knock):
            threading.Thread(target=watch, daemon=True).start()
        for _ in range(wanted):
            self._hire()
        while True:
            signal.alarm(STUCK)
            self._look()
            try:
                self._handle(*self._came.get(timeout=TICK))
            except queue.Empty:
                continue

    def _listen(self) -> None:
        """Put what the pipe brings with all else that comes."""
        try:
            while True:
                self._came.put(("given", self._pipe.recv()))
        except (EOFError, OSError):
            self._came.put(("left", None))

    def _handle(self, what: str, about: Any) -> None:
        match what:
            case "given":
                place, work, _ = about
                if work is None:
                    self._stop(place)
                else:
                    self._waiting.append(about)
            case "left":
                raise EOFError
            case "hello":
                self._welcome(*about)
            case "done":
                self._take(*about)
            case "gone":
                raise Refused(f"the head of the cluster is gone: nobody is reached at its address ({about})")
        self._hand_out()

    # -- actors -------------------------------------------------------------------------------------------------------

    def _hire(self) -> None:
        """Ask for an actor; one that there is no processor for comes when there is."""
        import ray  # noqa: PLC0415

        handle = ray.remote(Hand).options(num_cpus=1, max_restarts=0, scheduling_strategy="SPREAD").remote()
        actor = _Actor(handle)
        self._actors.append(actor)
        self._when(handle.hello.remote(self._order.ports), "hello", actor)

    def _when(self, reference: Any, what: str, actor: _Actor) -> None:
        """Have the outcome of a call put with all else that comes."""
        reference.future().add_done_callback(lambda future: self._came.put((what, (actor, future))))

    def _welcome(self, actor: _Actor, future: Any) -> None:
        if actor not in self._actors:
            return
        if error := future.exception():
            self._actors.remove(actor)
            if not is_dead(error) or "creation task" in str(error):
                raise Refused(f"an actor of the cluster cannot start: {cause(error)}") from error
            self._hire()
            return
        actor.here = Hello(*future.result())
        accept(actor.here, f"an actor on {actor.here.machine}")
        if not self._told:
            self._told = True
            self._tell(Told("here", len(self._actors)))

    def _take(self, actor: _Actor, future: Any) -> None:
        """Pass on what came of a batch."""
        place, actor.place = actor.place, None
        error = future.exception()
        if error and is_dead(error) and actor in self._actors:
            self._replace(actor)
        if place is not None:
            self._tell(Told("died", place, words=cause(error)) if error else Told("came", place, future.result()))

    def _tell(self, told: Told) -> None:
        """Tell the parent, which may be filing for a while before it listens: that is no fault of Ray's."""
        signal.alarm(0)
        self._pipe.send(told)
        signal.alarm(STUCK)

    def _stop(self, place: int) -> None:
        """Nobody waits for what is at work there: whoever is at it is replaced."""
        self._waiting = deque(each for each in self._waiting if each[0] != place)
        for actor in [each for each in self._actors if each.place == place]:
            actor.place = None
            self._replace(actor)

    def _replace(self, actor: _Actor) -> None:
        """Put another in an actor's place; one that only cannot be reached now keeps no processor."""
        import ray  # noqa: PLC0415

        self._actors.remove(actor)
        ray.kill(actor.handle)
        self._hire()

    def _hand_out(self) -> None:
        free = deque(actor for actor in self._actors if actor.here and actor.place is None)
        while free and self._waiting:
            place, work, jobs = self._waiting.popleft()
            actor = free.popleft()
            actor.place = place
            self._when(actor.handle.do.remote(work, jobs), "done", actor)

    # -- what does not tell by itself ---------------------------------------------------------------------------------

    def _look(self) -> None:
        """Whether the head answers, and somebody is there to work."""
        now = time.monotonic()
        if now - self._last_word > STILL:
            raise Refused(f"the head of the cluster has not answered for {STILL:.0f} seconds")
        if any(actor.here for actor in self._actors):
            self._alone_since = None
        elif self._alone_since is None:
            self._alone_since = now
        elif now - self._alone_since > ALONE:
            raise Refused(f"no actor has come for {ALONE:.0f} seconds: nobody in the cluster has a processor free")

    def _ask(self) -> None:
        """Ask the head something, again and again; without a head this does not come back, or ends the process."""
        import ray  # noqa: PLC0415

        while True:
            with suppress(Exception):  # whatever it is, the head did not answer
                ray.nodes()
                self._last_word = time.monotonic()  # not by the queue: whoever takes from it may wait for its parent
            time.sleep(TICK)

    def _knock(self) -> None:
        """Where the head leaves a question open, see whether anybody is at its address; one that is busy is."""
        while True:
            time.sleep(TICK)
            silent = time.monotonic() - self._last_word > DOUBT
            if silent and (trouble := knocking.unreached(self._order.address)):
                self._came.put(("gone", trouble.strerror or trouble))
