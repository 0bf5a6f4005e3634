"""Which nodes hold a key, so that a node that comes or goes moves no keys but its own.

Karger et al., Consistent Hashing and Random Trees, 1997. Each node stands at many points of a ring;
a key belongs to the nodes that follow it. Every process with the same nodes gives the same answer.
"""

from __future__ import annotations

import bisect
import hashlib
from typing import Iterable


class ConsistentHashing:
    """A ring of these nodes.

    More points spread keys more evenly: with 200 the fullest of ten has about 1.2 times its share.
    """

    def __init__(self, nodes: Iterable[str], points_per_node: int) -> None:
        distinct = set(nodes)
        if not distinct or points_per_node < 1:
            raise ValueError(f"{len(distinct)} nodes with {points_per_node} points each")
<#if it.kept("many points for each node")>
        points = range(points_per_node)
<#else>
        points = range(1)
</#if>
        self._nodes = len(distinct)
        self._ring = sorted(
            (_hash(f"{node}/{point}"), node) for node in distinct for point in points
        )

    def node(self, key: str) -> str:
        """The node that holds this key."""
        return self.nodes(key, 1)[0]

    def nodes(self, key: str, copies: int) -> list[str]:
        """As many different nodes as there are copies; the first is the one to ask first."""
        if not 1 <= copies <= self._nodes:
            raise ValueError(f"{copies} copies on {self._nodes} nodes")
<#if it.kept("the ring")>
        at = bisect.bisect_left(self._ring, (_hash(key), ""))
        order = [node for _, node in self._ring[at:] + self._ring[:at]]
<#else>
        names = sorted({node for _, node in self._ring})
        at = _hash(key) % len(names)
        order = names[at:] + names[:at]
</#if>
<#if it.kept("copies on different nodes")>
        order = list(dict.fromkeys(order))
</#if>
        return order[:copies]


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
