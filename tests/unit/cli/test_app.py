"""The command line as it is assembled."""

from mlroles.cli.app import COMMANDS, Commands


def test_commands_are_built_when_they_are_asked_for() -> None:
    """Every name leads to a command, and another name to none."""
    group = Commands(name="mlroles")
    assert group.list_commands(None) == [*COMMANDS]
    assert all(group.get_command(None, name) for name in COMMANDS)
    assert group.get_command(None, "nothing") is None
