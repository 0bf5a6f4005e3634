"""One key of a store whose clients read, think, and write back (dotted version vectors).

Preguica et al., 2010. A read hands out a context; a write brings it along and replaces what the
client had read. What it had not read stays beside it: two clients that wrote at the same time both
find their value, and the next reader decides. Servers exchange whole copies, in any order and as
often as they like. A server changes its own copy only, and keeps it over a restart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping


@dataclass(frozen=True)
class VersionedValue:
    """The value of each write (server, number) that none has replaced, and what was seen."""

    versions: Mapping[tuple[str, int], Any] = field(default_factory=dict)
    context: Mapping[str, int] = field(default_factory=dict)
    """How many writes at each server were heard of. It goes to clients and comes back."""

    @property
    def values(self) -> list[Any]:
        """What a client reads; more than one where writes were concurrent."""
        return [self.versions[at] for at in sorted(self.versions)]

    def write(self, server: str, context: Mapping[str, int], value: Any) -> VersionedValue:
        """The copy of this server after a write by a client that had read this context."""
        number = self.context.get(server, 0) + 1
<#if it.kept("keep what the writer had not read")>
        left = dict(self.versions)
<#else>
        left = {}
</#if>
<#if it.kept("replace what the writer had read")>
        left = {at: held for at, held in left.items() if at[1] > context.get(at[0], 0)}
</#if>
        seen = {**highest(self.context, context), server: number}
        return VersionedValue({**left, (server, number): value}, seen)

    def merge(self, other: VersionedValue) -> VersionedValue:
        """What has seen everything that one of the two has."""
        return VersionedValue(
            {**self._kept(other), **other._kept(self)}, highest(self.context, other.context)
        )

    def _kept(self, other: VersionedValue) -> Mapping[tuple[str, int], Any]:
        """A version that the other copy has heard of and does not hold was replaced there."""
<#if it.kept("know what was replaced")>
        return {
            at: value
            for at, value in self.versions.items()
            if at in other.versions or at[1] > other.context.get(at[0], 0)
        }
<#else>
        return self.versions
</#if>


def highest(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    """Of each server the higher number."""
    return {server: max(one.get(server, 0), other.get(server, 0)) for server in {*one, *other}}
