"""Where reports go: several formats at once, files whole or not at all, the unit of columns, placeholders for names."""

import json
import os
import stat
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from notelint.reporters.json import schema

WIDE = "Dear Ms. Okafor,\r\n\r\nThank you 👍🏽 for your time, Zoë. Could you give me some feedback on my interview?\r\n"
SHOWN = "asks how you did"


@pytest.fixture
def wide(tmp_path):
    (tmp_path / "wide.txt").write_bytes(WIDE.encode())
    return "wide.txt"


def test_several_at_once(notelint, faulty, tmp_path):
    result = notelint(
        faulty, "--output", "a.sarif", "--output", "junit=b.out", "--output", "c.html", "--output", "d=e.json"
    )
    assert result.status == 1
    assert SHOWN in result.out
    assert json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert ET.fromstring((tmp_path / "b.out").read_bytes()).tag == "testsuites"
    assert (tmp_path / "c.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert json.loads((tmp_path / "d=e.json").read_text(encoding="utf-8"))["version"] == 1


def test_a_file_has_no_colour_and_standard_output_its_own_format(notelint, faulty, tmp_path):
    result = notelint(faulty, "--format", "json", "--color", "always", "--output", "a.txt")
    assert json.loads(result.out)["summary"]["error"] == 1
    assert SHOWN in (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert "\x1b" not in (tmp_path / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (
            ["--output", "report.out"],
            "the format of `report.out` is not clear; write one before it, as in json=report.out",
        ),
        (["--output", "sarf=a"], "there is no format `sarf`; is it `sarif`?"),
        (["--output", "json="], "names no file"),
        (["--output", "-"], "the format of standard output is chosen by --format"),
        (["--output", "a.json", "--output", "./a.json"], "two outputs go to"),
        (["--position-encoding", "utf-16"], "--position-encoding is for concise or json; text counts in its own way"),
        (["--position-encoding", "utf-7"], "utf-16"),
        (["--output", "text=interview.yml"], "interview.yml: this is a file of settings; name another file"),
        (["--output", "text=./.notelint.yml"], "this is a file of settings; name another file"),
        (["--redact", "--format", "github"], "--redact cannot be kept by github"),
        (["--redact", "--output", "a.sarif"], "--redact cannot be kept by sarif"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_read(notelint, faulty, tmp_path, args, says):
    result = notelint(faulty, *args)
    assert result.status == 2
    assert says in result.err
    assert result.err.count("\n") == 1
    assert not result.out
    assert [path.name for path in tmp_path.iterdir()] == [faulty]


@pytest.mark.parametrize("path", ["none/a.json", "folder.json"])
def test_a_file_that_cannot_be_written_is_one_line_after_the_report(notelint, faulty, tmp_path, path):
    (tmp_path / "folder.json").mkdir()
    result = notelint(faulty, "--output", path, "--output", "b.json")
    assert result.status == 2
    assert SHOWN in result.out
    assert result.err.startswith(f"notelint: {path}: the report cannot be written here: ")
    assert result.err.count("\n") == 1
    assert (tmp_path / "b.json").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_stays(notelint, faulty, tmp_path):
    (tmp_path / "a.json").write_text("mine")
    (tmp_path / "a.json").chmod(0o400)
    assert notelint(faulty, "--output", "a.json").status == 2
    assert (tmp_path / "a.json").read_text() == "mine"


def test_a_file_that_is_there_keeps_its_permissions_and_a_link_its_aim(notelint, faulty, tmp_path):
    (tmp_path / "real.json").write_text("old and longer than what comes" * 1000)
    (tmp_path / "real.json").chmod(0o640)
    (tmp_path / "a.json").symlink_to("real.json")
    notelint(faulty, "--output", "a.json")
    assert (tmp_path / "a.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text(encoding="utf-8"))["version"] == 1
    assert stat.S_IMODE((tmp_path / "real.json").stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_new_files(notelint, faulty, tmp_path):
    mask = os.umask(0o027)
    try:
        notelint(faulty, "--output", "a.json")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", faulty]


def test_a_device_takes_what_is_written(notelint, faulty):
    assert notelint(faulty, "--output", "json=/dev/null").status == 1


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 41), ("utf-16", 36), ("utf-32", 34)])
def test_the_unit_of_columns(notelint, wide, encoding, column):
    document = json.loads(notelint(wide, "--format", "json", "--position-encoding", encoding).out)
    assert document["position_encoding"] == encoding
    [found] = [one for one in document["drafts"][0]["violations"] if one["rule"] == "no-feedback-requests"]
    codec, unit = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[encoding]
    data = WIDE.encode(codec)
    assert data[found["start"]["offset"] * unit : found["end"]["offset"] * unit].decode(codec) == found["text"]
    assert (found["start"]["line"], found["start"]["column"]) == (3, column)
    lines = notelint(wide, "--format", "concise", "--position-encoding", encoding).out
    assert f"wide.txt:3:{column}: error: " in lines


def test_the_unit_of_a_file_while_the_terminal_shows_text(notelint, wide, tmp_path):
    assert notelint(wide, "--position-encoding", "utf-16", "--output", "a.json").status == 1
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["position_encoding"] == "utf-16"


def test_names_are_out_of_all_that_is_written(notelint, faulty, tmp_path):
    result = notelint(faulty, "--redact", "--output", "a.html", "--output", "a.json", "--output", "a.xml")
    for text in (result.out, *((tmp_path / f"a.{end}").read_text(encoding="utf-8") for end in ("html", "json", "xml"))):
        assert "Okafor" not in text
        assert "faulty" not in text
    assert SHOWN in result.out


@pytest.mark.parametrize(
    ("args", "shown"),
    [
        (["faulty.txt", "--output", "./faulty.txt"], False),
        (["faulty.txt", "wide.txt", "--output", "json=wide.txt"], False),
        (["faulty.txt", "--output", "text=link.txt"], False),
        (["--fix", "faulty.txt", "--output", "faulty.txt"], False),
        ([".", "--output", "wide.txt"], True),
        ([".", "--redact", "--output", "wide.txt"], True),
    ],
)
def test_a_report_never_takes_the_place_of_a_draft(notelint, faulty, wide, tmp_path, args, shown):
    (tmp_path / "link.txt").symlink_to(faulty)
    before = {name: (tmp_path / name).read_bytes() for name in (faulty, wide)}
    result = notelint(*args)
    assert result.status == 2
    assert "this is a draft that is checked; name another file for the report" in result.err
    assert bool(result.out) == shown
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


@pytest.mark.parametrize("name", ["r" * 250 + ".json", "信" * 83 + ".json"], ids=["255-bytes", "88-characters"])
def test_a_report_may_have_a_long_name(notelint, faulty, tmp_path, name):
    assert notelint(faulty, "--output", name).status == 1
    assert json.loads((tmp_path / name).read_text(encoding="utf-8"))["version"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([faulty, name])


@pytest.mark.skipif(os.name != "posix", reason="there is no such device")
def test_a_report_to_the_stream_of_the_process(faulty, tmp_path):
    command = [sys.executable, "-m", "notelint", faulty, "--quiet", "--no-cache", "--output", "json=/dev/stdout"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout[done.stdout.index("{\n") :])["version"] == 1


@pytest.mark.parametrize("option", ["--diff", "--write-baseline"])
@pytest.mark.parametrize("vain", [["--format", "json"], ["--output", "a.json"], ["--redact"]])
def test_what_would_have_no_effect_is_refused(notelint, faulty, tmp_path, option, vain):
    result = notelint(faulty, option, *vain)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"notelint: `{option}` ")
    assert result.err.endswith(f"; leave out `{vain[0]}`\n")
    assert [path.name for path in tmp_path.iterdir()] == [faulty]


def test_the_schema_of_the_report(notelint):
    assert notelint("schema", "report").out == schema()
    assert notelint("schema").out == notelint("schema", "rule").out != schema()
