import unittest

from session_token import SessionToken


class Copy:
    """A store whose log grows at the leader and arrives at the others late."""

    def __init__(self) -> None:
        self.log: list[str] = []

    def last(self) -> str:
        return self.log[-1] if self.log else "nothing"

    def position(self) -> int:
        return len(self.log)


class SessionTokenTest(unittest.TestCase):
    def setUp(self) -> None:
        self.leader, self.near, self.far = Copy(), Copy(), Copy()

    def write(self, token: SessionToken, value: str) -> SessionToken:
        self.leader.log.append(value)
        return token.after(self.leader.position())

    def read(self, token: SessionToken) -> tuple[str, SessionToken]:
        return token.read([self.near, self.far], self.leader, Copy.position, Copy.last)

    def test_a_client_reads_what_it_wrote_although_no_replica_has_it_yet(self) -> None:
        token = self.write(SessionToken(), "mine")
        self.assertEqual("mine", self.read(token)[0])

    def test_a_replica_that_has_it_answers(self) -> None:
        token = self.write(SessionToken(), "mine")
        self.far.log = self.leader.log[:1]
        self.leader.log.append("somebody else's")
        self.assertEqual("mine", self.read(token)[0])

    def test_a_client_does_not_go_back_in_time(self) -> None:
        self.write(SessionToken(), "1")
        self.write(SessionToken(), "2")
        self.near.log = list(self.leader.log)
        value, token = self.read(SessionToken())
        self.near.log = []  # the next request reaches a replica that is behind
        self.assertEqual("2", value)
        self.assertEqual("2", self.read(token)[0])

    def test_an_answer_from_long_ago_takes_nothing_from_the_token(self) -> None:
        self.assertEqual(7, SessionToken(7).after(3).position)

    def test_tokens_travel_as_text_and_broken_ones_are_new(self) -> None:
        self.assertEqual(SessionToken(42), SessionToken.decoded(SessionToken(42).encoded()))
        self.assertEqual(SessionToken(), SessionToken.decoded("p1-99999999999999999999"))
        self.assertEqual(SessionToken(), SessionToken.decoded("rubbish"))


if __name__ == "__main__":
    unittest.main()
