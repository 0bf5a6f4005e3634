import unittest

from phi_accrual_detector import PhiAccrualDetector

THRESHOLD = 8


class PhiAccrualDetectorTest(unittest.TestCase):
    def setUp(self) -> None:
        self.now = 0.0
        self.detector = PhiAccrualDetector(1, 3, 0.1, lambda: self.now)

    def heartbeats(self, count: int, *every: float) -> None:
        for i in range(count):
            self.now += every[i % len(every)]
            self.detector.heartbeat()

    def test_a_node_that_crashed_is_suspected(self) -> None:
        self.heartbeats(100, 1, 1.05)
        self.now += 10
        self.assertTrue(self.detector.suspects(THRESHOLD), self.detector.phi())

    def test_a_node_whose_heartbeats_arrive_is_not(self) -> None:
        for _ in range(100):
            self.heartbeats(1, 1)
            self.assertFalse(self.detector.suspects(THRESHOLD), self.detector.phi())

    def test_a_slow_network_is_learnt(self) -> None:
        self.heartbeats(1000, 2, 14)
        self.now += 12
        self.assertFalse(self.detector.suspects(THRESHOLD), self.detector.phi())
        self.now += 90
        self.assertTrue(self.detector.suspects(THRESHOLD), self.detector.phi())

    def test_a_pause_for_garbage_collection_is_no_failure(self) -> None:
        self.heartbeats(1000, 1)
        self.now += 3.9
        self.assertFalse(self.detector.suspects(THRESHOLD), self.detector.phi())

    def test_heartbeats_that_were_regular_may_be_a_little_late(self) -> None:
        self.heartbeats(1000, 1)
        self.now += 4.2
        self.assertFalse(self.detector.suspects(THRESHOLD), self.detector.phi())

    def test_suspicion_grows_with_the_silence_and_ends_with_a_heartbeat(self) -> None:
        self.heartbeats(100, 0.9, 1.1)
        self.now += 4.2
        early = self.detector.phi()
        self.now += 1
        self.assertGreater(self.detector.phi(), early)
        self.detector.heartbeat()
        self.assertLess(self.detector.phi(), 1)


if __name__ == "__main__":
    unittest.main()
