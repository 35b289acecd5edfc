"""What all tests may ask for."""

import os
import runpy
import signal
import time
from pathlib import Path

import pytest
from hypothesis import settings

GUARD = Path(__file__).with_name("guard")
runpy.run_path(str(GUARD / "sitecustomize.py"))
os.environ["PYTHONPATH"] = os.pathsep.join([str(GUARD), *filter(None, [os.environ.get("PYTHONPATH")])])

settings.register_profile("long", max_examples=2000, deadline=None)  # --hypothesis-profile=long


@pytest.fixture(scope="session", autouse=True)
def _own_store(tmp_path_factory):
    """Tests, and the commands that they run, keep nothing in the user's cache folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NOTELINT_CACHE_DIR", str(tmp_path_factory.mktemp("store")))
        yield


@pytest.fixture
def local_zone(monkeypatch):
    """Put this machine into a time zone: `local_zone("Europe/Berlin")`."""

    def put(name):
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(autouse=True)
def only_the_hook_may_download(request, monkeypatch):
    """Let the hook's test install what a hook needs; see `guard`."""
    if request.node.get_closest_marker("hook"):
        monkeypatch.setenv("NOTELINT_TESTS_ONLINE", "1")


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="write expected outputs anew from what notelint says")


def pytest_configure():
    """Programs that tests start can be interrupted, also where the tests run in the background of a shell."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
