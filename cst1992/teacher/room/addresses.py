"""Under which addresses this computer is reached, and which of them phones should open."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from cst1992.facts.mistakes import Mistake

LOCAL = ("localhost", "127.0.0.1", "[::1]")
OUTSIDE = ("192.0.2.1", 9)
"""An address kept for examples: to ask the system which of our own it would send from. Nothing is sent."""


@dataclass(frozen=True)
class Place:
    """Where the server is found.

    `listens` is what it listens on (empty: every address of this computer), `prefix` the path under which another server
    shows it ("" or such as "/room"), `student` the whole address for phones, `others` further addresses to try, `hosts`
    and `origins` what a request may ask for and come from, `is_open` whether anybody but this computer reaches it,
    `is_behind` whether another server stands before it and says who asks.
    """

    listens: str
    port: int
    student: str
    hosts: frozenset[str]
    origins: frozenset[str]
    prefix: str = ""
    others: tuple[str, ...] = ()
    is_open: bool = False
    is_behind: bool = False

    @property
    def teacher(self) -> str:
        """The address of the teacher's page, without its key."""
        return f"{self._mine}teacher"

    @property
    def projector(self) -> str:
        """The address of the projector's page."""
        return f"{self._mine}projector"

    @property
    def _mine(self) -> str:
        """Where the teacher opens pages: on this computer, or under the address by which another server shows it."""
        return self.student if self.is_behind else f"http://localhost:{self.port}/"


def own_addresses() -> list[str]:
    """The addresses of this computer in its networks, the likeliest first; none without a network."""
    found: list[str] = []
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.connect(OUTSIDE)
        found.append(asking.getsockname()[0])
    with contextlib.suppress(OSError):
        found += socket.gethostbyname_ex(socket.gethostname())[2]
    return [one for one in dict.fromkeys(found) if _is_of_a_network(one)]


def _is_of_a_network(address: str) -> bool:
    known = ipaddress.ip_address(address)
    return not (known.is_loopback or known.is_unspecified or known.is_link_local)


def place_of(port: int, *, network: bool = False, address: str = "", prefix: str = "") -> Place:
    """Where to listen, and what phones should open.

    Parameters
    ----------
    network : listen on the network; without it on this computer alone.
    address : of several addresses of this computer the one that phones should open.
    prefix : the whole address under which another server shows this one, such as https://teaching.uni.example/room

    Raises
    ------
    Mistake
        The port is none, the computer is in no network, or an address cannot be used.

    Examples
    --------
    >>> place_of(8765).student, place_of(8765, prefix="https://teaching.uni.example/room/").student
    ('http://localhost:8765/', 'https://teaching.uni.example/room/')
    """
    if not 1024 <= port <= 65535:
        raise Mistake(f"{port} is no port. Take a number from 1024 to 65535: --port 8765")
    if prefix:
        return _behind(prefix, port, network)
    if address and not network:
        raise Mistake("--address goes with --network: without it the server listens on this computer alone.")
    if not network:
        hosts = _hosts(LOCAL, port)
        return Place("localhost", port, f"http://localhost:{port}/", hosts, _origins(hosts))
    found = own_addresses()
    chosen = _chosen(address, found)
    hosts = _hosts((*LOCAL, chosen, *found), port)
    others = tuple(f"http://{one}:{port}/" for one in found if one != chosen)
    return Place("", port, f"http://{chosen}:{port}/", hosts, _origins(hosts), others=others, is_open=True)


def _chosen(address: str, found: list[str]) -> str:
    if address:
        try:
            return str(ipaddress.IPv4Address(address))
        except ValueError:
            raise Mistake(f"{address} is no address. It has four numbers: --address 192.168.1.20") from None
    if not found:
        raise Mistake(
            "This computer is in no network, so no phone can reach it. Join one or open a hotspot, then start again; "
            "or leave out --network and count letters that are held up."
        )
    return found[0]


def _behind(prefix: str, port: int, network: bool) -> Place:
    """Behind a server of somebody else's, which asks us from this computer or, with --network, from another one."""
    parts = urlsplit(prefix.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise Mistake(f"{prefix} is no whole address. Write it so: --prefix https://teaching.uni.example/room")
    path = parts.path.rstrip("/")
    hosts = _hosts(LOCAL, port) | {parts.netloc.lower()}
    if network:
        hosts |= _hosts(tuple(own_addresses()), port)
    origins = _origins(hosts) | {f"{parts.scheme}://{parts.netloc}".lower()}
    student = f"{parts.scheme}://{parts.netloc}{path}/"
    return Place("" if network else "localhost", port, student, hosts, origins, path, is_open=True, is_behind=True)


def _hosts(names: tuple[str, ...], port: int) -> frozenset[str]:
    return frozenset(f"{name}:{port}" for name in names)


def _origins(hosts: frozenset[str]) -> frozenset[str]:
    return frozenset(f"http://{host}" for host in hosts)
