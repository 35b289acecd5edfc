"""What is kept between runs: private, whole or not at all, never an error."""

import os
import stat
import subprocess
import sys
import threading

import pytest

from notelint import store

KEY = "0f" * 16


@pytest.fixture(autouse=True)
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("NOTELINT_CACHE_DIR", str(tmp_path / "kept"))
    return tmp_path / "kept"


def kept(root):
    return root / "reports" / f"{KEY}.notelint"


def test_what_is_put_is_there():
    assert store.get("reports", KEY) is None
    store.put("reports", KEY, b"one")
    assert store.get("reports", KEY) == b"one"
    store.put("reports", KEY, b"two")
    assert store.get("reports", KEY) == b"two"
    assert store.get("rules", KEY) is None


def test_only_the_owner_can_read_it(root):
    store.put("reports", KEY, b"one")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (root, root / "reports", kept(root))}
    assert modes == {"kept": 0o700, "reports": 0o700, f"{KEY}.notelint": 0o600}


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:0], id="empty"),
        pytest.param(lambda data: data[:-1], id="cut off"),
        pytest.param(lambda data: data[:5], id="cut off in its head"),
        pytest.param(lambda data: data + b"x", id="something after it"),
        pytest.param(lambda data: data[:-1] + bytes([data[-1] ^ 1]), id="one bit is another"),
        pytest.param(lambda data: b"notelint 1\n" + data[11:], id="of another version"),
    ],
)
def test_what_is_damaged_is_not_there(root, damage):
    store.put("reports", KEY, b"one")
    kept(root).write_bytes(damage(kept(root).read_bytes()))
    assert store.get("reports", KEY) is None


@pytest.mark.parametrize("damage", [lambda data: data, lambda data: data[:-1], lambda data: data[:-1] + b"!"])
def test_what_is_large_is_a_view_of_the_file_and_checked_too(root, damage, monkeypatch):
    monkeypatch.setattr(store, "_brief", [True])
    large = b"one " * (1 << 19)
    store.put("rules", KEY, large)
    file = root / "rules" / f"{KEY}.notelint"
    file.write_bytes(damage(file.read_bytes()))
    found = store.get("rules", KEY)
    if damage(b"??") == b"??":
        assert isinstance(found, memoryview)
        assert found == large
        store.clear()
        assert found == large  # it stays until the view is gone
    else:
        assert found is None


def test_what_lies_under_another_key_is_not_there(root):
    store.put("reports", KEY, b"one")
    kept(root).rename(root / "reports" / "ab.notelint")
    assert store.get("reports", "ab") is None


@pytest.mark.parametrize(
    "path", [pytest.param(kept, id="the file"), pytest.param(lambda root: root / "reports", id="its folder")]
)
@pytest.mark.parametrize("mode", [0o720, 0o702])
def test_what_others_could_have_written_is_not_read(root, path, mode):
    store.put("reports", KEY, b"one")
    path(root).chmod(mode)
    assert store.get("reports", KEY) is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize(
    "path", [pytest.param(kept, id="the file"), pytest.param(lambda root: root / "reports", id="its folder")]
)
def test_what_another_user_owns_is_not_read(root, path):
    store.put("reports", KEY, b"one")
    os.chown(path(root), 12345, 12345)
    assert store.get("reports", KEY) is None
    store.put("reports", "ab", b"two")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_root_makes_nothing_in_the_home_of_another_user(tmp_path, root):
    os.chown(tmp_path, 12345, 12345)
    store.put("reports", KEY, b"one")
    assert not root.exists()


def test_a_link_is_not_followed(root, tmp_path):
    store.put("reports", KEY, b"one")
    kept(root).rename(tmp_path / "elsewhere")
    kept(root).symlink_to(tmp_path / "elsewhere")
    assert store.get("reports", KEY) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("NOTELINT_CACHE_DIR", str(tmp_path / "file" / "kept"))
    store.put("reports", KEY, b"one")
    assert store.get("reports", KEY) is None
    assert store.info() == {}
    assert store.clear() == 0


