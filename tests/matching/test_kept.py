"""Compiled rules that come out of the store judge as those that went in, and are never those of other rules."""

import gc
import os
import subprocess
import sys
import weakref
from pathlib import Path

import numpy as np
import pytest
import yaml

from notelint import store
from notelint.catalogue.load import load, shipped
from notelint.config import DEFAULT, Config
from notelint.drafts.read import from_text, read
from notelint.language import analyse
from notelint.language.model import split
from notelint.matching import kept, rulebook
from notelint.matching.compile import compile_catalogue
from notelint.matching.engine import Settings, judge
from notelint.ui.lsp import watching

ROOT = Path(__file__).parents[2]
EXAMPLES = [path for path in sorted((ROOT / "examples").iterdir()) if path.is_file()]
NOTES = sorted((ROOT / "corpus" / "tuning" / "notes").glob("*.yml"))
RULE = """\
id: no-{word}
summary: Says {word}.
chapter: []
kinds: all
severity: warning
message: "“{{text}}” is said."
why: It is.
forbid:
  - "{word}"
examples:
  violations: ["He said {word}."]
  fine: ["He said nothing."]
"""


@pytest.fixture(scope="module")
def made():
    return compile_catalogue(load(), split)


@pytest.fixture(scope="module")
def again(made):
    return kept.load(kept.dump(made))


@pytest.fixture
def pack(tmp_path, monkeypatch):
    """A folder of rules, a store of its own, and no rules read in this process yet."""
    monkeypatch.setenv("NOTELINT_CACHE_DIR", str(tmp_path / "kept"))
    (tmp_path / "pack" / "tone").mkdir(parents=True)
    rulebook.forget()
    yield tmp_path / "pack"
    rulebook.forget()


def write(pack, word, file=None):
    (pack / "tone" / f"no-{file or word}.yml").write_text(RULE.format(word=word), encoding="utf-8")


def drafts():
    yield from (read(str(path)) for path in EXAMPLES)
    notes = [text for path in NOTES for text in texts(yaml.safe_load(path.read_text(encoding="utf-8")))]
    yield from (from_text(text, f"{number}.txt") for number, text in enumerate(notes[::15]))


def texts(written):
    if isinstance(written, str):
        return [written] if "\n\n" in written else []
    inner = written.values() if isinstance(written, dict) else written if isinstance(written, list) else ()
    return [text for part in inner for text in texts(part)]


def test_they_judge_as_before(made, again):
    count = 0
    for draft in drafts():
        analysis = analyse(draft)
        for settings in (Settings(), Settings(select=frozenset(list(made.rules)[count % 20 :: 20]))):
            assert judge(analysis, again, settings) == judge(analysis, made, settings)
        count += 1
    assert count > 20


def test_the_catalogue_is_whole_but_for_the_weights_which_are_in_their_index(made, again):
    assert dict(again.catalogue.rules) == dict(made.catalogue.rules)
    assert dict(again.catalogue.classes) == dict(made.catalogue.classes)
    assert not again.catalogue.weights
    assert again.weights.columns == made.weights.columns
    for part in ("base", "keys", "starts", "bounds", "names", "worths"):
        assert np.array_equal(getattr(again.weights, part), getattr(made.weights, part))


def test_what_no_draft_needs_is_not_made(made):
    fresh = kept.load(kept.dump(made))
    judge(analyse(read(str(EXAMPLES[0]))), fresh)
    assert len(fresh.phrases.phrases) < len(fresh.phrases.phrases.packed) / 20


def test_arrays_are_used_where_they_lie(made):
    """Not copied, each where its numbers may begin, and nobody can write what other processes may have too."""
    data = np.frombuffer(kept.dump(made), np.uint8)
    index = kept.load(memoryview(data)).weights
    for array in (index.keys, index.starts, index.bounds, index.names, index.worths):
        assert np.shares_memory(array, data)
        assert array.flags.aligned
        assert not array.flags.writeable


@pytest.mark.parametrize("data", [b"", b"x" * 100, b"\xff" * 100, (5).to_bytes(8, "little") * 20], ids=range(4))
def test_bytes_that_are_no_compiled_rules_are_refused(data):
    with pytest.raises(Exception):  # noqa: B017, PT011 - of any class
        kept.load(data)


def test_it_is_small(made):
    assert len(kept.dump(made)) < 14 << 20


def test_a_second_process_takes_what_the_first_compiled(pack):
    write(pack, "alas")
    first = rulebook.compile_rules((pack,))
    assert store.info()["rules"][0] == 1
    rulebook.forget()
    assert rulebook._kept((pack,)) is not None
    assert rulebook.compile_rules((pack,)) is rulebook._kept((pack,))
    assert set(rulebook.load_rules((pack,)).rules) == set(first.catalogue.rules)


