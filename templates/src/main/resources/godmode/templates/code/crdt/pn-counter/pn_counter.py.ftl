"""A counter that every replica raises and lowers without asking (PN-Counter).

Send copies in any order and as often as you like. It may go below zero: where it must not, ask
first, or give each replica a share that it may spend.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping


@dataclass(frozen=True)
class PositiveNegativeCounter:
    """What each replica added, and what it took away."""

    added: Mapping[str, int] = field(default_factory=dict)
    taken: Mapping[str, int] = field(default_factory=dict)

    def add(self, replica: str, by: int) -> PositiveNegativeCounter:
        """The copy of this replica after it added, or took away where `by` is negative."""
<#if it.kept("count what is taken apart")>
        if by < 0:
            return PositiveNegativeCounter(self.added, _plus(self.taken, replica, -by))
</#if>
        return PositiveNegativeCounter(_plus(self.added, replica, by), self.taken)

    def merge(self, other: PositiveNegativeCounter) -> PositiveNegativeCounter:
        """What has seen everything that one of the two has."""
        return PositiveNegativeCounter(
            _highest(self.added, other.added), _highest(self.taken, other.taken)
        )

    @property
    def value(self) -> int:
        """What was added, less what was taken away."""
        return sum(self.added.values()) - sum(self.taken.values())


def _plus(counts: Mapping[str, int], replica: str, by: int) -> Mapping[str, int]:
    return {**counts, replica: counts.get(replica, 0) + by}


def _highest(a: Mapping[str, int], b: Mapping[str, int]) -> Mapping[str, int]:
<#if it.kept("the highest of each replica")>
    return {replica: max(a.get(replica, 0), b.get(replica, 0)) for replica in {*a, *b}}
<#else>
    return {replica: a.get(replica, 0) + b.get(replica, 0) for replica in {*a, *b}}
</#if>
