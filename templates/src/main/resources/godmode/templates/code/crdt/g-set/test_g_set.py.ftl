import unittest

from g_set import GrowOnlySet


class GrowOnlySetTest(unittest.TestCase):
    def setUp(self) -> None:
        self.start = GrowOnlySet[str]().add("x")

    def test_both_sides_of_a_partition_keep_what_they_added(self) -> None:
        left = self.start.add("left")
        right = self.start.add("right")
        self.assertEqual({"x", "left", "right"}, left.merge(right).elements)
        self.assertEqual({"x", "left", "right"}, right.merge(left).elements)

    def test_a_message_that_arrives_late_or_twice_changes_nothing(self) -> None:
        later = self.start.add("y")
        self.assertEqual(later, later.merge(self.start).merge(self.start))

    def test_what_is_new_is_enough_to_catch_up(self) -> None:
        ahead = self.start.add("y").add("z")
        behind = self.start.add("own")
        self.assertEqual({"y", "z"}, ahead.without(behind).elements)
        self.assertEqual({"x", "y", "z", "own"}, behind.merge(ahead.without(behind)).elements)

    def test_copies_agree_in_whatever_order_they_hear_of_each_other(self) -> None:
        copies = [GrowOnlySet[str](), self.start, self.start.add("y"), GrowOnlySet[str]().add("z")]
        for x in copies:
            for y in copies:
                self.assertEqual(x.merge(y), y.merge(x))
                for z in copies:
                    self.assertEqual(x.merge(y).merge(z), x.merge(y.merge(z)))


if __name__ == "__main__":
    unittest.main()
