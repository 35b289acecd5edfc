"""A changed draft in the place of the old one: whole or not at all, with all that belongs to the file."""

import os
import resource
import subprocess
import sys
import textwrap

import pytest

from notelint.drafts import disk
from notelint.errors import DraftError

OLD, NEW = b"Thank you for the the tour.\n", b"Thank you for the tour.\n"


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(OLD)
    return path


def left(folder):
    """What stands in a folder besides the draft."""
    return sorted(path.name for path in folder.iterdir() if path.name != "note.txt")


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o664, 0o755])
def test_permissions_stay(draft, mode):
    draft.chmod(mode)
    assert disk.replace(str(draft), OLD, NEW) == 0
    assert draft.read_bytes() == NEW
    assert draft.stat().st_mode & 0o7777 == mode
    assert left(draft.parent) == []


@pytest.mark.parametrize("name", ["信" * 80 + ".txt", "n" * 251 + ".txt"], ids=["80-characters", "255-bytes"])
def test_a_name_may_be_as_long_as_names_can_be(draft, name):
    long = draft.rename(draft.with_name(name))
    disk.replace(str(long), OLD, NEW)
    assert (long.read_bytes(), left(draft.parent)) == (NEW, [name])


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give a file away")
def test_the_owner_stays(draft):
    os.chown(draft, 1234, 2345)
    disk.replace(str(draft), OLD, NEW)
    assert (draft.stat().st_uid, draft.stat().st_gid) == (1234, 2345)


def test_the_time_is_that_of_the_fix(draft):
    os.utime(draft, (1, 1))
    disk.replace(str(draft), OLD, NEW)
    assert draft.stat().st_mtime > 1


def test_a_link_stays_a_link_and_its_target_is_written(draft, tmp_path):
    (tmp_path / "folder").mkdir()
    link = tmp_path / "folder" / "link.txt"
    link.symlink_to("../note.txt")
    disk.replace(str(link), OLD, NEW)
    assert link.is_symlink()
    assert draft.read_bytes() == NEW


def test_other_names_of_the_file_are_counted_and_keep_the_old_content(draft, tmp_path):
    (tmp_path / "other.txt").hardlink_to(draft)
    assert disk.replace(str(draft), OLD, NEW) == 1
    assert (tmp_path / "other.txt").read_bytes() == OLD


def test_a_draft_that_is_so_already_is_left_alone(draft):
    before = draft.stat().st_ino
    assert disk.replace(str(draft), NEW, OLD) == 0
    assert draft.stat().st_ino == before


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        pytest.param(lambda path: path.write_bytes(b"Written meanwhile.\n"), "changed while it was being fixed", id="changed"),
        pytest.param(lambda path: path.chmod(0o444), "read-only", id="read-only"),
        pytest.param(lambda path: path.unlink(), "No such file", id="gone"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_one_line_and_nothing_is_lost(draft, spoil, says):
    spoil(draft)
    before = draft.read_bytes() if draft.exists() else None
    with pytest.raises(DraftError, match=says) as problem:
        disk.replace(str(draft), OLD, NEW)
    assert "nothing was written" in problem.value.message
    assert (draft.read_bytes() if draft.exists() else None) == before
    assert left(draft.parent) == []


def test_a_full_disk_leaves_the_draft_as_it_was(draft):
    """A limit on the size of files fails a write in its middle, as a full disk does."""
    code = f"""
        import resource
        from notelint.drafts import disk
        from notelint.errors import DraftError
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, {resource.RLIM_INFINITY}))
        try:
            disk.replace({str(draft)!r}, {OLD!r}, {NEW!r})
        except DraftError as problem:
            print(problem.message)
    """
    said = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True
    ).stdout
    assert said.startswith("the fixes cannot be written: ")
    assert draft.read_bytes() == OLD
    assert left(draft.parent) == []