def test_compiled_rules_that_are_gone_are_made_again_with_their_weights(pack):
    write(pack, "alas")
    rulebook.compile_rules((pack,))
    rulebook.forget()
    rulebook.load_rules((pack,))  # out of the store, where no catalogue has weights
    store.clear()
    rulebook._kept.cache_clear()
    assert rulebook.compile_rules((pack,)).weights.columns


def test_an_edited_rule_shows_at_once(pack):
    """Also when its file keeps size and time."""
    write(pack, "alas")
    path = pack / "tone" / "no-alas.yml"
    before = path.stat()
    rulebook.compile_rules((pack,))
    rulebook.forget()
    path.write_text(path.read_text().replace("Says alas", "Says Alas"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert rulebook.compile_rules((pack,)).rules["no-alas"].rule.summary == "Says Alas."
    assert store.info()["rules"][0] == 2


def test_an_edited_rule_shows_in_a_process_that_goes_on(pack):
    """As an editor's does, which took what an earlier process has compiled."""
    write(pack, "alas")
    rulebook.compile_rules((pack,))
    rulebook.forget()
    rulebook.compile_rules((pack,))
    path = pack / "tone" / "no-alas.yml"
    path.write_text(path.read_text().replace("Says alas", "Says Alas"))
    watching.forget_rules()
    assert rulebook.compile_rules((pack,)).rules["no-alas"].rule.summary == "Says Alas."


class Knot:
    """Something that points to itself."""


def test_rules_that_are_forgotten_are_gone(pack):
    """Though what lives as long as rules is not walked for garbage; so is what points to itself among it."""
    write(pack, "alas")
    knot = Knot()
    knot.itself = knot
    tied = weakref.ref(knot)
    met = weakref.ref(rulebook.compile_rules((pack,)).waking.met)
    del knot
    gc.collect()
    assert None not in (met(), tied())
    rulebook.forget()
    assert (met(), tied()) == (None, None)


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda pack: write(pack, "oops"), id="a rule is added"),
        pytest.param(lambda pack: write(pack, "oops", file="alas"), id="a rule is changed"),
        pytest.param(lambda pack: (pack / "tone" / "no-alas.yml").unlink(), id="a rule is removed"),
        pytest.param(lambda pack: (pack / "tone" / "no-alas.yml").rename(pack / "tone" / "no-oops.yml"), id="renamed"),
        pytest.param(lambda pack: (pack / "words.yml").write_text("hello: [hi]\n"), id="a word class is added"),
        pytest.param(lambda pack: (pack / "weights.json").write_text("{}"), id="weights are added"),
    ],
)
def test_kept_rules_are_those_of_these_files(edit, pack):
    write(pack, "alas")
    before = kept.key((pack,))
    assert kept.key((pack,)) == before
    edit(pack)
    assert kept.key((pack,)) not in {before, kept.key(())}


def test_an_edit_of_notelint_itself_counts(pack, monkeypatch):
    before = kept.key(())
    source = kept._source()
    monkeypatch.setattr(kept, "_source", lambda: [*source[:-1], (*source[-1][:2], source[-1][2] + 1)])
    assert kept.key(()) != before


def test_the_shipped_rules_are_of_notelint_itself():
    known = {path for path, _, _ in kept._source()}
    assert {str(shipped() / "weights.json"), str(shipped() / "tone" / "no-gifts.yml"), kept.__file__} <= known


@pytest.mark.parametrize("gone", ["nowhere", "tone/no-alas.yml"])
def test_what_is_no_folder_has_no_key(gone, pack):
    write(pack, "alas")
    assert kept.key((pack / gone,)) is None


def test_a_broken_rule_is_never_kept(pack):
    (pack / "tone" / "no-alas.yml").write_text("id: [")
    for _ in range(2):
        rulebook.forget()
        with pytest.raises(Exception, match="not valid YAML"):
            rulebook.catalogue(Config(rule_paths=(pack,)))
    assert store.info() == {}


@pytest.mark.parametrize(
    "damage", [b"", b"no pickle", kept._pickled({"no": "rules"}), b"\x80\x05cnotelint.nowhere\nThing\n."]
)
def test_what_cannot_be_used_is_not_taken(damage, pack):
    store.put("rules", kept.key(()), damage)
    assert rulebook._kept(()) is None


def test_without_a_store_rules_are_compiled(pack, monkeypatch):
    monkeypatch.setenv("NOTELINT_NO_CACHE", "1")
    assert rulebook.compiled(DEFAULT).rules
    assert store.info() == {}


def test_kept_rules_need_neither_yaml_nor_pydantic(pack):
    rulebook.compile_rules(())
    code = (
        "import sys; from notelint.matching import rulebook; from notelint.config import DEFAULT\n"
        "assert rulebook.compiled(DEFAULT).rules; print({'yaml', 'pydantic', 'spacy', 'textstat'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("set()\n", "")
