import unittest

from lww_register import LastWriterWinsRegister


class LastWriterWinsRegisterTest(unittest.TestCase):
    def setUp(self) -> None:
        self.fast = LastWriterWinsRegister().write("fast", 1_000_000, "old")

    def test_a_write_beats_what_its_writer_saw_although_its_clock_is_late(self) -> None:
        changed = LastWriterWinsRegister().merge(self.fast).write("late", 5, "new")
        self.assertEqual("new", changed.value)
        self.assertEqual("new", self.fast.merge(changed).value)
        self.assertEqual("new", changed.merge(self.fast).value)

    def test_of_concurrent_writes_all_replicas_keep_the_same(self) -> None:
        copies = [
            self.fast,
            LastWriterWinsRegister().write("a", 7, "a"),
            LastWriterWinsRegister().write("b", 7, "b"),
            LastWriterWinsRegister().write("c", 8, "c"),
            LastWriterWinsRegister(),
        ]
        for x in copies:
            for y in copies:
                self.assertEqual(x.merge(y), y.merge(x))
                for z in copies:
                    self.assertEqual(x.merge(y).merge(z), x.merge(y.merge(z)))

    def test_an_old_message_takes_nothing_back(self) -> None:
        newer = self.fast.write("fast", 1_000_001, "newer")
        self.assertEqual("newer", newer.merge(self.fast).value)


if __name__ == "__main__":
    unittest.main()
