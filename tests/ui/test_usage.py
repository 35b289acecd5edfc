"""What is asked wrongly gets one line that says how to ask, and status 2."""

import pytest


@pytest.mark.parametrize(
    ("args", "words"),
    [
        pytest.param(["missing.txt"], "missing.txt: there is no such file", id="missing file"),
        pytest.param(["ruels"], "the command is `rules`", id="misspelt command"),
        pytest.param(["check"], "name a draft", id="no draft"),
        pytest.param(["--colour", "never"], "--color", id="misspelt option"),
        pytest.param(["--format", "xml", "faulty.txt"], "'text', 'concise', 'json'", id="unknown format"),
        pytest.param(["--kind", "unknown", "faulty.txt"], "thank-you", id="unknown kind"),
        pytest.param(["--now", "tomorrow", "faulty.txt"], "write 2026-11-25", id="no moment"),
        pytest.param(["--select", "no-presure", "faulty.txt"], "no-pressure", id="misspelt rule to select"),
        pytest.param(["--ignore", "no-gift", "faulty.txt"], "no-gifts", id="misspelt rule to ignore"),
        pytest.param(["--select", ",", "faulty.txt"], "notelint rules", id="no rule named"),
        pytest.param(["--config", "none.yml", "faulty.txt"], "none.yml", id="missing config"),
        pytest.param(["--config", "", "faulty.txt"], "the path of the config is empty; name a file", id="empty config"),
        pytest.param(["rules", "--config", ""], "the path of the config is empty", id="rules under an empty config"),
        pytest.param(["explain"], "RULE", id="explain nothing"),
        pytest.param(["explain", "no-complaint"], "no-complaints", id="explain a misspelt rule"),
        pytest.param(["explain", "no-gifts", "none.txt"], "none.txt", id="trace on a missing draft"),
        pytest.param(["zones", "none.txt"], "none.txt", id="zones of a missing draft"),
        pytest.param(["body", "none.txt"], "none.txt", id="body of a missing draft"),
        pytest.param(["test", "none.yml"], "none.yml", id="test of a missing rule"),
        pytest.param(["completion", "cmd"], "bash", id="unknown shell"),
        pytest.param(["schema", "more"], "more", id="too much"),
        pytest.param(["faulty.txt\0"], "no such file", id="a name that cannot be"),
    ],
)
def test_one_line_and_status_2(notelint, faulty, args, words):
    result = notelint(*args)
    assert result.status == 2
    assert words in result.err
    assert result.err.startswith("notelint: ")
    assert len(result.err.splitlines()) == 1
    assert "Traceback" not in result.err


def test_without_arguments_it_helps(notelint):
    result = notelint()
    assert result.status == 0
    assert result.err == ""
    assert result.out == notelint("--help").out
    for words in ("PATH…", "--format", "--fail-on", "explain", "completion"):
        assert words in result.out


@pytest.mark.parametrize(
    "command", ["check", "rules", "explain", "test", "zones", "body", "schema", "lsp", "completion"]
)
def test_each_command_helps(notelint, command):
    result = notelint(command, "--help")
    assert result.status == 0
    assert f"notelint {command}" in result.out


@pytest.mark.parametrize("args", [["--version"], ["check", "--version"], ["faulty.txt", "--version"]])
def test_version(notelint, args):
    assert notelint(*args).out.startswith("notelint 0.")
