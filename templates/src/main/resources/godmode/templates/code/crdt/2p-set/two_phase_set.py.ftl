"""A set that an element enters once and leaves once (2P-Set).

Shapiro et al., A comprehensive study of CRDTs, 2011. What was removed anywhere is gone everywhere,
and cannot come back. For what has an identity of its own and ends for good: sessions, orders,
revoked keys. Removed elements are kept as tombstones; where elements come back, or are many, an
OR-Set is the better choice. Send whole copies, in any order and as often as you like.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import FrozenSet, Generic, Hashable, TypeVar

E = TypeVar("E", bound=Hashable)


@dataclass(frozen=True)
class TwoPhaseSet(Generic[E]):
    """What was ever added, and what of it was removed."""

    added: FrozenSet[E] = frozenset()
    removed: FrozenSet[E] = frozenset()

    @property
    def elements(self) -> FrozenSet[E]:
        """What is in it."""
        return self.added - self.removed

    def add(self, element: E) -> TwoPhaseSet[E]:
        """The copy after an element was added; without effect if it was removed before."""
        return TwoPhaseSet(self.added | {element}, self.removed)

    def remove(self, element: E) -> TwoPhaseSet[E]:
        """The copy after an element was removed for good; the same copy where it is not in it."""
<#if it.kept("remove only what was seen")>
        if element not in self.added:
            return self
</#if>
<#if it.kept("remember what was removed")>
        return TwoPhaseSet(self.added, self.removed | {element})
<#else>
        return TwoPhaseSet(self.added - {element}, self.removed)
</#if>

    def merge(self, other: TwoPhaseSet[E]) -> TwoPhaseSet[E]:
        """What has seen everything that one of the two has."""
<#if it.kept("keep what either has")>
        return TwoPhaseSet(self.added | other.added, self.removed | other.removed)
<#else>
        return max(other, self, key=lambda copy: len(copy.added) + len(copy.removed))
</#if>
