"""What a client has seen of a store, so that it reads its own writes and never goes back in time.

Terry et al., Session Guarantees, 1994. Give the token to the client with every answer, in a cookie
or a header, and take it with every request; it is no secret and needs no signature where a wrong
one only costs a slower read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable, Iterable, Tuple, TypeVar

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True)
class SessionToken:
    """The position of the last write that the client made or saw, in the log of the leader.

    An LSN, an offset, a revision; 0 for a client that has seen nothing.
    """

    position: int = 0

    def after(self, written: int) -> SessionToken:
        """The token after a write or read at that position."""
<#if it.kept("never forget a write")>
        return SessionToken(max(self.position, written))
<#else>
        return SessionToken(written)
</#if>

    def read(
        self,
        replicas: Iterable[R],
        leader: R,
        applied: Callable[[R], int],
        read: Callable[[R], T],
    ) -> Tuple[T, SessionToken]:
        """What the first replica says that has what this client has seen, else the leader.

        `applied` says how far a replica is; it is asked before the replica is read.
        """
        for replica in replicas:
            at = applied(replica)
<#if it.kept("pass over replicas that are behind")>
            if at >= self.position:
                return read(replica), self.after(at)
<#else>
            return read(replica), self.after(at)
</#if>
        at = applied(leader)
        return read(leader), self.after(at)

    def encoded(self) -> str:
        """The token as a header or cookie carries it."""
        return f"p1-{self.position}"

    @staticmethod
    def decoded(text: str) -> SessionToken:
        """The token that a client sent; one that cannot be read is that of a new client."""
        match = re.fullmatch("p1-([0-9]{1,18})", text)
        return SessionToken(int(match.group(1))) if match else SessionToken()
