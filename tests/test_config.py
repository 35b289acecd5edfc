"""`.notelint.yml`: where it is found, what it may hold, what is said of a broken one."""

from pathlib import Path

import pytest

from notelint import config
from notelint.catalogue.load import load
from notelint.errors import ConfigError

FULL = """\
rules:
  no-gifts: off
  no-pressure: suggestion
  known-headers: {severity: error}
  not-empty: {severity: off}
rule_paths: [rules, ../shared]
exclude: ["old/*", drafts/sent]
fail_on: error
words: [Lumex]
country: DE
model: en-core-web-md
baseline: known.json
per_path:
  "drafts/*.md": {fail_on: never, rules: {no-gifts: error, no-pressure: off}}
  drafts/old: {words: [x]}
"""


@pytest.fixture
def written(tmp_path):
    """Write a config (and make a folder around it a repository or not); returns its path."""

    def write(text, folder="."):
        path = tmp_path / folder / config.NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_everything_that_may_stand_there(written, tmp_path):
    read = config.read(written(FULL))
    assert read.off == {"no-gifts", "not-empty"}
    assert read.severity == {"no-pressure": "suggestion", "known-headers": "error"}
    assert read.rule_paths == (tmp_path / "rules", (tmp_path / "../shared").resolve())
    assert read.exclude == ("old/*", "drafts/sent")
    assert (read.fail_on, read.words, read.country) == ("error", ("Lumex",), "DE")
    assert (read.model, read.baseline) == ("en-core-web-md", "known.json")
    assert read.lines["no-pressure"] == (3, 3)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\ufeff\n"], ids=["empty", "comment", "bom"])
def test_an_empty_config_is_the_default(written, text):
    path = written(text)
    assert config.read(path) == config.Config(path=path)


@pytest.mark.parametrize(
    ("draft", "off", "fail_on"),
    [
        pytest.param("note.md", {"no-gifts", "not-empty"}, "error", id="no-glob-fits"),
        pytest.param("drafts/note.md", {"no-pressure", "not-empty"}, "never", id="glob"),
        pytest.param("drafts/deep/note.md", {"no-pressure", "not-empty"}, "never", id="star-crosses-folders"),
        pytest.param("drafts/note.txt", {"no-gifts", "not-empty"}, "error", id="other-suffix"),
        pytest.param("../elsewhere/drafts/note.md", {"no-gifts", "not-empty"}, "error", id="outside"),
    ],
)
def test_settings_for_one_draft(written, tmp_path, draft, off, fail_on):
    chosen = config.read(written(FULL)).for_path(tmp_path / draft)
    assert (chosen.off, chosen.fail_on) == (off, fail_on)


@pytest.mark.parametrize(
    ("glob", "draft", "fits"),
    [
        ("*.md", "a/b.md", True),
        ("drafts", "drafts/a/b.md", True),
        ("drafts/", "drafts/b.md", True),
        ("drafts/a", "drafts/ab/c.md", False),
        ("drafts/", "old/drafts/b.md", True),
        ("old/drafts", "drafts/b.md", False),
        ("./drafts", "drafts/b.md", True),
        ("**/b.md", "b.md", True),
        ("**/b.md", "a/b.md", True),
        ("b.md", "a/b.md", True),
        ("c/b.md", "a/b.md", False),
    ],
)
def test_globs(written, tmp_path, glob, draft, fits):
    read = config.read(written(f"per_path:\n  '{glob}': {{fail_on: never}}\n"))
    assert (read.for_path(tmp_path / draft).fail_on == "never") == fits


def test_later_globs_win(written, tmp_path):
    read = config.read(written("per_path:\n  'a*': {fail_on: never}\n  '*b.md': {fail_on: error}\n"))
    assert read.for_path(tmp_path / "ab.md").fail_on == "error"


