"""``mlroles page``."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli.options import examples, new_app
from mlroles.cli.request import Request, requesting
from mlroles.cli.streams import check_target

if TYPE_CHECKING:
    from mlroles.site.page import Page

app = new_app()


@app.command(
    epilog=examples(
        "mlroles page --output roles.html",
        "mlroles page --site public",
        "mlroles page --serve",
    )
)
@requesting("data", "plain")
def page(
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FILE",
            help="Write the page to FILE, which works by itself.",
            show_default=False,
        ),
    ] = None,
    site: Annotated[
        Path | None,
        typer.Option(
            "--site",
            metavar="DIR",
            help="Write it as several files into the folder DIR, to put on a server.",
            show_default=False,
        ),
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="Show it to a browser on this machine, until Ctrl-C.")
    ] = False,
    port: Annotated[
        int,
        typer.Option(
            "--port",
            metavar="N",
            min=0,
            max=65535,
            help="Serve at this port.  [default: a free one]",
            show_default=False,
        ),
    ] = 0,
    force: Annotated[bool, typer.Option("--force", help="Write over what is there.")] = False,
    *,
    request: Request,
) -> None:
    """Write all of this as a page for a browser, with the quiz, which works without a network.

    The page asks nothing of any other computer and sends nothing. Answers that people download
    from it are read by quiz --answers, score and cohort.
    """
    from mlroles.errors import UsageError
    from mlroles.site.page import Page

    ways = {"--output": output is not None, "--site": site is not None, "--serve": serve}
    given = [name for name, is_given in ways.items() if is_given]
    if len(given) != 1:
        message = f"{' and '.join(given)} do different things." if given else "Say where it goes."
        raise UsageError(message, "Give one: --output roles.html, --site DIR or --serve.")
    if port and not serve:
        raise UsageError("--port is for --serve.", "Leave it out.")
    if force and serve:
        raise UsageError("--force is for files.", "Leave it out.")
    if output is not None:
        check_target(output, "--output", force=force)
    if site is not None:
        _check_folder(site, force=force)
    made = Page(request.catalogue)
    if output is not None:
        _write(made, output, request)
    elif site is not None:
        _write_site(made, site, request)
    else:
        _serve(made, port)


def _check_folder(folder: Path, *, force: bool) -> None:
    """Refuse a folder in which something stands, unless ``force`` is given."""
    from mlroles.errors import MlrolesError

    if folder.exists() and not folder.is_dir():
        raise MlrolesError(f"{folder} is not a folder.", "Choose another name.")
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise MlrolesError(
            f"Something is in {folder} already, and stays as it is.",
            "Choose another folder, or give --force to write into it.",
        )


def _write(made: "Page", path: Path, request: Request) -> None:
    from mlroles.datafile.files import telling, write_atomic

    data = made.whole().encode()
    with telling(path, "Choose another file."):
        write_atomic(path, data)
    _tell(f"Written to {path}, {len(data) / 1e6:.1f} MB: open it in a browser.", request)


def _write_site(made: "Page", folder: Path, request: Request) -> None:
    from mlroles.datafile.files import telling, write_atomic

    count = 0
    with telling(folder, "Choose another folder."):
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.several():
            write_atomic(folder / name, text.encode())
            count += 1
    _tell(f"Written to {folder}, {count} files: index.html comes first.", request)


def _tell(written: str, request: Request) -> None:
    """Say what was written, and how answers from it are read."""
    from mlroles.console import tell
    from mlroles.parts import works

    tell(written)
    if works("cohort", request.directory):
        again = shlex.join(["mlroles", *request.led_here, "cohort", "--help"])
        tell(f"Answers that people hand in from it are read as they are: {again}")


def _serve(made: "Page", port: int) -> None:
    from mlroles.console import tell
    from mlroles.datafile.files import reason
    from mlroles.errors import MlrolesError
    from mlroles.site.serve import PageServer

    try:
        server = PageServer(made.whole().encode(), port)
    except OSError as error:
        message = f"Cannot serve at port {port}: {reason(error)}."
        raise MlrolesError(message, "Choose another, or leave --port out.") from error
    with server:
        tell(f"Open {server.address} in a browser. Ctrl-C ends it.")
        server.serve_forever()
