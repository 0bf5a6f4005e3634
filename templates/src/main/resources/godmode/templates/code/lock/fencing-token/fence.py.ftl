"""The check at the resource that makes a lock safe.

A write passes only with a token at least as high as every token that passed before (Kleppmann, How
to do distributed locking, 2016). The lock hands out a higher token each time. A lock with a lease
cannot do this alone: a holder that was paused does not know that its lease is over. Where the
resource is a database, put the same check into the statement that writes:
`UPDATE ... SET ..., token = ? WHERE id = ? AND token <= ?`.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Callable, TypeVar

T = TypeVar("T")


class StaleToken(Exception):
    """Raised instead of writing: somebody else has had the lock since. Stop, and take it again."""


class Fence:
    """One for each resource; `file` keeps the highest token over a restart."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._highest = 0
<#if it.kept("remember over a restart")>
        if file.exists():
            self._highest = int(file.read_text("ascii"))
</#if>

    def write(self, token: int, write: Callable[[], T]) -> T:
        """Writes, or raises StaleToken without writing; one write after another."""
        with self._lock:
<#if it.kept("refuse old tokens")>
            if token < self._highest:
                raise StaleToken(f"token {token} is old: {self._highest} has passed")
</#if>
            if token > self._highest:
                self._keep(token)
                self._highest = token
            return write()

    def _keep(self, token: int) -> None:
        """On the disk before the write: after a crash in between, nothing older passes."""
        following = self._file.with_name(self._file.name + ".next")
        with open(following, "w", encoding="ascii") as out:
            out.write(str(token))
            out.flush()
            os.fsync(out.fileno())
        os.replace(following, self._file)