@pytest.mark.parametrize(
    ("rule", "changes", "runs", "severity", "options"),
    [
        pytest.param("{hours: 48, severity: error}", ["{days: 2}"], True, "error", {"hours": "48", "days": "2"}, id="options-are-added"),
        pytest.param("{hours: 48}", ["{hours: 24}"], True, None, {"hours": "24"}, id="one-option-wins"),
        pytest.param("{hours: 48}", ["{days: 2}", "{days: 3}"], True, None, {"hours": "48", "days": "3"}, id="glob-after-glob"),
        pytest.param("{hours: 48}", ["error"], True, "error", {"hours": "48"}, id="severity-leaves-options"),
        pytest.param("off", ["{hours: 24}"], False, None, {"hours": "24"}, id="options-leave-it-off"),
        pytest.param("off", ["error"], True, "error", {}, id="severity-switches-it-on"),
        pytest.param("off", ["{hours: 24, severity: error}"], True, "error", {"hours": "24"}, id="severity-among-options"),
        pytest.param("error", ["off", "{hours: 24}"], False, "error", {"hours": "24"}, id="off-for-some-drafts"),
        pytest.param("{hours: 48}", ["{severity: off}"], False, None, {"hours": "48"}, id="off-among-options"),
    ],
)  # fmt: skip
def test_what_a_glob_says_of_a_rule_is_added_to_what_the_folder_says(
    written, tmp_path, rule, changes, runs, severity, options
):
    globs = "".join(f"  '{'*' * (count + 1)}': {{rules: {{r: {change}}}}}\n" for count, change in enumerate(changes))
    chosen = config.read(written(f"rules: {{r: {rule}}}\nper_path:\n{globs}")).for_path(tmp_path / "a.md")
    assert ("r" not in chosen.off, chosen.severity.get("r"), chosen.options.get("r", {})) == (runs, severity, options)


@pytest.mark.parametrize(
    ("glob", "draft", "fits"),
    [
        pytest.param("inbox", "inbox/link.md", True, id="a-link-lies-where-it-is-named"),
        pytest.param("old", "inbox/link.md", False, id="and-not-where-it-leads"),
        pytest.param("link.md", "inbox/link.md", True, id="by-its-name"),
        pytest.param("inbox", "inbox/away.md", True, id="a-link-to-elsewhere"),
        pytest.param("old", "shelf/a.md", True, id="in-a-linked-folder"),
        pytest.param("shelf", "shelf/a.md", False, id="by-the-link-of-the-folder"),
        pytest.param("old", "shelf", True, id="a-linked-folder-itself"),
        pytest.param("old", "inbox/../old/a.md", True, id="up-and-down"),
    ],
)
def test_links(written, tmp_path, glob, draft, fits):
    read = config.read(written(f"per_path:\n  '{glob}': {{fail_on: never}}\n", "mail"))
    mail = tmp_path / "mail"
    for name in ("mail/inbox", "mail/old", "away"):
        (tmp_path / name).mkdir()
    for name in ("mail/old/a.md", "away/a.md"):
        (tmp_path / name).write_text("Hi", encoding="utf-8")
    (mail / "inbox" / "link.md").symlink_to("../old/a.md")
    (mail / "inbox" / "away.md").symlink_to(tmp_path / "away" / "a.md")
    (mail / "shelf").symlink_to("old")
    assert (read.for_path(mail / draft).fail_on == "never") == fits


@pytest.mark.parametrize(
    ("repository", "at", "found"),
    [
        pytest.param(".", ".", True, id="at-the-root"),
        pytest.param(".", "mail", True, id="between"),
        pytest.param("mail", ".", False, id="above-the-root"),
        pytest.param(None, ".", False, id="no-repository"),
        pytest.param(None, "mail/drafts", True, id="no-repository-same-folder"),
    ],
)
def test_where_it_is_found(written, tmp_path, repository, at, found):
    (tmp_path / "mail" / "drafts").mkdir(parents=True)
    if repository is not None:
        (tmp_path / repository / ".git").mkdir()
    path = written("fail_on: never\n", at)
    chosen = config.find(tmp_path / "mail" / "drafts" / "note.txt")
    assert chosen.path == (path.resolve() if found else None)


def test_the_nearest_one_counts_alone(written, tmp_path):
    (tmp_path / ".git").mkdir()
    written("fail_on: never\nwords: [a]\n")
    written("words: [b]\n", "mail")
    chosen = config.find(tmp_path / "mail" / "note.txt")
    assert (chosen.words, chosen.fail_on) == (("b",), "warning")


