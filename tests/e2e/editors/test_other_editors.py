"""Editors that cannot be run everywhere: their settings are well formed, and their expressions fit real output."""

import json
import re
import tomllib

import pytest

from .conftest import FOUND, block

LINT = """
evaluate-commands %file{kakrc}
edit draft.txt
set-option global toolsclient main
lint-buffer
nop %sh{ (
    for i in $(seq 600); do
        sleep 0.1
        echo 'evaluate-commands -buffer draft.txt %{ nop %sh{ [ "$kak_opt_lint_error_count$kak_opt_lint_warning_count" = 00 ] || {
            echo "$kak_opt_lint_error_count $kak_opt_lint_warning_count" > found.txt; printf %s "$kak_opt_lint_messages" > messages.txt; } } }' |
            kak -p "$kak_session"
        [ -s messages.txt ] && break
    done
    echo 'kill!' | kak -p "$kak_session"
) > /dev/null 2>&1 < /dev/null & }
"""


def test_the_problem_matcher_of_vs_code(concise):
    [task] = json.loads(block("vscode.md", "json"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    matches = [re.search(pattern["regexp"], line) for line in concise]
    assert all(matches)
    groups = {key: [match[pattern[key]] for match in matches] for key in pattern if key != "regexp"}
    assert set(groups["file"]) == {"draft.txt"}
    assert all(
        line.isdigit() and column.isdigit() for line, column in zip(groups["line"], groups["column"], strict=True)
    )
    assert FOUND.items() <= dict(zip(groups["code"], groups["severity"], strict=True)).items()


def test_the_task_of_vs_code_runs_what_there_is(run, concise):
    [task] = json.loads(block("vscode.md", "json"))["tasks"]
    args = [arg.replace("${relativeFile}", "draft.txt") for arg in task["args"]]
    assert run(task["command"], *args).splitlines() == concise


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(lambda: [(s := json.loads(block("vscode.md", "json", 1)))["glspc.server.command"], *s["glspc.server.commandArguments"]], id="VS Code"),
        pytest.param(lambda: json.loads(block("others.md", "json"))["clients"]["notelint"]["command"], id="Sublime Text"),
        pytest.param(lambda: [(s := tomllib.loads(block("others.md", "toml"))["language-server"]["notelint"])["command"], *s["args"]], id="Helix"),
    ],
)  # fmt: skip
def test_settings_start_the_server(words):
    assert words() == ["notelint", "lsp"]


def test_helix_gives_the_server_to_its_languages():
    settings = tomllib.loads(block("others.md", "toml"))
    assert {language["name"]: language["language-servers"] for language in settings["language"]} == {
        "text": ["notelint"],
        "markdown": ["notelint"],
    }


def test_kakoune(run, folder, concise):
    (folder / "kakrc").write_text(block("others.md", "kak"))
    (folder / "lint.kak").write_text(LINT)
    said = run("kak", "-n", "-ui", "dummy", "-e", "source /usr/share/kak/kakrc; source lint.kak")
    errors = sum(": error: " in line for line in concise)
    assert (folder / "found.txt").exists(), said
    assert (folder / "found.txt").read_text().split() == [str(errors), str(len(concise) - errors)]


def test_the_settings_of_the_server_are_those_it_knows():
    from pathlib import Path

    from notelint.pipeline import Options
    from notelint.ui.lsp import settings

    assert settings.read(json.loads(block("README.md", "json")), Options(), Path())[1] == []
