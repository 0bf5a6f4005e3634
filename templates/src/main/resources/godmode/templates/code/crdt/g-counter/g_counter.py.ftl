"""A counter that every replica increments without asking (G-Counter; Shapiro et al., 2011).

Send copies in any order and as often as you like; merged copies count every increment once. A
replica increments its own copy only, and keeps that copy over a restart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping


@dataclass(frozen=True)
class GrowOnlyCounter:
    """What each replica counted."""

    counts: Mapping[str, int] = field(default_factory=dict)

    def increment(self, replica: str, by: int = 1) -> GrowOnlyCounter:
        """The copy of this replica after an increment."""
        if by < 1:
            raise ValueError(f"an increment by {by}; 1 or more")
        return GrowOnlyCounter({**self.counts, replica: self.counts.get(replica, 0) + by})

    def merge(self, other: GrowOnlyCounter) -> GrowOnlyCounter:
        """What has seen everything that one of the two has."""
        merged = dict(self.counts)
        for replica, count in other.counts.items():
<#if it.kept("the highest of each replica")>
            merged[replica] = max(count, merged.get(replica, 0))
<#else>
            merged[replica] = count + merged.get(replica, 0)
</#if>
        return GrowOnlyCounter(merged)

    @property
    def value(self) -> int:
        """The sum over all replicas."""
        return sum(self.counts.values())
