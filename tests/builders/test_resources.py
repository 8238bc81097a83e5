"""Opening the addresses of the learning resources."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from builders.resources.__main__ import FILE, main, opened
from tests.plans import bakery_resources


class _Bread(BaseHTTPRequestHandler):
    """Answers that there is bread, and that there is no cake."""

    def do_GET(self) -> None:
        self.send_response(404 if "cake" in self.path else 200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """Return the address of a server on this machine."""
    with HTTPServer(("127.0.0.1", 0), _Bread) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


def _file(tmp_path: Path, *urls: str) -> Path:
    document = bakery_resources()
    document["resources"] = document["resources"][: len(urls)]
    for each, url in zip(document["resources"], urls, strict=True):
        each["url"] = url
    path = tmp_path / "resources.json"
    path.write_text(json.dumps(document))
    return path


def test_what_answers_is_dated(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each address is opened, dated and kept with its answer; all else stays as it was."""
    path = _file(tmp_path, f"{server}/bread", f"{server}/rolls")
    before = json.loads(path.read_bytes())
    assert main(["--check", "--file", str(path)]) == 0
    after = json.loads(path.read_bytes())
    assert [each.pop("answer") for each in after["resources"]] == ["200", "200"]
    assert all(each.pop("opened") for each in after["resources"])
    assert after == before
    assert "2 of 2 answered with success" in capsys.readouterr().out


def test_what_is_gone_is_told(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An address that is gone, or that nobody answers at, is listed, and the exit code is 1."""
    path = _file(tmp_path, f"{server}/bread", f"{server}/cake", "http://127.0.0.1:9/none")
    assert main(["--check", "--file", str(path)]) == 1
    told = capsys.readouterr().out
    assert f"deep: 404: {server}/cake" in told
    assert "first: not reached: ConnectionRefusedError: http://127.0.0.1:9/none" in told


def test_without_a_network_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no address is reached at all, what was never opened goes on saying so."""
    path = _file(tmp_path, "http://127.0.0.1:9/none")
    before = path.read_bytes()
    assert main(["--check", "--file", str(path)]) == 1
    assert path.read_bytes() == before
    assert "there is no network" in capsys.readouterr().out


def test_an_address_that_is_none() -> None:
    """An address that cannot be asked for is not reached, and nothing is raised."""
    assert opened("http://127.0.0.1:x/").startswith("not reached")


def test_what_was_never_opened_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --check it only says how many were never opened, of the shipped file."""
    count = len(json.loads(FILE.read_bytes())["resources"])
    assert main([]) == 0
    assert capsys.readouterr().out.startswith(f"{count} resources, ")


def test_shipped_resources_hold_what_is_promised() -> None:
    """Each is named with where it was seen; of each skill no more than four are offered."""
    resources = json.loads(FILE.read_bytes())["resources"]
    skills = [skill for each in resources for skill in each["skills"]]
    assert max(map(skills.count, skills)) <= 4
    assert all("/" in each["seen_in"] and not each["seen_in"].startswith("/") for each in resources)
