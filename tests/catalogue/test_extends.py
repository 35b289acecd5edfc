"""What a file with `extends` makes of the rule that it names."""

import pytest

from notelint.catalogue.load import load, read_all
from notelint.types import Template

from .build import rule, write

BASE = """\
forbid: [tea]
unless: ["iced tea"]
suggest: [Coffee.]
replace: {tae: tea}
examples:
  violations:
    - "A cup of [[tea]]."
    - {text: "[[tea]] again?", kind: reminder}
  fine:
    - "A cup of coffee."
"""


def made(tmp_path, change, name="no-tea", base=None):
    """The rule of this name, from a pack that changes `no-tea` of another."""
    write(tmp_path / "one", {"tone/no-tea.yml": rule("no-tea", base or BASE)})
    write(tmp_path / "two", {f"ours/{name}.yml": change})
    return load([tmp_path / "one", tmp_path / "two"]).rules[name]


def words(patterns):
    return [word for pattern in patterns for word in pattern.words]


@pytest.mark.parametrize(
    ("change", "get", "value"),
    [
        ("severity: error", lambda made: set(made.severity.values()), {"error"}),
        ("severity: {thank-you: error, reminder: warning}", lambda made: made.severity, {"thank-you": "error", "reminder": "warning"}),
        ("message: No tea, please.", lambda made: made.message, "No tea, please."),
        ("suggest: [Water.]", lambda made: made.suggest, (Template("Water."),)),
        ("forbid: [mate]", lambda made: words(made.forbid), ["tea", "mate"]),
        ("unless: [tea towel]", lambda made: words(made.unless), ["iced tea", "tea towel"]),
        ("replace: {mat: mate}", lambda made: dict(made.replace), {"tae": "tea", "mat": "mate"}),
        ("kinds: [thank-you]", lambda made: made.kinds, ("thank-you",)),
        ("kinds: [thank-you]", lambda made: [one.text for one in made.violations], ["A cup of tea."]),
        ("kinds: [reminder]", lambda made: [one.text for one in made.violations], ["tea again?"]),
        ("examples: {violations: [Tea.]}", lambda made: len(made.violations), 3),
        ("examples: {fine: [A cup of tea.]}", lambda made: ([one.text for one in made.violations], [one.text for one in made.fine]), (["tea again?"], ["A cup of coffee.", "A cup of tea."])),
    ],
)  # fmt: skip
def test_what_it_says_is_added_or_counts_instead(tmp_path, change, get, value):
    assert get(made(tmp_path, f"extends: no-tea\n{change}\n")) == value


def test_all_else_stays(tmp_path):
    changed = made(tmp_path, "extends: no-tea\nseverity: error\n")
    assert (changed.summary, changed.category, words(changed.forbid)) == ("Mentions tea.", "tone", ["tea"])
    assert changed.source.path == str(tmp_path / "two/ours/no-tea.yml")


def test_each_pattern_knows_its_own_file(tmp_path):
    changed = made(tmp_path, "extends: no-tea\nforbid: [mate]\n")
    places = [(pattern.source.path.removeprefix(str(tmp_path)), pattern.source.line) for pattern in changed.forbid]
    assert places == [("/one/tone/no-tea.yml", 8), ("/two/ours/no-tea.yml", 2)]


def test_with_an_id_of_its_own_it_stands_beside_the_other(tmp_path):
    changed = made(tmp_path, "id: no-mate\nextends: no-tea\nforbid: [mate]\n", "no-mate")
    assert (changed.id, changed.category, words(changed.forbid)) == ("no-mate", "ours", ["tea", "mate"])
    rules = load([tmp_path / "one", tmp_path / "two"]).rules
    assert words(rules["no-tea"].forbid) == ["tea"]


def test_a_rule_that_comes_with_notelint_is_changed(tmp_path):
    write(tmp_path, {"agreement/send-promptly.yml": "extends: send-promptly\noptions: {hours: 48}\n"})
    assert load([tmp_path]).rules["send-promptly"].options == {"hours": 48}


def test_changes_of_several_packs_add_up_in_order(tmp_path):
    made(tmp_path, "extends: no-tea\nforbid: [mate]\nseverity: error\n")
    write(tmp_path / "three", {"no-tea.yml": "extends: no-tea\nforbid: [cocoa]\n"})
    changed = load([tmp_path / name for name in ("one", "two", "three")]).rules["no-tea"]
    assert (words(changed.forbid), set(changed.severity.values())) == (["tea", "mate", "cocoa"], {"error"})


def test_a_change_may_extend_a_change_whatever_the_files_are_called(tmp_path):
    made(tmp_path, "id: no-zest\nextends: no-tea\nforbid: [zest]\n", "no-zest")
    write(tmp_path / "two", {"a/no-air.yml": "id: no-air\nextends: no-zest\nforbid: [air]\n"})
    assert words(load([tmp_path / "one", tmp_path / "two"]).rules["no-air"].forbid) == ["tea", "zest", "air"]


def test_a_mistake_that_only_the_change_makes_is_told_of_the_change(tmp_path):
    base = "require: [tea]\nmissing: {message: No tea., zone: body}\ngiven: express-gratitude\n"
    write(tmp_path / "one", {"tone/no-tea.yml": rule("no-tea", base)})
    write(
        tmp_path / "two",
        {"tone/express-gratitude.yml": rule("express-gratitude"), "no-tea.yml": "extends: no-tea\nseverity: error\n"},
    )
    errors = read_all([tmp_path / "one", tmp_path / "two"])[1]
    assert [(error.path, error.line, error.message) for error in errors if "no-tea" in error.path] == [
        (
            str(tmp_path / "two/no-tea.yml"),
            1,
            f"`given` names another rule with `require`; `express-gratitude` is none ({tmp_path / 'one/tone/no-tea.yml'}:10, with these changes)",
        )
    ]


def test_a_rule_is_changed_once_in_a_folder(tmp_path):
    made(tmp_path, "extends: no-tea\nseverity: error\n")
    write(tmp_path / "two", {"theirs/no-tea.yml": "extends: no-tea\nforbid: [mate]\n"})
    errors = read_all([tmp_path / "one", tmp_path / "two"])[1]
    assert [(error.path, error.message) for error in errors] == [
        (
            str(tmp_path / "two/theirs/no-tea.yml"),
            f"the rule `no-tea` is also changed in {tmp_path / 'two/ours/no-tea.yml'}; keep one of them",
        )
    ]
