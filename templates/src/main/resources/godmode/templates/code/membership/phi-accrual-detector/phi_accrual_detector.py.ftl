"""How sure one can be that a node has failed, from the times of its heartbeats.

Hayashibara et al., The Phi Accrual Failure Detector, 2004. Phi 1 means that the silence would be a
coincidence in one of 10 cases, phi 8 in one of 100 million. It learns how a network usually is; a
fixed timeout is too short for a slow network and too long for a fast one. A suspicion is no proof:
a node may be slow, paused, or behind a partition. What acts on it needs a fence or a majority.
"""

from __future__ import annotations

import collections
import math
import statistics
import sys
import threading
import time
from typing import Callable, Deque


class PhiAccrualDetector:
    """One for each node that is watched; times are in seconds.

    `first_interval` is how often heartbeats are sent, until it is known how they arrive;
    `pause_max` a silence beyond the usual that is tolerated, such as a garbage collection;
    `deviation_min` keeps very regular heartbeats from making a nervous detector.
    """

    def __init__(
        self,
        first_interval: float,
        pause_max: float,
        deviation_min: float,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        if first_interval <= 0 or deviation_min <= 0:
            raise ValueError("first_interval and deviation_min are above 0")
        self._pause_max = pause_max
        self._deviation_min = deviation_min
        self._now = now
        self._last = now()
        self._lock = threading.Lock()
        self._intervals: Deque[float] = collections.deque(
            [first_interval * 0.75, first_interval * 1.25], maxlen=1000
        )

    def heartbeat(self) -> None:
        """A heartbeat arrived."""
        with self._lock:
            now = self._now()
<#if it.kept("learn the intervals")>
            self._intervals.append(now - self._last)
</#if>
            self._last = now

    def phi(self) -> float:
        """How improbable this silence is, as a negative power of ten."""
        with self._lock:
            silence = self._now() - self._last
            mean = statistics.fmean(self._intervals)
            deviation = math.sqrt(statistics.fmean((i - mean) ** 2 for i in self._intervals))
<#if it.kept("expect some deviation")>
            deviation = max(deviation, self._deviation_min)
<#else>
            deviation = max(deviation, 1e-6)
</#if>
<#if it.kept("tolerate a pause")>
            late = silence - mean - self._pause_max
<#else>
            late = silence - mean
</#if>
            share = math.erfc(late / deviation / math.sqrt(2)) / 2
            return -math.log10(max(share, sys.float_info.min))

    def suspects(self, threshold: float) -> bool:
        """Whether phi is above a threshold; 8 to 12 are usual."""
        return self.phi() > threshold
