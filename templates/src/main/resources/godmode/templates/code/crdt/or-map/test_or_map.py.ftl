import unittest

from or_map import ObservedRemoveMap


def with_article(
    carts: ObservedRemoveMap, replica: str, customer: str, article: str
) -> ObservedRemoveMap:
    """Carts: of each customer a set of articles that only grows."""
    cart = carts.values.get(customer, frozenset())
    return carts.update(replica, customer, cart | {article})


class ObservedRemoveMapTest(unittest.TestCase):
    def setUp(self) -> None:
        self.empty = ObservedRemoveMap(frozenset.union)
        self.start = with_article(self.empty, "a", "ann", "tea")

    def test_both_sides_of_a_partition_keep_what_they_put_under_one_key(self) -> None:
        left = with_article(self.start, "a", "ann", "milk")
        right = with_article(self.start, "b", "ann", "rum")
        self.assertEqual({"ann": {"tea", "milk", "rum"}}, left.merge(right).values)
        self.assertEqual({"ann": {"tea", "milk", "rum"}}, right.merge(left).values)

    def test_an_old_message_does_not_bring_back_what_was_removed(self) -> None:
        removed = self.start.remove("ann")
        self.assertEqual({}, removed.merge(self.start).values)
        self.assertEqual({}, self.start.merge(removed).values)

    def test_an_update_that_the_remover_did_not_see_stays(self) -> None:
        merged = self.start.remove("ann").merge(with_article(self.start, "b", "ann", "rum"))
        self.assertEqual({"ann": {"tea", "rum"}}, merged.values)

    def test_a_key_that_was_removed_begins_anew(self) -> None:
        again = with_article(self.start.remove("ann"), "a", "ann", "milk")
        self.assertEqual({"ann": {"milk"}}, again.merge(self.start).values)

    def test_copies_agree_in_whatever_order_they_hear_of_each_other(self) -> None:
        copies = [
            self.empty,
            self.start,
            self.start.remove("ann"),
            with_article(self.start, "b", "ann", "rum"),
            with_article(self.start, "c", "bob", "milk").remove("ann"),
        ]
        for x in copies:
            for y in copies:
                self.assertEqual(x.merge(y), y.merge(x))
                for z in copies:
                    self.assertEqual(x.merge(y).merge(z), x.merge(y.merge(z)))


if __name__ == "__main__":
    unittest.main()
