import unittest

from mv_register import MultiValueRegister


class MultiValueRegisterTest(unittest.TestCase):
    def setUp(self) -> None:
        self.start = MultiValueRegister().write("a", "start")

    def test_both_sides_of_a_partition_keep_what_they_wrote(self) -> None:
        left = self.start.write("a", "left")
        right = self.start.write("b", "right")
        self.assertEqual(["left", "right"], left.merge(right).values)
        self.assertEqual(["left", "right"], right.merge(left).values)

    def test_whoever_has_seen_both_decides(self) -> None:
        both = self.start.write("a", "left").merge(self.start.write("b", "right"))
        self.assertEqual(["decided"], both.write("b", "decided").values)
        self.assertEqual(["decided"], both.merge(both.write("b", "decided")).values)

    def test_an_old_message_does_not_bring_back_what_was_replaced(self) -> None:
        changed = self.start.write("b", "changed")
        self.assertEqual(["changed"], changed.merge(self.start).values)
        self.assertEqual(["changed"], self.start.merge(changed).values)

    def test_copies_agree_in_whatever_order_they_hear_of_each_other(self) -> None:
        left = self.start.write("a", "left")
        right = self.start.write("b", "right")
        both = left.merge(right)
        copies = [self.start, left, right, both, both.write("c", "decided")]
        for x in copies:
            for y in copies:
                self.assertEqual(x.merge(y), y.merge(x))
                for z in copies:
                    self.assertEqual(x.merge(y).merge(z), x.merge(y.merge(z)))


if __name__ == "__main__":
    unittest.main()
