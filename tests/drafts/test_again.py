"""A file beside the draft is opened again only when it has changed, and never missed when it has."""

import os
import time

import pytest

from notelint import files

_TICK = 0.05  # seconds; times of files go on in steps


@pytest.fixture(autouse=True)
def _nothing_held(monkeypatch):
    monkeypatch.setattr(files, "_held", {})


@pytest.fixture
def opened(monkeypatch):
    """The files that are opened."""
    found, read = [], files.read
    monkeypatch.setattr(files, "read", lambda path: found.append(path) or read(path))
    return found


@pytest.fixture
def at_rest(monkeypatch):
    """Files are at rest as soon as they are written."""
    monkeypatch.setattr(files, "_SETTLED", -1)


@pytest.mark.usefixtures("at_rest")
def test_a_file_as_it_was_is_opened_once(tmp_path, opened):
    path = str(tmp_path / "a.txt")
    (tmp_path / "a.txt").write_bytes(b"Dear Dana,")
    assert [files.again(path), files.again(path)] == [b"Dear Dana,"] * 2
    assert opened == [path]


def written(path):
    path.write_bytes(b"Dear Dora,")


def written_with_its_old_time(path):
    was = path.stat()
    path.write_bytes(b"Dear Dora,")
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


def replaced(path):
    other = path.with_name("other")
    other.write_bytes(b"Dear Dora,")
    other.replace(path)


def linked(path):
    other = path.with_name("other")
    other.write_bytes(b"Dear Dora,")
    path.unlink()
    path.symlink_to(other)


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize("change", [written, written_with_its_old_time, replaced, linked])
def test_a_change_of_the_same_length_is_seen(tmp_path, change):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Dear Dana,")
    assert files.again(str(path)) == b"Dear Dana,"
    time.sleep(_TICK)
    change(path)
    assert files.again(str(path)) == b"Dear Dora,"


def test_a_file_that_was_written_just_now_is_opened_each_time(tmp_path, opened):
    path = str(tmp_path / "a.txt")
    (tmp_path / "a.txt").write_bytes(b"Dear Dana,")
    files.again(path)
    files.again(path)
    assert opened == [path, path]


@pytest.mark.usefixtures("at_rest")
def test_what_is_gone_is_gone(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Dear Dana,")
    files.again(str(path))
    path.unlink()
    with pytest.raises(FileNotFoundError):
        files.again(str(path))


@pytest.mark.usefixtures("at_rest")
def test_no_more_is_held_than_may_be(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_HELD", 3)
    for number in range(10):
        (tmp_path / f"{number}.txt").write_bytes(b"Dear Dana,")
        files.again(str(tmp_path / f"{number}.txt"))
    (tmp_path / "large.txt").write_bytes(b"x" * 20_000)
    files.again(str(tmp_path / "large.txt"))
    assert list(files._held) == [str(tmp_path / f"{number}.txt") for number in (7, 8, 9)]
