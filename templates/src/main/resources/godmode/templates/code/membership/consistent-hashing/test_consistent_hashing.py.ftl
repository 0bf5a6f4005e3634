import collections
import unittest

from consistent_hashing import ConsistentHashing

NODES = [f"node-{i}" for i in range(10)]
KEYS = [f"key-{i}" for i in range(2000)]


class ConsistentHashingTest(unittest.TestCase):
    def setUp(self) -> None:
        self.before = ConsistentHashing(NODES, 200)

    def test_a_node_that_goes_moves_no_keys_but_its_own(self) -> None:
        after = ConsistentHashing([node for node in NODES if node != "node-3"], 200)
        for key in KEYS:
            if self.before.node(key) != "node-3":
                self.assertEqual(self.before.node(key), after.node(key), key)

    def test_no_node_has_much_more_than_its_share(self) -> None:
        counts = collections.Counter(self.before.node(key) for key in KEYS)
        self.assertEqual(10, len(counts))
        self.assertLess(max(counts.values()), 300, counts)

    def test_the_loss_of_one_node_leaves_the_other_copies(self) -> None:
        for key in KEYS[:200]:
            self.assertEqual(3, len(set(self.before.nodes(key, 3))), key)

    def test_the_order_in_which_nodes_are_listed_does_not_matter(self) -> None:
        same = ConsistentHashing(reversed(NODES), 200)
        for key in KEYS[:200]:
            self.assertEqual(self.before.nodes(key, 3), same.nodes(key, 3))

    def test_more_copies_than_nodes_are_refused(self) -> None:
        self.assertRaises(ValueError, self.before.nodes, "key", 11)


if __name__ == "__main__":
    unittest.main()
