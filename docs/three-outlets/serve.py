"""Three invented outlets at 127.0.0.1:8790, as their pages are on a day: ``python3 serve.py monday`` or ``tuesday``.

``packet.example`` is shown the day's folder of that name, and so on. What is posted to any host is printed.
"""

import contextlib
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Outlets(SimpleHTTPRequestHandler):
    """The pages of the host that is asked for."""

    def do_GET(self) -> None:
        """Answer with the page; never that it did not change, for what is copied here may be of one age."""
        del self.headers["If-Modified-Since"]
        outlet = self.headers.get("Host", "").partition(".")[0]
        self.path = f"/{outlet}{self.path}"
        super().do_GET()

    def do_POST(self) -> None:
        """Take what is posted, and print it."""
        length = int(self.headers.get("Content-Length", 0))
        print(f"posted to {self.headers.get('Host')}: {self.rfile.read(length).decode()}", flush=True)
        self.send_response(204)
        self.end_headers()


def outlets(day: str, port: int = 8790) -> ThreadingHTTPServer:
    """The server of one day, listening."""
    folder = Path(__file__).parent / day
    if not folder.is_dir():
        sys.exit(f"{day!r} is no day: monday or tuesday")
    return ThreadingHTTPServer(("127.0.0.1", port), partial(Outlets, directory=str(folder)))


if __name__ == "__main__":
    with outlets(sys.argv[1] if len(sys.argv) > 1 else "monday") as server:
        print(f"the outlets are at 127.0.0.1:{server.server_address[1]} (Ctrl-C ends them)", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()
