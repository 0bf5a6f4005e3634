"""A set that every replica adds to without asking, and that nothing leaves (G-Set).

Shapiro et al., A comprehensive study of CRDTs, 2011. It never shrinks: for what ends, use one set
for each day or each order, and drop it whole. Send whole copies, or only what is new: both merge,
in any order and as often as you like.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import FrozenSet, Generic, Hashable, TypeVar

E = TypeVar("E", bound=Hashable)


@dataclass(frozen=True)
class GrowOnlySet(Generic[E]):
    """What is in it."""

    elements: FrozenSet[E] = frozenset()

    def add(self, element: E) -> GrowOnlySet[E]:
        """The copy after an element was added."""
        return GrowOnlySet(self.elements | {element})

    def without(self, other: GrowOnlySet[E]) -> GrowOnlySet[E]:
        """What is not in the other copy: all that its replica must be sent."""
        return GrowOnlySet(self.elements - other.elements)

    def merge(self, other: GrowOnlySet[E]) -> GrowOnlySet[E]:
        """What has seen everything that one of the two has."""
<#if it.kept("keep what either has")>
        return GrowOnlySet(self.elements | other.elements)
<#else>
        return max(other, self, key=lambda copy: len(copy.elements))
</#if>
