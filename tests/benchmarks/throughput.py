"""Requests a second over eight connections, by one thread that waits on all of them."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from subprocess import DEVNULL, Popen
from urllib.request import urlopen

CONNECTIONS = 8
PATIENCE = 60.0


def rate(port: int, addresses: Sequence[str], seconds: float) -> float:
    """Return answers a second; raises when one of them is no success."""
    turn = cycle(addresses)
    waiting = selectors.DefaultSelector()
    began = time.perf_counter()
    answered = 0

    def ask() -> None:
        connection = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        address = next(turn)
        connection.sendall(
            f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
        )
        waiting.register(connection, selectors.EVENT_READ, (address, bytearray()))

    for _ in range(CONNECTIONS):
        ask()
    while True:
        for key, _events in waiting.select(PATIENCE):
            connection, (address, read) = key.fileobj, key.data
            assert isinstance(connection, socket.socket)
            if part := connection.recv(262_144):
                read += part
                continue
            waiting.unregister(connection)
            connection.close()
            if b" 200 " not in read[:16]:
                message = f"{address} answered {bytes(read[:60])!r}"
                raise RuntimeError(message)
            answered += 1
            if (taken := time.perf_counter() - began) >= seconds:
                _close(waiting)
                return answered / taken
            ask()


def _close(waiting: selectors.BaseSelector) -> None:
    for key in list(waiting.get_map().values()):
        connection = key.fileobj
        assert isinstance(connection, socket.socket)
        connection.close()
    waiting.close()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@contextmanager
def served(command: Sequence[str], port: int, environment: dict[str, str]) -> Iterator[None]:
    """Run a server until the block ends; the block begins when it answers."""
    server = Popen(command, env=environment, stdout=DEVNULL, stderr=DEVNULL)
    try:
        deadline = time.monotonic() + PATIENCE
        while not _answers(port):
            if server.poll() is not None or time.monotonic() > deadline:
                message = f"{command[0]} does not answer"
                raise RuntimeError(message)
            time.sleep(0.2)
        yield
    finally:
        server.terminate()
        server.wait()


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/", timeout=PATIENCE):
            return True
    except OSError:
        return False
