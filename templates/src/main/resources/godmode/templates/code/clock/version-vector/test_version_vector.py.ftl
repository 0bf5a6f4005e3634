import unittest

from version_vector import VersionedValue


class VersionedValueTest(unittest.TestCase):
    def setUp(self) -> None:
        self.start = VersionedValue().write("s1", {}, "start")

    def test_two_clients_that_read_the_same_both_find_what_they_wrote(self) -> None:
        context = self.start.context
        both = self.start.write("s1", context, "ann's").write("s1", context, "bob's")
        self.assertEqual(["ann's", "bob's"], both.values)

    def test_both_sides_of_a_partition_keep_what_they_wrote(self) -> None:
        left = self.start.write("s1", self.start.context, "left")
        right = self.start.write("s2", self.start.context, "right")
        self.assertEqual(["left", "right"], left.merge(right).values)
        self.assertEqual(["left", "right"], right.merge(left).values)

    def test_whoever_has_read_both_decides(self) -> None:
        left = self.start.write("s1", self.start.context, "left")
        both = left.merge(self.start.write("s2", self.start.context, "right"))
        decided = both.write("s2", both.context, "decided")
        self.assertEqual(["decided"], decided.values)
        self.assertEqual(["decided"], both.merge(decided).values)

    def test_an_old_message_does_not_bring_back_what_was_replaced(self) -> None:
        changed = self.start.write("s2", self.start.context, "changed")
        self.assertEqual(["changed"], changed.merge(self.start).values)
        self.assertEqual(["changed"], self.start.merge(changed).values)

    def test_a_server_that_is_behind_takes_a_write_that_is_ahead_of_it(self) -> None:
        changed = self.start.write("s2", self.start.context, "changed")
        behind = self.start.write("s1", changed.context, "ahead")
        self.assertEqual(["ahead"], behind.merge(changed).values)

    def test_copies_agree_in_whatever_order_they_hear_of_each_other(self) -> None:
        left = self.start.write("s1", self.start.context, "left")
        right = self.start.write("s2", {}, "right")
        copies = [VersionedValue(), self.start, left, right, left.merge(right)]
        for x in copies:
            for y in copies:
                self.assertEqual(x.merge(y), y.merge(x))
                for z in copies:
                    self.assertEqual(x.merge(y).merge(z), x.merge(y.merge(z)))


if __name__ == "__main__":
    unittest.main()
