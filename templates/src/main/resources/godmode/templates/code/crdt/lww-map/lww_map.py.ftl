"""A map of which the write with the highest stamp stays for each key, on every replica (LWW-Map).

Of concurrent writes of one key one is lost without a word. A removal takes away the writes that its
replica has seen; one that it has not seen stays. Removed keys leave nothing behind but a number for
each replica (Bieniusa et al., 2012). Send whole copies, in any order and as often as you like. A
replica changes its own copy only, and keeps it over a restart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Hashable, Mapping, NamedTuple


class Written(NamedTuple):
    """What a write wrote; the time is in milliseconds of whoever wrote, or later."""

    key: Hashable
    value: Any
    time: int


@dataclass(frozen=True)
class LastWriterWinsMap:
    """Writes (replica, number) that none has replaced, and how many of each replica were seen."""

    writes: Mapping[tuple[str, int], Written] = field(default_factory=dict)
    seen: Mapping[str, int] = field(default_factory=dict)

    def put(self, replica: str, now_millis: int, key: Hashable, value: Any) -> LastWriterWinsMap:
        """The copy of this replica after a write, when its clock shows `now_millis`."""
        number = self.seen.get(replica, 0) + 1
        time = now_millis
<#if it.kept("stamp above what was seen")>
        for write in self.writes.values():
            if write.key == key:
                time = max(time, write.time + 1)
</#if>
        kept = self.remove(key).writes
        return LastWriterWinsMap(
            {**kept, (replica, number): Written(key, value, time)}, {**self.seen, replica: number}
        )

    def remove(self, key: Hashable) -> LastWriterWinsMap:
        """The copy after a key was removed."""
        return LastWriterWinsMap(
            {at: write for at, write in self.writes.items() if write.key != key}, self.seen
        )

    @property
    def values(self) -> Mapping[Hashable, Any]:
        """Every key with what was written last under it."""
<#if it.kept("break ties alike everywhere")>
        ordered = sorted(self.writes.items(), key=lambda each: (each[1].time, each[0]))
<#else>
        ordered = sorted(self.writes.items(), key=lambda each: each[1].time)
</#if>
        return {write.key: write.value for _, write in ordered}

    def merge(self, other: LastWriterWinsMap) -> LastWriterWinsMap:
        """What has seen everything that one of the two has."""
        return LastWriterWinsMap(
            {**self._kept(other), **other._kept(self)},
            {
                replica: max(self.seen.get(replica, 0), other.seen.get(replica, 0))
                for replica in {*self.seen, *other.seen}
            },
        )

    def _kept(self, other: LastWriterWinsMap) -> Mapping[tuple[str, int], Written]:
        """A write that the other copy has seen and does not hold was replaced or removed there."""
<#if it.kept("remember what was removed")>
        return {
            at: write
            for at, write in self.writes.items()
            if at in other.writes or at[1] > other.seen.get(at[0], 0)
        }
<#else>
        return self.writes
</#if>
