"""A map of values that merge, such as counters or sets, whose keys come and go (OR-Map).

Concurrent updates of one key merge. A removal takes away the updates that its replica has seen; one
that it has not seen brings the value back, as its writer saw it. Removed keys leave nothing behind
but a number for each replica (Almeida et al., Delta state replicated data types, 2018).

Send whole copies, in any order and as often as you like. A replica changes its own copy only, and
keeps it over a restart. Do not count again under a key that was removed: a concurrent update of the
old counter would hide it. Use a new key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Hashable, Mapping, NamedTuple

Merge = Callable[[Any, Any], Any]


class Update(NamedTuple):
    """The value of a key as an update left it."""

    key: Hashable
    value: Any


@dataclass(frozen=True)
class ObservedRemoveMap:
    """Updates (replica, number) that none has replaced, and how many of each replica were seen.

    `merge_values` takes two values in any order, and the same one twice: `GrowOnlyCounter.merge`.
    """

    merge_values: Merge
    updates: Mapping[tuple[str, int], Update] = field(default_factory=dict)
    seen: Mapping[str, int] = field(default_factory=dict)

    def update(self, replica: str, key: Hashable, value: Any) -> ObservedRemoveMap:
        """The copy of this replica after it changed `values[key]` to this."""
        number = self.seen.get(replica, 0) + 1
        return ObservedRemoveMap(
            self.merge_values,
            {**self.remove(key).updates, (replica, number): Update(key, value)},
            {**self.seen, replica: number},
        )

    def remove(self, key: Hashable) -> ObservedRemoveMap:
        """The copy after a key was removed."""
        left = {at: update for at, update in self.updates.items() if update.key != key}
        return ObservedRemoveMap(self.merge_values, left, self.seen)

    @property
    def values(self) -> Mapping[Hashable, Any]:
        """Every key with its value: that of its updates, merged."""
        all_values: dict[Hashable, Any] = {}
        for key, value in self.updates.values():
<#if it.kept("merge concurrent updates")>
            if key in all_values:
                value = self.merge_values(all_values[key], value)
</#if>
            all_values[key] = value
        return all_values

    def merge(self, other: ObservedRemoveMap) -> ObservedRemoveMap:
        """What has seen everything that one of the two has."""
        return ObservedRemoveMap(
            self.merge_values,
            {**self._kept(other), **other._kept(self)},
            {
                replica: max(self.seen.get(replica, 0), other.seen.get(replica, 0))
                for replica in {*self.seen, *other.seen}
            },
        )

    def _kept(self, other: ObservedRemoveMap) -> Mapping[tuple[str, int], Update]:
        """An update that the other copy has seen and does not hold was replaced or removed."""
<#if it.kept("remember what was removed")>
        return {
            at: update
            for at, update in self.updates.items()
            if at in other.updates or at[1] > other.seen.get(at[0], 0)
        }
<#else>
        return self.updates
</#if>
