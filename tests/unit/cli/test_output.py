"""From a result to stdout."""

from typing import cast

import pytest

from mlroles.cli.options import Format
from mlroles.cli.output import Output, emit
from mlroles.render.document import Document


def test_unknown_format_is_a_mistake_of_our_own(capsys: pytest.CaptureFixture[str]) -> None:
    """A format that nobody wrote a walker for fails at once, and writes nothing."""
    with pytest.raises(AssertionError, match="paper"):
        emit("x", None, lambda: Document(()), Output(cast("Format", "paper"), plain=False))
    assert capsys.readouterr().out == ""


def test_terminal_is_the_default() -> None:
    """Without a wish the result goes to the terminal, drawn."""
    assert Output.of(None, json=False, plain=False) == Output(Format.TERMINAL, plain=False)
    assert Output.of(None, json=True, plain=True) == Output(Format.JSON, plain=True)


def test_document_is_made_only_where_it_is_written() -> None:
    """JSON does not pass through the document."""

    def never() -> Document:
        raise NotImplementedError

    emit("x", 1, never, Output(Format.JSON, plain=False))
