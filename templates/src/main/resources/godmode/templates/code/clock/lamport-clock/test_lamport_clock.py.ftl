import unittest

from lamport_clock import LamportClock


class LamportClockTest(unittest.TestCase):
    def setUp(self) -> None:
        self.busy = LamportClock("busy")
        self.idle = LamportClock("idle")

    def test_an_effect_is_after_its_cause_although_its_process_has_done_little(self) -> None:
        for _ in range(100):
            self.busy.tick()
        cause = self.busy.tick()
        effect = self.idle.receive(cause)
        self.assertLess(cause, effect)
        self.assertLess(effect, self.idle.tick())

    def test_a_message_that_arrives_late_or_twice_takes_nothing_back(self) -> None:
        first = self.busy.tick()
        second = self.idle.receive(self.busy.tick())
        self.assertLess(second, self.idle.receive(first))

    def test_events_of_one_process_have_an_order(self) -> None:
        self.assertLess(self.busy.tick(), self.busy.tick())

    def test_a_restart_goes_on_where_it_was(self) -> None:
        before = self.busy.tick()
        self.assertLess(before, LamportClock("busy", before.time).tick())


if __name__ == "__main__":
    unittest.main()
