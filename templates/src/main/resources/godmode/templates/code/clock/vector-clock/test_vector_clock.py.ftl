import unittest

from vector_clock import Order, VectorClock


class VectorClockTest(unittest.TestCase):
    def setUp(self) -> None:
        self.sent = VectorClock().tick("a").tick("a")

    def test_a_cause_is_before_its_effect(self) -> None:
        received = VectorClock().tick("b").receive("b", self.sent)
        self.assertIs(Order.BEFORE, self.sent.compare(received))
        self.assertIs(Order.AFTER, received.compare(self.sent))

    def test_events_on_two_sides_of_a_partition_are_concurrent(self) -> None:
        left = self.sent.tick("a")
        right = VectorClock().receive("b", self.sent)
        self.assertIs(Order.CONCURRENT, left.compare(right))
        self.assertIs(Order.CONCURRENT, right.compare(left))

    def test_events_of_one_process_have_an_order(self) -> None:
        self.assertIs(Order.AFTER, self.sent.tick("a").compare(self.sent))
        self.assertIs(Order.EQUAL, self.sent.compare(self.sent))


if __name__ == "__main__":
    unittest.main()
