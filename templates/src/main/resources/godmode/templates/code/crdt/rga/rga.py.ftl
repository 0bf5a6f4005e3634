"""A sequence that every replica edits without asking, such as a text or a list of tasks (RGA).

Roh et al., Replicated abstract data types, 2011. An element stands right of the one that its writer
saw to its left; of several inserted at one place the latest stands first. A removed element leaves
a tombstone, next to which others may be inserting, until `collect`.

Send whole copies, in any order and as often as you like. A replica changes its own copy only, and
keeps it over a restart. Every change copies the sequence: for texts of many pages use a tree.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Collection, Mapping, NamedTuple, Sequence, Tuple

Insertion = Tuple[int, str]
"""What every element was inserted as, and keeps for good: a time in no unit, and by whom."""

START: Insertion = (0, "")


class Row(NamedTuple):
    """An element, what its writer saw to its left, and whether it was removed since."""

    after: Insertion
    element: Any
    removed: bool = False


@dataclass(frozen=True)
class ReplicatedGrowableArray:
    """What was inserted, and the time of the last insertion of each replica that was heard of."""

    rows: Mapping[Insertion, Row] = field(default_factory=dict)
    seen: Mapping[str, int] = field(default_factory=dict)

    def insert(self, replica: str, index: int, elements: Sequence[Any]) -> ReplicatedGrowableArray:
        """The copy of this replica after it inserted; the first of these stands at `index`."""
        left = self._visible()
        if not 0 <= index <= len(left):
            raise IndexError(f"index {index} of {len(left)} elements")
        after = left[index - 1] if index else START
<#if it.kept("stamp above what was seen")>
        time = max(self.seen.values(), default=0)
<#else>
        time = self.seen.get(replica, 0)
</#if>
        rows = dict(self.rows)
        for element in elements:
            time += 1
            rows[(time, replica)] = Row(after, element)
            after = (time, replica)
        return ReplicatedGrowableArray(rows, {**self.seen, replica: time})

    def remove(self, index: int, count: int) -> ReplicatedGrowableArray:
        """The copy after `count` elements were removed, from `index` on."""
        left = self._visible()
        if not 0 <= index <= index + count <= len(left):
            raise IndexError(f"{count} from {index} on, of {len(left)} elements")
        rows = dict(self.rows)
        for at in left[index : index + count]:
<#if it.kept("leave a tombstone")>
            rows[at] = Row(rows[at].after, None, removed=True)
<#else>
            del rows[at]
</#if>
        return ReplicatedGrowableArray(rows, self.seen)

    @property
    def elements(self) -> list[Any]:
        """What is in it, from left to right."""
        return [self.rows[at].element for at in self._visible()]

    def _visible(self) -> list[Insertion]:
        followers: dict[Insertion, list[Insertion]] = {}
        for at in sorted(self.rows):
            followers.setdefault(self.rows[at].after, []).append(at)
        found = []
        waiting = [START]
        while waiting:
            at = waiting.pop()
            if at in self.rows and not self.rows[at].removed:
                found.append(at)
<#if it.kept("the latest stands first")>
            waiting.extend(followers.get(at, []))  # the last one is taken first
<#else>
            waiting.extend(reversed(followers.get(at, [])))
</#if>
        return found

    def merge(self, other: ReplicatedGrowableArray) -> ReplicatedGrowableArray:
        """What has seen everything that one of the two has."""
        rows = {}
        for at in {*self.rows, *other.rows}:
            one, two = self.rows.get(at), other.rows.get(at)
            if one and two:
<#if it.kept("remember what was removed")>
                rows[at] = one if one.removed else two
<#else>
                rows[at] = two if one.removed else one
</#if>
            elif one and not other._heard_of(at):
                rows[at] = one
            elif two and not self._heard_of(at):
                rows[at] = two
        seen = {
            replica: max(self.seen.get(replica, 0), other.seen.get(replica, 0))
            for replica in {*self.seen, *other.seen}
        }
        return ReplicatedGrowableArray(rows, seen)

    def collect(self, copies: Collection[ReplicatedGrowableArray]) -> ReplicatedGrowableArray:
        """The copy without the tombstones that every replica has and nothing stands behind.

        `copies` are the last of every replica there is; with one missing, what that one inserts
        next to a dropped tombstone is never shown.
        """
        merged = self
        for copy in copies:
            merged = merged.merge(copy)
        rows = dict(merged.rows)
        needed = set()
        for at in sorted(rows, reverse=True):  # followers come later in time
<#if it.kept("collect what all have removed")>
            gone = rows[at].removed and all(copy._has_removed(at) for copy in copies)
<#else>
            gone = rows[at].removed
</#if>
            if gone and at not in needed:
                del rows[at]
            else:
                needed.add(rows[at].after)
        return ReplicatedGrowableArray(rows, merged.seen)

    def _heard_of(self, at: Insertion) -> bool:
        return at[0] <= self.seen.get(at[1], 0)

    def _has_removed(self, at: Insertion) -> bool:
        return self.rows[at].removed if at in self.rows else self._heard_of(at)
