import unittest

from g_counter import GrowOnlyCounter


class GrowOnlyCounterTest(unittest.TestCase):
    def setUp(self) -> None:
        self.a = GrowOnlyCounter().increment("a", 3)
        self.b = GrowOnlyCounter().increment("b", 4)

    def test_every_increment_counts(self) -> None:
        self.assertEqual(7, self.a.merge(self.b).value)

    def test_a_message_that_arrives_twice_counts_once(self) -> None:
        self.assertEqual(7, self.a.merge(self.b).merge(self.b).merge(self.a).value)

    def test_a_message_that_arrives_late_takes_nothing_back(self) -> None:
        later = self.a.increment("a", 2)
        self.assertEqual(later, later.merge(self.a))

    def test_copies_agree_in_whatever_order_they_hear_of_each_other(self) -> None:
        copies = [self.a, self.b, self.a.merge(self.b).increment("c", 5)]
        for x in copies:
            for y in copies:
                self.assertEqual(x.merge(y), y.merge(x))
                for z in copies:
                    self.assertEqual(x.merge(y).merge(z), x.merge(y.merge(z)))

    def test_it_only_grows(self) -> None:
        self.assertRaises(ValueError, self.a.increment, "a", 0)


if __name__ == "__main__":
    unittest.main()
