"""A first look at the page, on this machine."""

from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from mlroles.site.serve import PageServer


def test_the_page_and_nothing_else() -> None:
    """At the loopback address there is the page; nothing else is given."""
    with PageServer(b"<p>page</p>", 0) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        assert server.address.startswith("http://127.0.0.1:")
        with urlopen(server.address) as answer:  # noqa: S310 - our own server
            assert answer.read() == b"<p>page</p>"
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        with pytest.raises(HTTPError, match="404") as refused:
            urlopen(f"{server.address}other")  # noqa: S310 - as above
        refused.value.close()
        server.shutdown()
        thread.join()
