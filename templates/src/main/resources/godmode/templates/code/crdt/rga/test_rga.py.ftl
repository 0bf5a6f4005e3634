import unittest

from rga import ReplicatedGrowableArray


def text(copy: ReplicatedGrowableArray) -> str:
    return "".join(copy.elements)


class ReplicatedGrowableArrayTest(unittest.TestCase):
    def setUp(self) -> None:
        self.start = ReplicatedGrowableArray().insert("a", 0, "abc")

    def test_both_sides_of_a_partition_keep_what_they_typed_and_in_one_piece(self) -> None:
        left = self.start.insert("a", 1, "123")
        right = self.start.insert("b", 1, "xyz")
        self.assertEqual("axyz123bc", text(left.merge(right)))
        self.assertEqual("axyz123bc", text(right.merge(left)))

    def test_what_is_inserted_between_two_stands_between_them(self) -> None:
        self.assertEqual("a1bc", text(self.start.insert("a", 1, "1")))
        self.assertEqual("a21bc", text(self.start.insert("b", 1, "1").insert("c", 1, "2")))
        self.assertEqual("0abc", text(self.start.insert("b", 0, "0")))

    def test_what_is_inserted_next_to_what_the_other_side_removes_stays(self) -> None:
        removed = self.start.remove(1, 1)
        typed = self.start.insert("b", 2, "xy")
        self.assertEqual("axyc", text(removed.merge(typed)))
        self.assertEqual("axyc", text(typed.merge(removed)))

    def test_an_old_message_does_not_bring_back_what_was_removed(self) -> None:
        removed = self.start.remove(1, 1)
        self.assertEqual("ac", text(removed.merge(self.start)))
        self.assertEqual("ac", text(self.start.merge(removed)))
        self.assertEqual("ac", text(removed.collect([removed]).merge(self.start)))

    def test_a_tombstone_that_one_replica_lacks_is_kept(self) -> None:
        removed = self.start.remove(2, 1)
        collected = removed.collect([removed, self.start])
        self.assertEqual("abx", text(collected.merge(self.start.insert("b", 3, "x"))))

    def test_what_is_not_removed_is_kept_even_without_copies(self) -> None:
        self.assertEqual("abc", text(self.start.collect([])))

    def test_tombstones_that_all_replicas_have_are_dropped(self) -> None:
        removed = self.start.insert("b", 3, "xyz").remove(1, 5)
        other = self.start.merge(removed)
        collected = removed.collect([removed, other])
        self.assertEqual(1, len(collected.rows))
        self.assertEqual("a", text(other.merge(collected)))
        self.assertEqual("a!", text(collected.insert("b", 1, "!").merge(other)))

    def test_copies_agree_in_whatever_order_they_hear_of_each_other(self) -> None:
        copies = [
            ReplicatedGrowableArray(),
            self.start,
            self.start.remove(0, 2),
            self.start.insert("b", 1, "x"),
            self.start.insert("c", 1, "y").remove(0, 1),
        ]
        for x in copies:
            for y in copies:
                self.assertEqual(x.merge(y), y.merge(x))
                for z in copies:
                    self.assertEqual(x.merge(y).merge(z), x.merge(y.merge(z)))


if __name__ == "__main__":
    unittest.main()
