"""Keeps the tests on this machine: all but loopback and Unix sockets is refused, in every Python that a test starts.

This folder stands on `PYTHONPATH` while tests run, so that Python imports this module when it begins. `pip` of the hook's
test gets through where `NOTELINT_TESTS_ONLINE` is set.
"""

import os
import sys

_NAMED = {"socket.getaddrinfo": 0, "socket.gethostbyname": 0, "socket.gethostbyaddr": 0}
_REACHED = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1}


def refuse(event, args):
    """An audit hook: raise OSError where a socket would reach beyond this machine."""
    if event in _NAMED:
        host = args[0]
    elif event in _REACHED and isinstance(args[1], tuple) and args[1]:
        host = args[1][0]
    else:
        return
    if not _is_here(host) and not os.environ.get("NOTELINT_TESTS_ONLINE"):
        raise OSError(f"no test may reach {host}: all but loopback and Unix sockets is refused")


def _is_here(host):
    if isinstance(host, bytes):
        host = host.decode("utf-8", "replace")
    return not isinstance(host, str) or host in {"", "localhost", "::1", "0.0.0.0", "::"} or host.startswith("127.")


sys.addaudithook(refuse)