def test_a_folder_has_its_own(written, tmp_path):
    written("fail_on: never\n")
    assert config.find(tmp_path).fail_on == "never"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("rule: {}\n", "1:1: there is no setting `rule`; is it `rules`?", id="near-key"),
        pytest.param(
            "qqq: 1\n",
            "1:1: there is no setting `qqq`; known are `baseline`, `country`, `exclude`, `fail_on`, `model`, `per_path`, "
            "`rule_paths`, `rules`, `words`",
            id="far-key",
        ),
        pytest.param("- a\n", "1:1: a config is a map of settings, such as `rules:`", id="list"),
        pytest.param("rules: [no-gifts]\n", "1:8: `rules` is a map, such as `no-gifts: off`", id="rules-list"),
        pytest.param(
            "rules:\n  no-gifts: of\n",
            "2:13: `no-gifts` cannot be `of`; write `error`, `warning`, `suggestion`, `off`",
            id="rule-value",
        ),
        pytest.param(
            "rules:\n  no-gifts:\n",
            "2:12: `no-gifts` cannot be ``; write `error`, `warning`, `suggestion`, `off`",
            id="rule-without-value",
        ),
        pytest.param(
            "rules:\n  no-gifts: {severity: bad}\n",
            "2:24: `no-gifts` cannot be `bad`; write `error`, `warning`, `suggestion`, `off`",
            id="severity-of-rule",
        ),
        pytest.param(
            "fail_on: errors\n",
            "1:10: `fail_on` cannot be `errors`; write `error`, `warning`, `suggestion`, `never`",
            id="fail-on",
        ),
        pytest.param("exclude: old\n", "1:10: `exclude` is a list, such as `exclude: [one, two]`", id="text-for-list"),
        pytest.param("exclude: [[a]]\n", "1:10: `exclude` is a list, such as `exclude: [one, two]`", id="nested-list"),
        pytest.param("model: [a]\n", "1:8: `model` is one word or path", id="list-for-text"),
        pytest.param(
            "per_path:\n  a: {exclude: [b]}\n",
            "2:7: there is no setting `exclude`; known are `baseline`, `country`, `fail_on`, `model`, `rule_paths`, "
            "`rules`, `words`",
            id="exclude-per-path",
        ),
        pytest.param("per_path: [a]\n", "1:11: `per_path` is a map from globs to settings", id="per-path-list"),
        pytest.param(
            "per_path:\n  a: {word: [b]}\n", "2:7: there is no setting `word`; is it `words`?", id="key-per-path"
        ),
        pytest.param("rules: {}\nrules: {}\n", "2:1: the key `rules` stands twice; keep one of them", id="key-twice"),
        pytest.param(
            "exclude: [*.md]\n",
            "1:12: this is not valid YAML: did not find expected alphabetic or numeric character while scanning an "
            "alias; text that begins with `*` needs quotes around all of it",
            id="unquoted-star",
        ),
    ],
)
def test_a_broken_config(written, text, message):
    path = written(text)
    with pytest.raises(ConfigError) as caught:
        config.read(path)
    assert str(caught.value) == f"{path}:{message}"


def test_a_config_that_cannot_be_read(tmp_path):
    with pytest.raises(ConfigError, match="this config cannot be read: No such file or directory"):
        config.read(tmp_path / "none.yml")
    (tmp_path / "latin.yml").write_bytes("words: [é]\n".encode("latin-1"))
    with pytest.raises(ConfigError, match="this config cannot be read: it is not UTF-8"):
        config.read(tmp_path / "latin.yml")


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        pytest.param("no-gifts: off", None, id="off"),
        pytest.param("no-gifts: {severity: error}", None, id="severity"),
        pytest.param("no-such-rule: {most: 3}", None, id="unknown-rule"),
        pytest.param(
            "no-gifts: {severty: error}",
            "2:3: the rule `no-gifts` has no options; write `off`, or a severity",
            id="rule-without-options",
        ),
        pytest.param(
            "known-headers: {most: 3}", "2:3: `known-headers`: there is no option `most`; take it out", id="option"
        ),
    ],
)
def test_options_that_rules_do_not_have(written, rules, message):
    path = written(f"rules:\n  {rules}\n")
    read = config.read(path)
    if message is None:
        read.check_options(load())
        return
    with pytest.raises(ConfigError) as caught:
        read.check_options(load())
    assert str(caught.value) == f"{path}:{message}"


def test_a_config_is_a_value(written):
    path = written(FULL)
    assert config.read(path) is config.read(Path(path))
