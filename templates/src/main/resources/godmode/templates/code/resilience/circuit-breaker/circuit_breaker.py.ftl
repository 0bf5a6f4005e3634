"""Stops calling what keeps failing.

After `failures_max` failures in a row every call is refused at once, so that callers do not queue
up behind timeouts; after `open_seconds` one call is let through to try, and its end decides.
"""

from __future__ import annotations

import enum
import threading
import time
from typing import Callable, TypeVar

T = TypeVar("T")


class State(enum.Enum):
    """What happens to the next call."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half open"


class CircuitOpen(Exception):
    """Raised instead of calling; answer from a cache, degrade, or fail."""


class CircuitBreaker:
    """One for each callee; threads share it."""

    def __init__(
        self,
        failures_max: int,
        open_seconds: float,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        if failures_max < 1:
            raise ValueError(f"failures_max is {failures_max}; 1 or more")
        self._failures_max = failures_max
        self._open_seconds = open_seconds
        self._now = now
        self._lock = threading.Lock()
        self._state = State.CLOSED
        self._failures = 0
        self._opened_at = 0.0
        self._trying = False
        self._period = 0

    @property
    def state(self) -> State:
        """What it was after the last call."""
        return self._state

    def call(self, call: Callable[[], T]) -> T:
        """Calls, or raises CircuitOpen. Give the call a timeout: one that never ends is none."""
        admitted = self._admit()
        succeeded = False
        try:
            result = call()
            succeeded = True
            return result
        finally:
            self._end(admitted, succeeded)

    def _admit(self) -> int:
        with self._lock:
            waited = self._now() - self._opened_at
            if self._state is State.OPEN and waited >= self._open_seconds:
                self._state = State.HALF_OPEN
<#if it.kept("refuse while open")>
            if self._state is State.OPEN:
                raise CircuitOpen("the last calls failed, and it is too early to try again")
</#if>
            if self._state is State.HALF_OPEN:
<#if it.kept("try with one call")>
                if self._trying:
                    raise CircuitOpen("a call is trying already")
</#if>
                self._trying = True
            return self._period

    def _end(self, admitted: int, succeeded: bool) -> None:
        with self._lock:
<#if it.kept("ignore calls from before")>
            if admitted != self._period:
                return
</#if>
            if succeeded:
                if self._state is not State.CLOSED:
                    self._enter(State.CLOSED)
                self._failures = 0
                return
            self._failures += 1
            if self._state is State.HALF_OPEN or self._failures >= self._failures_max:
                self._opened_at = self._now()
                self._enter(State.OPEN)

    def _enter(self, following: State) -> None:
        self._state = following
        self._failures = 0
        self._trying = False
        self._period += 1
