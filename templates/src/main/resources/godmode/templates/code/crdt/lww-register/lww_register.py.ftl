"""A value of which the write with the highest stamp stays on every replica (LWW-Register).

Of concurrent writes one is lost without a word: use it only where any of them will do. A write is
stamped above every write that its replica has seen, however late its clock is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class LastWriterWinsRegister:
    """The last write: its value, its time in milliseconds, and who wrote; no replica for none."""

    value: Any = None
    time: int = -1
    replica: str = ""

    def write(self, replica: str, now_millis: int, value: Any) -> LastWriterWinsRegister:
        """The copy of this replica after a write, when its clock shows `now_millis`."""
<#if it.kept("stamp above what was seen")>
        time = max(now_millis, self.time + 1)
<#else>
        time = now_millis
</#if>
        return self.merge(LastWriterWinsRegister(value, time, replica))

    def merge(self, other: LastWriterWinsRegister) -> LastWriterWinsRegister:
        """What has seen everything that one of the two has."""
<#if it.kept("break ties alike everywhere")>
        return max(self, other, key=lambda write: (write.time, write.replica))
<#else>
        return other if other.time >= self.time else self
</#if>
