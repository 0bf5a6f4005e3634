import unittest

from pn_counter import PositiveNegativeCounter


class PositiveNegativeCounterTest(unittest.TestCase):
    def setUp(self) -> None:
        self.a = PositiveNegativeCounter().add("a", 5)
        self.b = PositiveNegativeCounter().add("b", -2)

    def test_every_change_counts(self) -> None:
        self.assertEqual(3, self.a.merge(self.b).value)
        self.assertEqual(-1, self.a.merge(self.b).add("a", -4).value)

    def test_a_message_that_arrives_twice_counts_once(self) -> None:
        self.assertEqual(3, self.a.merge(self.b).merge(self.b).merge(self.a).value)

    def test_an_old_message_does_not_bring_back_what_was_taken(self) -> None:
        later = self.a.add("a", -4)
        self.assertEqual(1, later.merge(self.a).value)
        self.assertEqual(1, self.a.merge(later).value)

    def test_copies_agree_in_whatever_order_they_hear_of_each_other(self) -> None:
        copies = [self.a, self.b, self.a.add("a", -9), self.a.merge(self.b).add("c", 7)]
        for x in copies:
            for y in copies:
                self.assertEqual(x.merge(y), y.merge(x))
                for z in copies:
                    self.assertEqual(x.merge(y).merge(z), x.merge(y.merge(z)))


if __name__ == "__main__":
    unittest.main()
