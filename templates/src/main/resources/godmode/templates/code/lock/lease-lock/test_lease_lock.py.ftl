import os
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor

from lease_lock import LeaseLock


class LeaseLockTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.database = os.path.join(folder.name, "locks.db")
        self.clock = 1000.0
        self.first = self.lock()
        self.second = self.lock()

    def lock(self) -> LeaseLock:
        """As another process sees it."""
        return LeaseLock(self.database, "nightly", 30, lambda: self.clock)

    def acquired(self, lock: LeaseLock) -> int:
        token = lock.acquire()
        assert token is not None
        return token

    def test_while_one_holds_it_no_other_gets_it(self) -> None:
        self.assertIsNotNone(self.first.acquire())
        self.clock += 29
        self.assertIsNone(self.second.acquire())

    def test_a_holder_that_crashed_holds_it_no_longer_than_its_lease(self) -> None:
        self.first.acquire()
        self.clock += 30
        self.assertIsNotNone(self.second.acquire())

    def test_a_holder_that_renews_keeps_it(self) -> None:
        token = self.acquired(self.first)
        self.clock += 29
        self.assertTrue(self.first.renew(token))
        self.clock += 29
        self.assertIsNone(self.second.acquire())

    def test_each_holder_has_a_higher_token(self) -> None:
        paused = self.acquired(self.first)
        self.clock += 31
        following = self.acquired(self.second)
        self.assertGreater(following, paused)
        self.second.release(following)
        self.assertGreater(self.acquired(self.first), following)

    def test_a_holder_that_was_paused_takes_nothing_from_the_next(self) -> None:
        paused = self.acquired(self.first)
        self.clock += 31
        following = self.acquired(self.second)
        self.assertFalse(self.first.renew(paused))
        self.first.release(paused)
        self.assertIsNone(self.lock().acquire())
        self.assertTrue(self.second.renew(following))

    def test_of_those_who_ask_at_once_one_gets_it(self) -> None:
        with ThreadPoolExecutor(4) as threads:
            tokens = list(threads.map(lambda _: self.lock().acquire(), range(8)))
        self.assertEqual(1, len([token for token in tokens if token is not None]))


if __name__ == "__main__":
    unittest.main()
