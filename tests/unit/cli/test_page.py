"""``mlroles page``."""

import socket
from pathlib import Path

import pytest

from mlroles.site.serve import PageServer
from tests import kitchen
from tests.catalogues import write
from tests.running import run


@pytest.fixture
def data(tmp_path: Path) -> str:
    """Return a small catalogue with a quiz."""
    folder = tmp_path / "kitchen"
    write(folder, kitchen.open_kitchen_files())
    return str(folder)


def test_one_file(tmp_path: Path, data: str) -> None:
    """The page is written to a file, and what to do with it is told."""
    path = tmp_path / "page.html"
    done = run("page", "--output", str(path), "--data", data)
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith(f"Written to {path}, 0.")
    assert f"mlroles --data {data} cohort --help" in done.err
    assert path.read_text("utf-8").startswith("<!doctype html>")
    again = run("page", "--output", str(path), "--data", data)
    assert again.code == 1
    assert "is there already, and stays as it is" in again.err
    assert run("page", "--output", str(path), "--data", data, "--force").code == 0


def test_without_a_quiz(tmp_path: Path) -> None:
    """Of a catalogue without a questionnaire nothing is said about answers."""
    folder = tmp_path / "kitchen"
    write(folder, kitchen.catalogue_files("baker"))
    done = run("page", "--output", str(tmp_path / "page.html"), "--data", str(folder))
    assert done.code == 0
    assert "Answers" not in done.err


def test_several_files(tmp_path: Path, data: str) -> None:
    """As several files it goes into a folder, in which nothing stands unless that is wanted."""
    folder = tmp_path / "made" / "site"
    done = run("page", "--site", str(folder), "--data", data)
    assert done.code == 0
    assert "index.html comes first" in done.err
    assert (folder / "quiz.html").is_file()
    again = run("page", "--site", str(folder), "--data", data)
    assert again.code == 1
    assert "stays as it is" in again.err
    assert run("page", "--site", str(folder), "--data", data, "--force").code == 0
    found = run("page", "--site", str(folder / "index.html"), "--data", data)
    assert found.code == 1
    assert "is not a folder" in found.err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "Say where it goes."),
        (("--serve", "--site", "a"), "--site and --serve do different things."),
        (("--port", "1", "--output", "a"), "--port is for --serve."),
        (("--force", "--serve"), "--force is for files."),
    ],
)
def test_what_does_not_go_together(options: tuple[str, ...], sentence: str) -> None:
    """Options that make no sense together are refused in a sentence."""
    done = run("page", *options)
    assert done.code == 2
    assert sentence in done.err


def test_served(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is served until the person ends it; a port that is taken is told."""

    def end(_: PageServer) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(PageServer, "serve_forever", end)
    done = run("page", "--serve", "--data", data)
    assert done.code == 130
    assert "Open http://127.0.0.1:" in done.err
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run("page", "--serve", "--port", port, "--data", data)
    assert done.code == 1
    assert f"Cannot serve at port {port}" in done.err
