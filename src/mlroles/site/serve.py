"""A first look at the page: served to this machine alone."""

from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOOPBACK = "127.0.0.1"
"""The only address that is listened at: no other machine reaches it."""


class PageServer(ThreadingHTTPServer):
    """Gives one page to whoever asks on this machine."""

    daemon_threads = True

    def __init__(self, page: bytes, port: int) -> None:
        """Listen at ``port``, or at a free one for 0; raises OSError where that is taken."""
        super().__init__((LOOPBACK, port), _Handler)
        self.page = page

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return f"http://{LOOPBACK}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer with the page, whatever file of it is asked for."""
        server = self.server
        if self.path != "/" or not isinstance(server, PageServer):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(server.page)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(server.page)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is the person's."""
