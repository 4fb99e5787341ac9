"""Whether anybody listens at an address, asked of real sockets."""

import socket
from contextlib import closing
from threading import Timer

from reportedly.crew import knocking


def test_who_listens_is_reached_however_busy_it_is() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as busy:  # it takes nobody in
        address = f"127.0.0.1:{busy.getsockname()[1]}"
        assert knocking.trouble(address, 1.0) is None
        assert knocking.unreached(address) is None


def test_where_nobody_listens_the_machine_says_so() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as gone:
        address = f"127.0.0.1:{gone.getsockname()[1]}"
    assert isinstance(knocking.unreached(address), ConnectionRefusedError)


def test_who_starts_anew_in_between_is_reached() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as gone:
        port = gone.getsockname()[1]
    came: list[socket.socket] = []
    back = Timer(knocking.PAUSE / 2, lambda: came.append(socket.create_server(("127.0.0.1", port))))
    back.start()
    assert knocking.unreached(f"127.0.0.1:{port}") is None
    back.join()
    came.pop().close()
