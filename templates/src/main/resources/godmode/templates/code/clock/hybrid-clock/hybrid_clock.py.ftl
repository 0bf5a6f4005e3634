"""Timestamps that respect cause and effect and stay close to the time of day.

Kulkarni et al., Logical Physical Clocks, 2014. Stamp every event with `tick`; hand every timestamp
that arrives with a message to `receive`.
"""

from __future__ import annotations

import threading
import time
from typing import Callable, NamedTuple


class Timestamp(NamedTuple):
    """The highest time of day heard of in milliseconds, and a counter within a millisecond."""

    millis: int
    counter: int


class HybridClock:
    """One for each process; threads may share it."""

    def __init__(
        self,
        ahead_millis_max: int,
        millis: Callable[[], int] = lambda: time.time_ns() // 1_000_000,
    ) -> None:
        self._ahead_millis_max = ahead_millis_max
        self._millis = millis
        self._last = Timestamp(0, 0)
        self._lock = threading.Lock()

    def tick(self) -> Timestamp:
        """The timestamp of an event here, such as a write or a message that is sent."""
        with self._lock:
            return self._after(self._last, self._millis())

    def receive(self, sent: Timestamp) -> Timestamp:
        """The timestamp of having received a message; ValueError where its clock is broken."""
        with self._lock:
            now = self._millis()
<#if it.kept("refuse broken clocks")>
            if sent.millis - now > self._ahead_millis_max:
                raise ValueError(f"a timestamp is {sent.millis - now} ms ahead")
</#if>
<#if it.kept("follow what was heard")>
            return self._after(max(self._last, sent), now)
<#else>
            return self._after(self._last, now)
</#if>

    def _after(self, heard: Timestamp, now: int) -> Timestamp:
<#if it.kept("never go back")>
        if now <= heard.millis:
            self._last = Timestamp(heard.millis, heard.counter + 1)
            return self._last
</#if>
        self._last = Timestamp(now, 0)
        return self._last
