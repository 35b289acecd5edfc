"""Packs: what `pack.yml` must say, and what happens to the rules of a pack that cannot be used."""

import pytest

from notelint.catalogue.load import load, read_all

from .build import rule, write

GOOD = """\
name: our-rules
version: 1.2.0
licence: MIT
requires: ">=0.1,<1"
"""


def test_a_pack_is_known_by_its_name_and_version(tmp_path):
    write(tmp_path / "rules", {"pack.yml": GOOD, "tone/no-tea.yml": rule("no-tea")})
    write(tmp_path / "plain", {"tone/no-coffee.yml": rule("no-coffee")})
    catalogue = load([tmp_path / "rules", tmp_path / "plain"])
    assert [str(pack) for pack in catalogue.packs] == ["our-rules 1.2.0", "plain"]
    named = {name: catalogue.pack(catalogue.rules[name]) for name in ("no-tea", "no-coffee", "no-gifts")}
    assert {name: pack and str(pack) for name, pack in named.items()} == {
        "no-tea": "our-rules 1.2.0",
        "no-coffee": "plain",
        "no-gifts": None,
    }
    assert (named["no-tea"].licence, named["no-tea"].requires) == ("MIT", ">=0.1,<1")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param("", ["1:1: this is no pack: it has keys such as `name:`"], id="empty"),
        pytest.param("- name\n", ["1:1: this is no pack: it has keys such as `name:`"], id="list"),
        pytest.param("name: [a\n", ["2:1: this is not valid YAML: did not find expected ',' or ']' while parsing a flow sequence; text with a colon or quotes in it needs quotes around it"], id="yaml"),
        pytest.param(GOOD + "author: Dana\n", ["5:1: there is no key `author` here; known are `licence`, `name`, `requires`, `version`"], id="unknown-key"),
        pytest.param(GOOD.replace("licence", "license"), ["1:1: `licence:` is missing; every pack needs it, such as `licence: MIT`", "3:1: there is no key `license` here; is it `licence`?"], id="license"),
        pytest.param(GOOD.replace("name: our-rules\n", ""), ["1:1: `name:` is missing; every pack needs it, such as `name: our-rules`"], id="no-name"),
        pytest.param(GOOD.replace("our-rules", "Our Rules"), ["1:7: `Our Rules` is no name of a pack; write small letters and hyphens, such as `name: our-rules`"], id="name"),
        pytest.param(GOOD.replace("1.2.0", "latest"), ["2:10: `latest` is no version; write numbers with dots, such as `version: 1.0.0`"], id="version"),
        pytest.param(GOOD.replace('">=0.1,<1"', "0.1 or newer"), ['4:11: `0.1 or newer` is no range of versions of notelint; write it such as `requires: ">=0.1,<1"`'], id="range"),
        pytest.param(GOOD.replace('">=0.1,<1"', '">=9"'), ["4:11: this pack needs notelint >=9, and this is 0.1.0; take a pack and a notelint that fit"], id="too-old"),
        pytest.param(GOOD.replace('">=0.1,<1"', '"<0.1"'), ["4:11: this pack needs notelint <0.1, and this is 0.1.0; take a pack and a notelint that fit"], id="too-new"),
        pytest.param(GOOD.replace("MIT", "[MIT]"), ["3:10: `licence` is one text, such as `licence: MIT`"], id="list-for-text"),
        pytest.param(GOOD.replace("MIT", "''"), ["3:10: `licence` is one text, such as `licence: MIT`"], id="nothing-for-text"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_pack_file_and_only_that(tmp_path, written, said):
    write(tmp_path, {"pack.yml": written, "tone/no-tea.yml": rule("no-tea", "forbid: [<unheard>]")})
    catalogue, errors = read_all([tmp_path])
    assert [f"{error.line}:{error.column}: {error.message}" for error in errors] == said
    assert {error.path for error in errors} == {str(tmp_path / "pack.yml")}
    assert "no-tea" not in catalogue.rules


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"name: caf\xe9\n", "this file cannot be read: it is not UTF-8; save it as UTF-8")],
)
def test_a_pack_file_that_cannot_be_read(tmp_path, data, said):
    (tmp_path / "pack.yml").write_bytes(data)
    assert [error.message for error in read_all([tmp_path])[1]] == [said]


def test_a_pack_in_a_pack_is_named_itself(tmp_path):
    write(tmp_path, {"ours/pack.yml": GOOD, "ours/tone/no-tea.yml": rule("no-tea")})
    assert [error.message for error in read_all([tmp_path])[1]] == [
        "this pack lies inside another folder of rules; name its own folder in `rule_paths`"
    ]


def test_a_pack_is_named_once(tmp_path):
    for name in ("one", "two"):
        write(tmp_path / name, {"pack.yml": GOOD})
    assert [error.message for error in read_all([tmp_path / "one", tmp_path / "two"])[1]] == [
        f"the pack `our-rules` is also in {tmp_path / 'one'}; name one of them in `rule_paths`"
    ]
