from typer.testing import CliRunner

from reportedly import __version__, cli


def test_the_version_is_told_as_a_command_and_as_an_option() -> None:
    told = [CliRunner().invoke(cli.app, [words]) for words in ("version", "--version")]
    assert [(one.exit_code, one.stdout) for one in told] == [(0, f"{__version__}\n")] * 2
