"""Tries again what failed for a moment, with pauses that double, and within the caller's time.

Each pause is drawn from zero to its limit ("full jitter", Brooker, AWS Architecture Blog, 2015).
Only for calls that may run twice: a call whose reply was lost has run already. Retry at one layer
alone, because attempts of layers multiply.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from typing import Callable, Tuple, Type, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Retry:
    """Times are in seconds; no attempt begins later than `total_max` after the first.

    `passing` are failures that may pass: a timeout may, a refusal for bad input does not.
    """

    attempts_max: int
    pause_min: float
    pause_max: float
    total_max: float
    passing: Tuple[Type[Exception], ...] = (OSError, TimeoutError)
    draw: Callable[[float, float], float] = field(default=random.uniform, repr=False)
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)
    now: Callable[[], float] = field(default=time.monotonic, repr=False)

    def __post_init__(self) -> None:
        if self.attempts_max < 1 or not 0 < self.pause_min <= self.pause_max:
            raise ValueError(f"{self}: 1 attempt or more, pauses above 0")

    def call(self, call: Callable[[], T]) -> T:
        """The result of the first attempt that succeeds; else raises what the last one raised."""
        start = self.now()
        attempt = 1
        while True:
            try:
                return call()
<#if it.kept("try again only what may pass")>
            except self.passing:
<#else>
            except Exception:
</#if>
                pause = self._pause(attempt)
<#if it.kept("stop after the last attempt")>
                if attempt == self.attempts_max:
                    raise
<#else>
                if attempt == 1000:
                    raise
</#if>
<#if it.kept("end within the time of the caller")>
                if self.now() - start + pause > self.total_max:
                    raise
</#if>
            attempt += 1
            self.sleep(pause)

    def _pause(self, attempt: int) -> float:
<#if it.kept("double the pauses")>
        limit = self.pause_min * 2 ** min(attempt - 1, 20)
<#else>
        limit = self.pause_min
</#if>
<#if it.kept("cap the pauses")>
        limit = min(limit, self.pause_max)
</#if>
<#if it.kept("draw the pauses")>
        return self.draw(0, limit)
<#else>
        return limit
</#if>
