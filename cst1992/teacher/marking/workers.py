"""Who marks sheets: processes of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Any

from cst1992.facts.mistakes import Mistake

SECONDS = 20  # to reach a cluster


@contextmanager
def workers(count: int, sheets: int, dask: str | None = None) -> Iterator[Executor]:
    """Workers, each of which marks one sheet at a time.

    Parameters
    ----------
    count : how many processes of this machine.
    dask : the address of a cluster's scheduler; its workers are taken in the place of processes of this machine.

    Raises
    ------
    Mistake
        The cluster cannot be reached, or what speaks with it is not installed.
    """
    with _cluster(dask) if dask else _processes(max(1, min(count, sheets or 1))) as executor:
        yield executor


@contextmanager
def _processes(count: int) -> Iterator[Executor]:
    with ProcessPoolExecutor(max_workers=count, initializer=_end_with_whoever_asked) as executor:
        try:
            yield executor
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            raise


def _end_with_whoever_asked() -> None:
    """A worker whose command was killed ends too, with the sandbox that it keeps."""
    asked = multiprocessing.parent_process()
    if asked is not None:
        threading.Thread(target=_wait_and_end, args=(asked.sentinel,), daemon=True).start()


def _wait_and_end(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError:
        raise Mistake("A cluster needs one package more: pip install -c requirements.lock -e '.[dask]'") from None
    try:
        client: Any = Client(address, timeout=SECONDS)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        raise Mistake(f"No Dask cluster answers at {address} ({error}). Look at its address and try again.") from None
    with client:
        yield client.get_executor()
