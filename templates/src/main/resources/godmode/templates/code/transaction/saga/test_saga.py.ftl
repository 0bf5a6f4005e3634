import tempfile
import unittest
from pathlib import Path
from typing import Optional

from saga import Action, End, Journal, Saga, Step


class Killed(BaseException):
    """A process that is killed runs nothing more, no handler either."""


class SagaTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.fresh()

    def fresh(self, down: str = "", kill_at: Optional[int] = None) -> None:
        """Other systems: what they did, and how often they were asked. They know keys again."""
        self.file = self.folder / "order-1.saga"
        self.file.write_text("")
        self.effects: set[str] = set()
        self.calls: list[str] = []
        self.down = down
        self.loses_its_reply = ""
        self.kill_at = kill_at
        self.moments = 0

    def moment(self) -> None:
        self.moments += 1
        if self.moments == self.kill_at:
            raise Killed

    def run_of(self, name: str) -> Action:
        def run(key: str) -> None:
            self.moment()
            self.calls.append(name)
            if self.down == name:
                raise OSError(f"{name} is down")
            self.effects.add(name)
            self.moment()
            if self.loses_its_reply == name:
                raise OSError(f"no reply from {name}")

        return run

    def undo_of(self, name: str) -> Action:
        def undo(key: str) -> None:
            self.moment()
            self.calls.append(f"undo {name}")
            self.effects.discard(name)
            self.moment()

        return undo

    def run_saga(self) -> End:
        """As a process that has just started does."""
        steps = [
            Step(name, self.run_of(name), self.undo_of(name))
            for name in ("reserve", "charge", "ship")
        ]
        return Saga(steps, Journal(self.folder)).run("order-1")

    def test_all_steps_take_effect(self) -> None:
        self.assertIs(End.ALL_DONE, self.run_saga())
        self.assertEqual({"reserve", "charge", "ship"}, self.effects)

    def test_a_step_that_fails_undoes_those_before_it_last_one_first(self) -> None:
        self.fresh(down="ship")
        self.assertIs(End.ALL_UNDONE, self.run_saga())
        self.assertEqual(set(), self.effects)
        undone = ["undo ship", "undo charge", "undo reserve"]
        self.assertEqual(["reserve", "charge", "ship", *undone], self.calls)

    def test_a_step_that_took_effect_without_a_reply_is_undone(self) -> None:
        self.loses_its_reply = "charge"
        self.assertIs(End.ALL_UNDONE, self.run_saga())
        self.assertEqual(set(), self.effects)

    def test_killed_at_any_moment_it_ends_with_all_or_nothing(self) -> None:
        kills = 0
        for failing in ("", "charge", "ship"):
            for at in range(1, 13):
                self.fresh(failing, at)
                try:
                    self.run_saga()
                except Killed:
                    kills += 1
                    undoing = any(call.startswith("undo") for call in self.calls)
                    self.down = "" if undoing else failing  # it may be back, and it is too late
                    expected = End.ALL_UNDONE if failing else End.ALL_DONE
                    self.assertIs(expected, self.run_saga())
                done = set() if failing else {"reserve", "charge", "ship"}
                self.assertEqual(done, self.effects, f"killed at {at}, {failing} down")
        self.assertGreater(kills, 20)

    def test_what_is_done_is_not_asked_for_again(self) -> None:
        self.fresh(kill_at=5)  # at the beginning of the third step
        self.assertRaises(Killed, self.run_saga)
        self.run_saga()
        self.assertEqual(["reserve", "charge", "ship"], self.calls)

    def test_half_an_entry_from_a_crash_counts_for_nothing(self) -> None:
        self.fresh(kill_at=3)
        self.assertRaises(Killed, self.run_saga)
        with open(self.file, "a", encoding="utf-8") as file:
            file.write("done charge")
        self.assertIs(End.ALL_DONE, self.run_saga())
        self.assertEqual({"reserve", "charge", "ship"}, self.effects)
        self.assertEqual("done reserve\ndone charge\ndone ship\n", self.file.read_text())

    def test_names_that_are_no_file_names_are_refused(self) -> None:
        self.assertRaises(ValueError, Journal(self.folder).entries, "../order")


if __name__ == "__main__":
    unittest.main()