@pytest.mark.parametrize("before", ["", "1"])
def test_switched_off(monkeypatch, before):
    store.put("reports", KEY, b"one")
    monkeypatch.setenv("NOTELINT_NO_CACHE", before)
    kept = store.get("reports", KEY)
    assert kept == (b"one" if not before else None)
    with store.SwitchedOff():
        assert store.folder() is None
        assert store.get("reports", KEY) is None
    assert store.get("reports", KEY) == kept
    assert os.environ["NOTELINT_NO_CACHE"] == before


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        pytest.param({"NOTELINT_CACHE_DIR": "/own/place"}, "/own/place", id="named"),
        pytest.param({"XDG_CACHE_HOME": "/var/caches"}, "/var/caches/notelint", id="the user's cache folder"),
        pytest.param({"XDG_CACHE_HOME": "caches"}, "/home/dana/.cache/notelint", id="a relative one does not count"),
        pytest.param({}, "/home/dana/.cache/notelint", id="none named"),
        pytest.param({"HOME": "here"}, None, id="no home"),
    ],
)
@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these have folders of their own")
def test_the_folder(environment, folder, monkeypatch):
    for name in ("NOTELINT_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/dana", **environment}.items():
        monkeypatch.setenv(name, value)
    assert store.folder() == folder


@pytest.mark.parametrize(("kind", "key"), [("reports", "../x"), ("reports", ""), ("..", KEY), ("a/b", KEY)])
def test_no_key_leads_out_of_the_folder(kind, key):
    with pytest.raises(ValueError, match="no kind and key"):
        store.put(kind, key, b"one")


def test_info_and_clear(root):
    for kind, key, data in [("reports", "a", b"x" * 10), ("reports", "b", b"x" * 5), ("rules", "c", b"x")]:
        store.put(kind, key, data)
    head = 64  # bytes
    assert store.info() == {"reports": (2, 15 + 2 * head), "rules": (1, 1 + head)}
    (root / "mine").mkdir()
    (root / "mine" / "letter.txt").write_text("Dear Ms. Okafor")
    (root / "rules" / "note.txt").write_text("also mine")
    assert store.clear() == 3
    assert store.info() == {}
    assert sorted(path.name for path in root.rglob("*.txt")) == ["letter.txt", "note.txt"]


@pytest.mark.parametrize(
    "name", ["x.notelint", "thesis.unfinished", "a b.notelint", "x.notelint.unfinished", "x.notelint.bak.unfinished"]
)
def test_what_is_not_ours_stays(root, name):
    store.put("reports", "1a", b"x")
    for folder in ("reports", "mine"):
        (root / folder).mkdir(exist_ok=True)
        (root / folder / name).write_bytes(b"my own words")
    assert store.clear() == 1
    assert sorted(path.parent.name for path in root.rglob(name)) == ["mine", "reports"]


def test_bounded_in_size(root, monkeypatch):
    monkeypatch.setattr(store, "_MOST", 10 * 4096)
    monkeypatch.setattr(store, "_SWEEP", 1)
    for number in range(30):
        store.put("reports", f"{number:03}", b"x" * 5000)
        os.utime(root / "reports" / f"{number:03}.notelint", (1e9 + number, 1e9 + number))
    assert store.info()["reports"][0] <= 6
    assert store.get("reports", "029") is not None
    assert store.get("reports", "000") is None


def test_what_a_crash_left_is_swept_away(root, monkeypatch):
    monkeypatch.setattr(store, "_SWEEP", 1)
    store.put("reports", KEY, b"one")
    old, new = (root / "reports" / f"{name}.notelint.{'0' * 16}.unfinished" for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1e9, 1e9))
    store.put("reports", KEY, b"two")
    assert not old.exists()
    assert new.exists()
    assert store.get("reports", KEY) == b"two"


def test_many_at_once():
    """Whoever reads while others write sees one of the things written, whole."""
    values = [bytes([letter]) * 20000 for letter in b"abcd"]
    store.put("reports", KEY, values[0])
    writers = [threading.Thread(target=lambda v=v: [store.put("reports", KEY, v) for _ in range(50)]) for v in values]
    for writer in writers:
        writer.start()
    seen = {store.get("reports", KEY) for _ in range(200)}
    for writer in writers:
        writer.join()
    assert seen <= set(values)
    assert store.info()["reports"][0] == 1


def test_backups_leave_it_out(root):
    store.put("reports", KEY, b"one")
    assert (root / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_it_imports_next_to_nothing():
    code = "import sys; before = set(sys.modules); import notelint.store; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["__future__", "notelint", "notelint.store", "zlib"]
