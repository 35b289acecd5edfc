"""No test gets past this machine: not this process, nor one that it starts."""

import os
import socket
import subprocess
import sys

import pytest

OUTSIDE = [
    "socket.create_connection(('192.0.2.1', 9), 1)",
    "socket.getaddrinfo('notelint.invalid', 80)",
    "socket.gethostbyname('notelint.invalid')",
    "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 9))",
    "socket.socket(socket.AF_INET6, socket.SOCK_STREAM).connect(('2001:db8::1', 9))",
]


@pytest.mark.parametrize("use", OUTSIDE)
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_what_lies_outside_is_refused(use):
    with pytest.raises(OSError, match="no test may reach"):
        eval(use)
    done = subprocess.run([sys.executable, "-c", f"import socket; {use}"], capture_output=True, text=True, check=False)
    assert "no test may reach" in done.stderr


def test_this_machine_can_be_reached(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), 5):
        pass
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(os.fspath(tmp_path / "s"))
        server.listen()
        client.connect(os.fspath(tmp_path / "s"))
