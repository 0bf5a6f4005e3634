"""Steps in several systems of which all take effect, or none in the end.

What was done is undone in reverse order when a step fails (Garcia-Molina and Salem, Sagas, 1987).
Progress is kept on disk, so a process that was killed goes on where it was: call `run` again at
every start for each saga that has not ended. Others see what steps did before the saga ends; there
is no isolation. One process at a time may run a saga; a lock with a fencing token, or one owner for
each, has to see to that.
"""

from __future__ import annotations

import enum
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Sequence

Action = Callable[[str], None]
"""Calls another system, with a key that is the same at every repetition: send it along, so that the
other system does once what is asked twice."""


@dataclass(frozen=True)
class Step:
    """One step; `undo` must do no harm where it never happened: a reply can be lost."""

    name: str
    run: Action
    undo: Action


class End(enum.Enum):
    """How a saga ended."""

    ALL_DONE = "all done"
    ALL_UNDONE = "all undone"


class Journal:
    """Where progress is kept: a file for each saga. What was appended is there after a crash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def entries(self, saga: str) -> list[str]:
        file = self._file(saga)
        text = file.read_text("utf-8") if file.exists() else ""
<#if it.kept("ignore half an entry")>
        return text.split("\n")[:-1]
<#else>
        return text.splitlines()
</#if>

    def append(self, saga: str, entry: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with open(self._file(saga), "ab+") as file:
            file.seek(0)
            file.truncate(file.read().rfind(b"\n") + 1)  # a crash can leave half an entry
            file.write(f"{entry}\n".encode())
            file.flush()
            os.fsync(file.fileno())
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)  # the name of a new file; POSIX systems only
        finally:
            os.close(folder)

    def _file(self, saga: str) -> Path:
        if not re.fullmatch("[A-Za-z0-9_-]{1,100}", saga):
            raise ValueError(f"'{saga}' names no saga; letters, digits, - and _, 100 at most")
        return self._folder / f"{saga}.saga"


class Saga:
    """What is to be done, step by step, for any number of sagas; names of steps differ."""

    def __init__(self, steps: Sequence[Step], journal: Journal) -> None:
        if len({step.name for step in steps}) < len(steps):
            raise ValueError("two steps have one name")
        self._steps = steps
        self._journal = journal

    def run(self, saga: str) -> End:
        """Runs a saga, or goes on with it. Raises what an undo raised; call again until it ends."""
        entries = self._journal.entries(saga)
        failed = any(entry.startswith("failed ") for entry in entries)
        begun = []
        for step in self._steps:
            if f"failed {step.name}" in entries:
                begun.append(step)
                break
<#if it.kept("do not repeat what is done")>
            if f"done {step.name}" in entries:
                begun.append(step)
                continue
</#if>
            if not failed:
                begun.append(step)
                failed = not self._succeeds(step, saga)
        return self._undo(begun, saga) if failed else End.ALL_DONE

    def _succeeds(self, step: Step, saga: str) -> bool:
        try:
            step.run(f"{saga}-{step.name}")
        except Exception:
<#if it.kept("remember that it failed")>
            self._journal.append(saga, f"failed {step.name}")
</#if>
            return False
        self._journal.append(saga, f"done {step.name}")
        return True

    def _undo(self, begun: Sequence[Step], saga: str) -> End:
        entries = self._journal.entries(saga)
<#if it.kept("undo in reverse order")>
        for step in reversed(begun):
<#else>
        for step in begun:
</#if>
<#if !it.kept("undo what may have happened")>
            if f"done {step.name}" not in entries:
                continue
</#if>
            if f"undone {step.name}" not in entries:
                step.undo(f"{saga}-{step.name}-undo")
                self._journal.append(saga, f"undone {step.name}")
        return End.ALL_UNDONE
