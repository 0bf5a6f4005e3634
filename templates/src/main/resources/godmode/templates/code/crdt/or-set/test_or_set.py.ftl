import unittest

from or_set import ObservedRemoveSet


class ObservedRemoveSetTest(unittest.TestCase):
    def setUp(self) -> None:
        self.start = ObservedRemoveSet().add("a", "x")

    def test_an_old_message_does_not_bring_back_what_was_removed(self) -> None:
        removed = self.start.remove("x")
        self.assertEqual(set(), removed.merge(self.start).elements)
        self.assertEqual(set(), self.start.merge(removed).elements)

    def test_an_addition_that_the_remover_did_not_see_stays(self) -> None:
        merged = self.start.remove("x").merge(self.start.add("b", "x"))
        self.assertEqual({"x"}, merged.elements)
        self.assertEqual(set(), merged.remove("x").elements)

    def test_removed_elements_leave_nothing_behind(self) -> None:
        copy = self.start
        for _ in range(1000):
            copy = copy.remove("x").add("a", "x")
        self.assertEqual(1, len(copy.additions))
        self.assertEqual(1, len(copy.seen))

    def test_copies_agree_in_whatever_order_they_hear_of_each_other(self) -> None:
        copies = [
            self.start,
            self.start.remove("x"),
            self.start.add("b", "x"),
            self.start.add("b", "x").add("b", "y").remove("x"),
            self.start.add("a", "z"),
        ]
        for x in copies:
            for y in copies:
                self.assertEqual(x.merge(y), y.merge(x))
                for z in copies:
                    self.assertEqual(x.merge(y).merge(z), x.merge(y.merge(z)))


if __name__ == "__main__":
    unittest.main()
