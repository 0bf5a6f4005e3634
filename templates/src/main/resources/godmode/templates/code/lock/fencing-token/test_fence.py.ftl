import tempfile
import unittest
from pathlib import Path

from fence import Fence, StaleToken


class FenceTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name, "fence")
        self.fence = Fence(self.file)
        self.written: list[str] = []
        self.last_token = 32

    def lock(self) -> int:
        """A lock whose lease runs out: whoever asks next gets it, with a higher token."""
        self.last_token += 1
        return self.last_token

    def write(self, token: int, text: str) -> None:
        self.fence.write(token, lambda: self.written.append(text))

    def test_a_holder_that_was_paused_beyond_its_lease_writes_nothing(self) -> None:
        paused = self.lock()
        self.write(self.lock(), "next")
        self.assertRaises(StaleToken, self.write, paused, "paused")
        self.assertEqual(["next"], self.written)

    def test_a_holder_writes_as_often_as_it_likes(self) -> None:
        token = self.lock()
        self.write(token, "1")
        self.write(token, "2")
        self.assertEqual(["1", "2"], self.written)

    def test_a_restart_of_the_resource_lets_no_old_holder_in(self) -> None:
        paused = self.lock()
        self.write(self.lock(), "next")
        self.fence = Fence(self.file)
        self.assertRaises(StaleToken, self.write, paused, "paused")
        self.assertEqual(["next"], self.written)

    def test_a_write_that_fails_still_shuts_out_older_holders(self) -> None:
        paused, following = self.lock(), self.lock()

        def full() -> None:
            raise OSError("disk full")

        self.assertRaises(OSError, self.fence.write, following, full)
        self.assertRaises(StaleToken, self.write, paused, "paused")
        self.write(following, "again")
        self.assertEqual(["again"], self.written)


if __name__ == "__main__":
    unittest.main()
