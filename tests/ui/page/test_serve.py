"""`notelint serve` as a process: its address, what cannot be had, and its quiet end."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

pytest.importorskip("starlette", reason="the extra `serve` is not installed")
pytest.importorskip("uvicorn", reason="the extra `serve` is not installed")


def serving(*args, cwd):
    command = [sys.executable, "-m", "notelint", "serve", "--no-browser", *args]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=cwd)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_interrupted(tmp_path, ending):
    with serving(cwd=tmp_path) as running:
        address = re.fullmatch(r"notelint is at (http://127\.0\.0\.1:\d+/[\w-]{32}/)\n", running.stdout.readline())[1]
        with urllib.request.urlopen(address, timeout=60) as page:
            assert b"<title>notelint" in page.read()
        assert running.stdout.readline() == "Only this computer can open it. Ctrl-C ends it.\n"
        running.send_signal(ending)
        assert running.communicate(timeout=30) == ("", "")
    assert running.returncode in {0, -signal.SIGTERM}
    assert list(tmp_path.iterdir()) == []


def test_each_address_is_another(tmp_path):
    with serving(cwd=tmp_path) as first, serving(cwd=tmp_path) as second:
        tokens = [each.stdout.readline().split("/")[3] for each in (first, second)]
        for each in (first, second):
            each.send_signal(signal.SIGINT)
            each.communicate(timeout=30)
    assert tokens[0] != tokens[1]


def refused(*args, cwd):
    with serving(*args, cwd=cwd) as running:
        out, err = running.communicate(timeout=60)
    return running.returncode, out, err


def test_a_port_that_is_taken(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        status, out, err = refused("--port", str(port), cwd=tmp_path)
    assert (status, out) == (2, "")
    assert re.fullmatch(rf"notelint: port {port} cannot be had \(.*\); take another: `notelint serve --port 0`\n", err)


def test_a_broken_config(tmp_path):
    (tmp_path / ".notelint.yml").write_text("rulez: {}\n")
    status, out, err = refused(cwd=tmp_path)
    assert (status, out) == (2, "")
    assert err.startswith("notelint: .notelint.yml:1:1: ")


def test_without_the_extra(tmp_path):
    (tmp_path / "uvicorn.py").write_text("raise ImportError\n")
    done = subprocess.run(
        [sys.executable, "-m", "notelint", "serve"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])},
    )
    assert done.returncode == 2
    assert done.stderr == (
        "notelint: the page needs more than is installed; `pip install 'notelint[serve]'` brings it\n"
    )


def test_it_opens_the_browser(tmp_path):
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    browser.chmod(0o755)
    command = [sys.executable, "-m", "notelint", "serve"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"BROWSER": str(browser)}
    ) as running:
        address = running.stdout.readline().split()[-1]
        with urllib.request.urlopen(address, timeout=60):
            running.send_signal(signal.SIGINT)
        running.communicate(timeout=30)
    assert (tmp_path / "opened").read_text().strip() == address
