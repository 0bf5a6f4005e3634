import unittest

from hybrid_clock import HybridClock, Timestamp


class HybridClockTest(unittest.TestCase):
    def setUp(self) -> None:
        self.here = 1000
        self.there = 1200
        self.mine = HybridClock(500, lambda: self.here)
        self.theirs = HybridClock(500, lambda: self.there)

    def test_an_effect_is_after_its_cause_although_its_clock_is_late(self) -> None:
        cause = self.theirs.tick()
        self.assertLess(cause, self.mine.receive(cause))
        self.assertLess(cause, self.mine.tick())

    def test_a_clock_that_is_set_back_does_not_set_events_back(self) -> None:
        early = self.mine.tick()
        self.here = 400
        self.assertLess(early, self.mine.tick())

    def test_timestamps_come_back_to_the_time_of_day(self) -> None:
        self.mine.receive(self.theirs.tick())
        self.here = 5000
        self.assertEqual(Timestamp(5000, 0), self.mine.tick())

    def test_one_broken_clock_does_not_carry_all_others_along(self) -> None:
        self.there = 9_000_000
        self.assertRaises(ValueError, self.mine.receive, self.theirs.tick())
        self.assertEqual(1000, self.mine.tick().millis)


if __name__ == "__main__":
    unittest.main()
