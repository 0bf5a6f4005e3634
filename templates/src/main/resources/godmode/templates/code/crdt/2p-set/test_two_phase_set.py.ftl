import unittest

from two_phase_set import TwoPhaseSet


class TwoPhaseSetTest(unittest.TestCase):
    def setUp(self) -> None:
        self.start = TwoPhaseSet[str]().add("x")

    def test_an_old_message_does_not_bring_back_what_was_removed(self) -> None:
        removed = self.start.remove("x")
        self.assertEqual(set(), removed.merge(self.start).elements)
        self.assertEqual(set(), self.start.merge(removed).elements)

    def test_what_was_removed_on_one_side_cannot_be_added_on_the_other(self) -> None:
        merged = self.start.remove("x").merge(self.start.add("x").add("y"))
        self.assertEqual({"y"}, merged.elements)
        self.assertEqual({"y"}, merged.add("x").elements)

    def test_both_sides_of_a_partition_keep_what_they_added(self) -> None:
        merged = self.start.add("left").merge(self.start.add("right"))
        self.assertEqual({"x", "left", "right"}, merged.elements)

    def test_a_removal_that_is_repeated_too_early_keeps_nothing_out(self) -> None:
        too_early = TwoPhaseSet[str]().remove("y")
        self.assertEqual({"x", "y"}, too_early.merge(self.start.add("y")).elements)

    def test_copies_agree_in_whatever_order_they_hear_of_each_other(self) -> None:
        copies = [
            TwoPhaseSet[str](),
            self.start,
            self.start.remove("x"),
            self.start.add("y").remove("y"),
            self.start.add("z").remove("x").add("x"),
        ]
        for x in copies:
            for y in copies:
                self.assertEqual(x.merge(y), y.merge(x))
                for z in copies:
                    self.assertEqual(x.merge(y).merge(z), x.merge(y.merge(z)))


if __name__ == "__main__":
    unittest.main()
