"""YAML with a place on every node, and what it refuses."""

import pytest

from notelint.catalogue.source import compose
from notelint.errors import ConfigError, RuleError

TEXT = "a: no\nlist:\n  - 14:30\n  - 'it''s'\nmap: {é: \"x\", k: }\n"


def test_scalars_are_the_text_written():
    assert compose(TEXT, "t.yml").plain_data() == {"a": "no", "list": ["14:30", "it's"], "map": {"é": "x", "k": ""}}


@pytest.mark.parametrize("text", ["", "# nothing\n", "\n\n"])
def test_an_empty_document_has_no_node(text):
    assert compose(text, "t.yml") is None


@pytest.mark.parametrize(
    ("path", "place", "written"),
    [
        pytest.param(("a",), (1, 4), "no", id="value"),
        pytest.param(("list", 0), (3, 5), "14:30", id="item"),
        pytest.param(("list", 1), (4, 5), "'it''s'", id="quoted"),
        pytest.param(("map", "é"), (5, 10), '"x"', id="in-flow-after-an-accent"),
        pytest.param(("list", 7), (3, 3), None, id="past-the-end-gives-the-list"),
        pytest.param(("map", "k", "deeper"), (5, 18), "", id="below-a-scalar-gives-the-scalar"),
    ],
)
def test_places(path, place, written):
    node = compose(TEXT, "t.yml").at(path)
    assert (node.line, node.column) == place
    if written is not None:
        assert TEXT[node.start : node.end] == written


def test_places_are_in_code_points():
    node = compose("'😀': {k: v}\n", "t.yml").at(("😀", "k"))
    assert (node.column, node.start) == (10, 9)


def test_quotes_are_known():
    root = compose("a: x\nb: 'x'\n", "t.yml")
    assert (root.get("a").plain, root.get("b").plain) == (True, False)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", "t.yml:3:1: the key `a` stands twice; keep one of them", id="key-twice"),
        pytest.param("a: *b\n", "t.yml:1:4: text that begins with `*` needs quotes around all of it", id="alias"),
        pytest.param("a: &b c\n", "t.yml:1:4: text that begins with `&` needs quotes around all of it", id="anchor"),
        pytest.param("a: !b c\n", "t.yml:1:4: text that begins with `!` needs quotes around all of it", id="tag"),
        pytest.param(
            "&b {a: c}\n", "t.yml:1:1: text that begins with `&` needs quotes around all of it", id="anchored-map"
        ),
        pytest.param("a: b\n---\nc: d\n", "t.yml:2:1: a second document begins here; one file holds one", id="two"),
        pytest.param("[" * 50 + "]" * 50, "t.yml:1:42: this YAML is nested too deeply", id="deep"),
        pytest.param(
            "[a, b]: c\n",
            "t.yml:1:1: a key is one text; text that begins with `[` or `{` needs quotes around all of it",
            id="list-as-key",
        ),
        pytest.param(
            "a: b: c\n",
            "t.yml:1:5: this is not valid YAML: mapping values are not allowed in this context; "
            "text with a colon or quotes in it needs quotes around it",
            id="colon",
        ),
        pytest.param(
            "a: %b\n",
            "t.yml:1:4: this is not valid YAML: found character that cannot start any token while scanning for the "
            "next token; text that begins with `%` needs quotes around all of it",
            id="percent",
        ),
        pytest.param(
            "a: \x01\n",
            "t.yml: this is not valid YAML: unacceptable character #x0001: control characters are not allowed",
            id="control-character",
        ),
    ],
)
@pytest.mark.parametrize("error", [RuleError, ConfigError])
def test_refusals(text, message, error):
    with pytest.raises(error) as caught:
        compose(text, "t.yml", error)
    assert str(caught.value) == message


def test_aliases_cannot_blow_up():
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    with pytest.raises(RuleError, match="begins with `&`"):
        compose(bomb, "t.yml")
