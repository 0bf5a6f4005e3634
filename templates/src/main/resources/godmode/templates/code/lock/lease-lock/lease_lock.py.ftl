"""A lock that ends by itself when its holder does not renew it, kept in a database.

It lets one holder work at a time as long as nobody is paused. A holder that is paused beyond its
lease does not know it: send the token along with every write, and let the resource refuse tokens
that are older than one it has seen (Kleppmann, How to do distributed locking, 2016).

Written for SQLite, which several processes of one machine share. On a database server the same
statements work; take the time from the server, because clocks of machines differ.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import Callable, Optional


class LeaseLock:
    """One lock, by name, in the table `lease_lock` of this database."""

    def __init__(
        self,
        database: str,
        name: str,
        lease_seconds: float,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._database = database
        self._name = name
        self._lease_seconds = lease_seconds
        self._now = now
        self._change(
            "CREATE TABLE IF NOT EXISTS lease_lock"
            " (name TEXT PRIMARY KEY, token INTEGER NOT NULL, expires REAL NOT NULL)"
        )

    def acquire(self) -> Optional[int]:
        """The token of the new holder, higher than all before; None while another holds it."""
        now = self._now()
        self._change("INSERT OR IGNORE INTO lease_lock VALUES (?, 0, 0)", self._name)
        with closing(self._connect()) as database, database:
            database.execute("BEGIN IMMEDIATE")  # others wait from here on
            token, expires = database.execute(
                "SELECT token, expires FROM lease_lock WHERE name = ?", (self._name,)
            ).fetchone()
<#if it.kept("wait for the end of the lease")>
            if expires > now:
                return None
</#if>
<#if it.kept("a higher token each time")>
            token += 1
</#if>
<#if it.kept("end without renewal")>
            expires = now + self._lease_seconds
<#else>
            expires = float("inf")
</#if>
            database.execute(
                "UPDATE lease_lock SET token = ?, expires = ? WHERE name = ?",
                (token, expires, self._name),
            )
            return int(token)

    def renew(self, token: int) -> bool:
        """Prolongs the lease; false where somebody else has had the lock since: stop at once."""
<#if it.kept("touch nothing of the next holder")>
        change = "UPDATE lease_lock SET expires = ? WHERE name = ? AND token = ?"
        return self._change(change, self._now() + self._lease_seconds, self._name, token) == 1
<#else>
        change = "UPDATE lease_lock SET expires = ? WHERE name = ?"
        return self._change(change, self._now() + self._lease_seconds, self._name) == 1
</#if>

    def release(self, token: int) -> None:
        """Ends the lease; nothing where somebody else has had the lock since."""
<#if it.kept("count on when it is free")>
        change = "UPDATE lease_lock SET expires = 0 WHERE name = ? AND token = ?"
<#else>
        change = "DELETE FROM lease_lock WHERE name = ? AND token = ?"
</#if>
        self._change(change, self._name, token)

    def _change(self, statement: str, *values: object) -> int:
        with closing(self._connect()) as database, database:
            return database.execute(statement, values).rowcount

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._database, timeout=10, isolation_level=None)
