"""A set that every replica adds to and removes from without asking (OR-Set; Bieniusa et al., 2012).

A removal takes away the additions that its replica has seen; one that it has not seen stays.
Removed elements leave nothing behind but a number for each replica. Send whole copies, in any order
and as often as you like. A replica changes its own copy only, and keeps it over a restart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Hashable, Mapping


@dataclass(frozen=True)
class ObservedRemoveSet:
    """The element of each addition (replica, number), and how many of each replica were seen."""

    additions: Mapping[tuple[str, int], Hashable] = field(default_factory=dict)
    seen: Mapping[str, int] = field(default_factory=dict)

    def add(self, replica: str, element: Hashable) -> ObservedRemoveSet:
        """The copy of this replica after it added an element."""
        number = self.seen.get(replica, 0) + 1
        kept = self.remove(element).additions
        return ObservedRemoveSet(
            {**kept, (replica, number): element}, {**self.seen, replica: number}
        )

    def remove(self, element: Hashable) -> ObservedRemoveSet:
        """The copy after an element was removed."""
        return ObservedRemoveSet(
            {at: held for at, held in self.additions.items() if held != element}, self.seen
        )

    @property
    def elements(self) -> frozenset[Hashable]:
        """What is in it."""
        return frozenset(self.additions.values())

    def merge(self, other: ObservedRemoveSet) -> ObservedRemoveSet:
        """What has seen everything that one of the two has."""
        return ObservedRemoveSet(
            {**self._kept(other), **other._kept(self)},
            {
                replica: max(self.seen.get(replica, 0), other.seen.get(replica, 0))
                for replica in {*self.seen, *other.seen}
            },
        )

    def _kept(self, other: ObservedRemoveSet) -> Mapping[tuple[str, int], Hashable]:
        """An addition that the other copy has seen and does not hold was removed there."""
<#if it.kept("remember what was removed")>
        return {
            at: element
            for at, element in self.additions.items()
            if at in other.additions or at[1] > other.seen.get(at[0], 0)
        }
<#else>
        return self.additions
</#if>
