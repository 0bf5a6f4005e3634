import unittest

from lww_map import LastWriterWinsMap


class LastWriterWinsMapTest(unittest.TestCase):
    def setUp(self) -> None:
        self.start = LastWriterWinsMap().put("a", 100, "x", "start")

    def test_of_concurrent_writes_all_replicas_show_the_same(self) -> None:
        left = self.start.put("a", 200, "x", "left")
        right = self.start.put("b", 200, "x", "right")
        self.assertEqual({"x": "right"}, left.merge(right).values)
        self.assertEqual({"x": "right"}, right.merge(left).values)

    def test_a_late_clock_does_not_bring_back_what_had_lost(self) -> None:
        lost = LastWriterWinsMap().put("c", 500, "x", "lost")
        fast = LastWriterWinsMap().put("a", 1_000_000, "x", "fast clock")
        self.assertEqual({"x": "fast clock"}, lost.merge(fast).values)
        late = fast.put("b", 5, "x", "late clock")
        self.assertEqual({"x": "late clock"}, lost.merge(fast).merge(late).values)
        self.assertEqual({"x": "late clock"}, late.merge(lost).values)

    def test_an_old_message_does_not_bring_back_what_was_removed(self) -> None:
        removed = self.start.remove("x")
        self.assertEqual({}, removed.merge(self.start).values)
        self.assertEqual({}, self.start.merge(removed).values)

    def test_a_write_that_the_remover_did_not_see_stays(self) -> None:
        merged = self.start.remove("x").merge(self.start.put("b", 5, "x", "new"))
        self.assertEqual({"x": "new"}, merged.values)

    def test_copies_agree_in_whatever_order_they_hear_of_each_other(self) -> None:
        copies = [
            LastWriterWinsMap(),
            self.start,
            self.start.remove("x"),
            self.start.put("b", 100, "x", "b").put("b", 7, "y", "b"),
            LastWriterWinsMap().put("c", 100, "x", "c"),
        ]
        for x in copies:
            for y in copies:
                self.assertEqual(x.merge(y), y.merge(x))
                for z in copies:
                    self.assertEqual(x.merge(y).merge(z), x.merge(y.merge(z)))


if __name__ == "__main__":
    unittest.main()
