"""Which files are read, which wins, and what is told of files that cannot be read."""

import subprocess
import sys
from pathlib import Path

import pytest

from notelint.catalogue.load import load, read_all, read_rule, shipped, word_classes
from notelint.catalogue.source import compose
from notelint.errors import RuleError

from .build import mistakes, rule, write


def test_the_shipped_rules_have_no_mistake():
    catalogue, errors = read_all()
    assert [str(error) for error in errors] == []
    assert {"express-gratitude", "no-gifts", "not-empty"} <= set(catalogue.rules)
    assert list(catalogue.rules) == sorted(catalogue.rules)


def test_a_shipped_rule_is_read_from_the_file_that_is_edited(request):
    assert shipped() == request.config.rootpath / "rules"


def test_a_rule_knows_its_file_and_folder(tmp_path):
    write(tmp_path, {"manners/no-tea.yml": rule("no-tea")})
    made = load([tmp_path]).rules["no-tea"]
    assert (made.category, made.source.path, made.source.line) == ("manners", str(tmp_path / "manners/no-tea.yml"), 1)


def test_a_later_folder_replaces_rules_and_word_classes(tmp_path):
    write(tmp_path / "one", {"no-tea.yml": rule("no-tea", "forbid: [<drink>]"), "words/drinks.yml": "drink: [tea]\n"})
    write(tmp_path / "two", {"words/more.yml": "drink: [mate]\n", "tone/no-gifts.yml": rule("no-gifts")})
    catalogue = load([tmp_path / "one", tmp_path / "two"])
    assert catalogue.classes["drink"].entries == ("mate",)
    assert catalogue.rules["no-gifts"].summary == "Mentions tea."


