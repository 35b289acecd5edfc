"""In how many threads numpy multiplies while letters are parsed, and afterwards: it is a host program's, too."""

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Thread

import pytest
from threadpoolctl import ThreadpoolController

from notelint.language import threads
from notelint.language.threads import one_thread

HOSTS = 3  # threads that the host program has asked for


def in_a_thread(work):
    """Do something in a thread that ends then: only the one that limits numpy may do so again, as long as it lives."""
    thread = Thread(target=work)
    thread.start()
    thread.join()


@pytest.fixture
def now(monkeypatch):
    """Asks in how many threads numpy multiplies now."""
    import numpy as np  # noqa: F401 - it brings the library that multiplies

    for name in threads._ASKED_FOR:
        monkeypatch.delenv(name, raising=False)
    libraries = ThreadpoolController().select(user_api="blas")
    before = [library["num_threads"] for library in libraries.info()]
    in_a_thread(lambda: libraries.limit(limits=HOSTS))
    yield lambda: {library["num_threads"] for library in libraries.info()}
    in_a_thread(lambda: libraries.limit(limits=before[0]))


@pytest.fixture
def threaded():
    """Does something in the thread of a name, which lives as long as the test."""
    pools = defaultdict(partial(ThreadPoolExecutor, 1))
    yield lambda name, work: pools[name].submit(work).result(60)
    for pool in pools.values():
        pool.shutdown()


@pytest.mark.parametrize(
    ("order", "numbers"),
    [
        pytest.param("+a -a", [1, 3], id="alone"),
        pytest.param("+a -a +b -b", [1, 3, 1, 3], id="one after the other"),
        pytest.param("+a +b -b -a", [1, 1, 1, 3], id="one during the other"),
        pytest.param("+a +b -a -b", [1, 1, 3, 3], id="overlapping"),
        pytest.param("+a +b -a +c -b -c", [1, 1, 3, 1, 1, 3], id="a chain"),
        pytest.param("+a +b +c +d -b -a -d -c", [1, 1, 1, 1, 1, 3, 3, 3], id="four"),
    ],
)
def test_threads_that_come_and_go(now, threaded, order, numbers):
    assert now() == {HOSTS}
    inside, seen = defaultdict(one_thread), []
    for step, name in order.split():
        way = inside[name].__enter__ if step == "+" else partial(inside[name].__exit__, None, None, None)
        threaded(name, way)
        seen.append(now())
    assert seen == [{number} for number in numbers]


def test_a_parse_that_fails_leaves_no_trace(now, threaded):
    def fail():
        with one_thread():
            raise ZeroDivisionError

    for name in "ab":
        with pytest.raises(ZeroDivisionError):
            threaded(name, fail)
        assert now() == {HOSTS}


def test_what_the_environment_says_counts(now, threaded, monkeypatch):
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")

    def ask():
        with one_thread():
            return now()

    assert threaded("a", ask) == {HOSTS}
