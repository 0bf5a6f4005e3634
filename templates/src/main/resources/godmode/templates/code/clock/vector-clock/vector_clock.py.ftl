"""Tells of any two events whether one can have caused the other, or whether they are concurrent.

Fidge, 1988; Mattern, 1989. Tick at every event and before sending; send the clock along; merge what
arrives with `receive`.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Mapping


class Order(enum.Enum):
    """How one moment stands to another."""

    EQUAL = "equal"
    BEFORE = "before"
    AFTER = "after"
    CONCURRENT = "concurrent"


@dataclass(frozen=True)
class VectorClock:
    """How many events of each process this one knows of."""

    events: Mapping[str, int] = field(default_factory=dict)

    def tick(self, process: str) -> VectorClock:
        """After an event of this process."""
        return VectorClock({**self.events, process: self.events.get(process, 0) + 1})

    def receive(self, process: str, sent: VectorClock) -> VectorClock:
        """After this process received a message."""
        known = dict(self.events)
<#if it.kept("know what the sender knew")>
        for other, count in sent.events.items():
            known[other] = max(count, known.get(other, 0))
</#if>
        return VectorClock(known).tick(process)

    def compare(self, other: VectorClock) -> Order:
        """How the moment of this clock stands to that of the other."""
        processes = {*self.events, *other.events}
        ahead = any(self.events.get(p, 0) > other.events.get(p, 0) for p in processes)
        behind = any(self.events.get(p, 0) < other.events.get(p, 0) for p in processes)
<#if it.kept("say when nobody knows")>
        if ahead and behind:
            return Order.CONCURRENT
</#if>
        if ahead:
            return Order.AFTER
        return Order.BEFORE if behind else Order.EQUAL