def test_a_name_stands_once_in_a_folder(tmp_path):
    write(
        tmp_path,
        {
            "a/no-tea.yml": rule("no-tea"),
            "b/no-tea.yml": rule("no-tea"),
            "words/a.yml": "drink: [tea]\n",
            "words/b.yml": "drink: [mate]\n",
        },
    )
    assert mistakes(tmp_path) == {
        "no-tea": [f"1:1: the rule `no-tea` is also defined in {tmp_path / 'a/no-tea.yml'}; keep one of them"],
        "b": [f"1:1: the word class `drink` is also defined in {tmp_path / 'words/a.yml'}; keep one of them"],
    }


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param(
            {"tone/no-tea.yaml": rule("no-tea")}, {"no-tea": ["this file is not read; name it `no-tea.yml`"]}, id="yaml"
        ),
        pytest.param({".cache/no-tea.yml": "broken: [", "tone/.no-tea.yml": "broken: ["}, {}, id="hidden"),
        pytest.param({"notes.txt": "broken: ["}, {}, id="other-files"),
        pytest.param(
            {"words/drinks.yml": "drink: tea\n", "tone/no-tea.yml": rule("no-tea", "forbid: [<drink>]")},
            {
                "drinks": [
                    "1:8: the word class `drink` needs a list of phrases, such as `drink: [thank you, thanks]`"
                ]
            },
            id="class-of-text",
        ),
        pytest.param(
            {"words/drinks.yml": "drink:\n  - tea\n  - [green] \n"},
            {
                "drinks": [
                    ("3:5: the word class `drink` has phrases only; one that begins with `[` or `{`, or has a colon in it, "
                    "needs quotes around it")
                ]
            },
            id="class-of-lists",
        ),
        pytest.param(
            {"words/drinks.yml": "Drink: [tea, '*2 x', <herb>]\nherb: [sage | mint]\n"},
            {
                "drinks": [
                    "1:1: `Drink` is no name of a word class; write small letters and hyphens",
                    "1:14: “*2 x” begins or ends with a gap; a gap stands between words",
                    "2:8: “sage | mint”: `|` joins single words; write alternatives of phrases as separate list items",
                ]
            },
            id="entries",
        ),
        pytest.param(
            {"words/a.yml": "one: [<two>]\ntwo: [x, so <three>]\nthree: [<one>, <three>]\nfour: [<one>]\n"},
            {
                "a": [
                    ("1:1: the word class `one` contains `<two>`, which contains `<three>`, which contains `<one>`; "
                    "take one of these entries out")
                ]
            },
            id="circle",
        ),
        pytest.param({"words/a.yml": "one: [<one>]\n"}, {"a": ["1:1: the word class `one` contains `<one>`; take one of these entries out"]}, id="itself"),
        pytest.param(
            {"words/drinks.yml": "- tea\n"},
            {"drinks": ["1:1: this is no word class: it maps names to lists of phrases"]},
            id="classes-of-a-list",
        ),
        pytest.param(
            {"words/drinks.yml": "drink: [tea\n", "tone/no-tea.yml": rule("no-tea", "forbid: [<drink>, <no-such>]")},
            {
                "drinks": [
                    ("2:1: this is not valid YAML: did not find expected ',' or ']' while parsing a flow sequence; "
                    "text with a colon or quotes in it needs quotes around it")
                ]
            },
            id="lost-classes-are-no-mistake-of-rules",
        ),
        pytest.param(
            {
                "tone/no-tea.yml": rule("no-tea", "forbit: [tea]"),
                "tone/no-cup.yml": rule("no-cup", "forbid: [{rule: no-tea}]"),
            },
            {"no-tea": ["8:1: there is no key `forbit` here; is it `forbid`?"]},
            id="lost-rules-are-no-mistake-of-others",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_pack(tmp_path, files, said):
    write(tmp_path, files)
    assert mistakes(tmp_path) == said


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(RuleError, match="no such folder of rules; check `rule_paths`"):
        load([tmp_path / "nowhere"])


def test_a_file_that_is_not_utf_8(tmp_path):
    (tmp_path / "no-tea.yml").write_bytes("id: tée".encode("latin-1"))
    assert mistakes(tmp_path) == {"no-tea": ["this file cannot be read: it is not UTF-8; save it as UTF-8"]}


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    (tmp_path / "no-tea.yml").write_text(rule("no-tea"), encoding="utf-8-sig")
    assert mistakes(tmp_path) == {}


def test_load_raises_the_first_mistake(tmp_path):
    write(tmp_path, {"b/no-tea.yml": rule("no-tea", "forbit: [tea]"), "a/no-cup.yml": rule("no-cup", severity=None)})
    with pytest.raises(RuleError) as caught:
        load([tmp_path])
    assert str(caught.value) == f"{tmp_path / 'a/no-cup.yml'}:1:1: `severity:` is missing; every rule needs it"


def test_one_rule_from_text():
    root = compose(rule("no-tea", "forbid: [tea]\nlable: x"), "no-tea.yml")
    with pytest.raises(RuleError, match=r"no-tea\.yml:9:1: there is no key `lable` here; is it `label`\?"):
        read_rule(root, "no-tea.yml", "tone")
    assert read_rule(compose(rule("no-tea"), "no-tea.yml"), "no-tea.yml", "tone").id == "no-tea"


def test_word_classes_from_text():
    [word_class] = word_classes(compose("drink: [tea, no]\n", "drinks.yml"), "drinks.yml")
    assert (word_class.name, word_class.entries) == ("drink", ("tea", "no"))
    with pytest.raises(RuleError, match=r"drinks\.yml:1:8"):
        word_classes(compose("drink: tea\n", "drinks.yml"), "drinks.yml")


def test_pydantic_and_regex_wait_until_rules_are_read():
    code = (
        "import sys, notelint.catalogue.load, notelint.config; print({'pydantic', 'regex', 'spacy'} & set(sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out == "set()\n"


def test_every_check_has_a_function_and_a_model(request):
    from notelint.catalogue.options import CHECKS

    folder: Path = request.config.rootpath / "src" / "notelint" / "matching" / "checks"
    modules = {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--", "said"}
    assert modules == set(CHECKS)


@pytest.mark.parametrize("text", ["{", "[]", '{"tea": {}}', '{"tea": {"base": "much", "features": {}}}',
                                  '{"tea": {"base": 0, "features": {"tea": "much"}}}', '{"tea": {"base": NaN, "features": {}}}',
                                  '{"tea": {"base": 0, "features": {"tea": 1e400}}}', f'{{"tea": {{"base": 1{"0" * 400}, "features": {{}}}}}}',
                                  '{"tea": {"base": 0, "features": {"\\ud800": 1}}}'])  # fmt: skip
def test_weights_that_cannot_be_read_are_one_error_with_the_file(tmp_path, text):
    (tmp_path / "weights.json").write_text(text)
    _, errors = read_all([tmp_path])
    assert [Path(error.path).name for error in errors] == ["weights.json"]
    assert "these weights cannot be read" in str(errors[0])
