import random
import unittest

from retry import Retry


class RetryTest(unittest.TestCase):
    def setUp(self) -> None:
        self.now = 0.0
        self.calls = 0
        self.pauses: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds

    def retry(self, attempts: int, total: float, seed: int = 1) -> Retry:
        draw = random.Random(seed).uniform
        return Retry(attempts, 0.1, 1, total, (OSError,), draw, self.sleep, lambda: self.now)

    def failing(self, times: int) -> str:
        self.calls += 1
        if self.calls <= times:
            raise OSError(f"lost reply {self.calls}")
        return "done"

    def test_a_fault_that_passes_is_not_seen_by_the_caller(self) -> None:
        self.assertEqual("done", self.retry(5, 60).call(lambda: self.failing(4)))
        self.assertEqual(5, self.calls)

    def test_a_fault_that_stays_is_told_after_the_last_attempt(self) -> None:
        with self.assertRaisesRegex(OSError, "lost reply 3"):
            self.retry(3, 60).call(lambda: self.failing(99))
        self.assertEqual(3, self.calls)

    def test_what_cannot_pass_is_told_at_once(self) -> None:
        def refused() -> None:
            self.calls += 1
            raise ValueError("bad input")

        self.assertRaises(ValueError, self.retry(5, 60).call, refused)
        self.assertEqual(1, self.calls)

    def test_pauses_grow_up_to_their_limit(self) -> None:
        self.assertRaises(OSError, self.retry(200, 3600).call, lambda: self.failing(9999))
        self.assertLessEqual(self.pauses[0], 0.1)
        self.assertGreater(max(self.pauses), 0.5)
        self.assertLessEqual(max(self.pauses), 1)

    def test_callers_that_failed_together_do_not_come_back_together(self) -> None:
        self.assertRaises(OSError, self.retry(6, 3600, 1).call, lambda: self.failing(9999))
        others, self.pauses = self.pauses, []
        self.assertRaises(OSError, self.retry(6, 3600, 2).call, lambda: self.failing(9999))
        self.assertNotEqual(others, self.pauses)

    def test_the_caller_gets_its_answer_in_time(self) -> None:
        self.assertRaises(OSError, self.retry(500, 3).call, lambda: self.failing(9999))
        self.assertLessEqual(self.now, 3)


if __name__ == "__main__":
    unittest.main()
