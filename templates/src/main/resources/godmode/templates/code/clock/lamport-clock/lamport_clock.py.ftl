"""Numbers events so that an effect is always after its cause, in one order for all processes.

Lamport, Time, clocks, and the ordering of events in a distributed system, 1978. Stamp every event
with `tick`; hand every stamp that arrives with a message to `receive`. It does not tell causes from
coincidences: of two events with different numbers the lower may have nothing to do with the higher.
A vector clock tells them apart.
"""

from __future__ import annotations

import threading
from typing import NamedTuple


class Stamp(NamedTuple):
    """A point in the order of events; those of one number are in the order of their processes."""

    time: int
    process: str


class LamportClock:
    """One for each process; threads may share it.

    No other process has this name; `last` is the highest number given before a restart.
    """

    def __init__(self, process: str, last: int = 0) -> None:
        self._process = process
        self._time = last
        self._lock = threading.Lock()

    def tick(self) -> Stamp:
        """The stamp of an event here, such as a write or a message that is sent."""
        return self._after(0)

    def receive(self, sent: Stamp) -> Stamp:
        """The stamp of having received a message."""
<#if it.kept("follow what was heard")>
        return self._after(sent.time)
<#else>
        return self._after(0)
</#if>

    def _after(self, heard: int) -> Stamp:
        with self._lock:
<#if it.kept("count every event")>
            self._time = max(self._time, heard) + 1
<#else>
            self._time = max(self._time, heard)
</#if>
            return Stamp(self._time, self._process)
