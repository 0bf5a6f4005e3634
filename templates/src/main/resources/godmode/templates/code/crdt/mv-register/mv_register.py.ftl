"""A value that loses no concurrent write (MV-Register; Shapiro et al., 2011).

After a partition it may have several values; whoever reads them decides, and writes what is to
stay. Send whole copies, in any order and as often as you like. A replica changes its own copy only,
and keeps it over a restart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping


@dataclass(frozen=True)
class MultiValueRegister:
    """The value of each write (replica, number) that none has replaced, and what was seen."""

    writes: Mapping[tuple[str, int], Any] = field(default_factory=dict)
    seen: Mapping[str, int] = field(default_factory=dict)

    def write(self, replica: str, value: Any) -> MultiValueRegister:
        """The copy of this replica after a write, which replaces every value that it shows."""
        number = self.seen.get(replica, 0) + 1
<#if it.kept("replace what was seen")>
        writes = {(replica, number): value}
<#else>
        writes = {**self.writes, (replica, number): value}
</#if>
        return MultiValueRegister(writes, {**self.seen, replica: number})

    @property
    def values(self) -> list[Any]:
        """Every value that no write has replaced, in the same order on all replicas."""
        return [self.writes[at] for at in sorted(self.writes)]

    def merge(self, other: MultiValueRegister) -> MultiValueRegister:
        """What has seen everything that one of the two has."""
<#if it.kept("keep concurrent writes")>
        writes = {**self._kept(other), **other._kept(self)}
<#else>
        writes = dict(sorted({**self._kept(other), **other._kept(self)}.items())[:1])
</#if>
        return MultiValueRegister(
            writes,
            {
                replica: max(self.seen.get(replica, 0), other.seen.get(replica, 0))
                for replica in {*self.seen, *other.seen}
            },
        )

    def _kept(self, other: MultiValueRegister) -> Mapping[tuple[str, int], Any]:
        """A write that the other copy has seen and does not hold was replaced there."""
<#if it.kept("remember what was replaced")>
        return {
            at: value
            for at, value in self.writes.items()
            if at in other.writes or at[1] > other.seen.get(at[0], 0)
        }
<#else>
        return self.writes
</#if>
