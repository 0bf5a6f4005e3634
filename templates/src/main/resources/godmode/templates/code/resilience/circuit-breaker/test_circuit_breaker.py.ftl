import unittest

from circuit_breaker import CircuitBreaker, CircuitOpen, State


class CircuitBreakerTest(unittest.TestCase):
    def setUp(self) -> None:
        self.now = 0.0
        self.calls = 0
        self.breaker = CircuitBreaker(3, 10, lambda: self.now)

    def down(self) -> str:
        self.calls += 1
        raise OSError("down")

    def up(self) -> str:
        self.calls += 1
        return "up"

    def fails(self, times: int) -> None:
        for _ in range(times):
            self.assertRaises(OSError, self.breaker.call, self.down)

    def test_a_callee_that_is_down_is_left_alone_after_three_failures(self) -> None:
        self.fails(3)
        for _ in range(100):
            self.assertRaises(CircuitOpen, self.breaker.call, self.down)
        self.assertEqual(3, self.calls)

    def test_a_success_in_between_starts_the_count_anew(self) -> None:
        self.fails(2)
        self.breaker.call(self.up)
        self.fails(2)
        self.assertEqual("up", self.breaker.call(self.up))

    def test_after_a_while_one_call_tries_and_all_others_are_still_refused(self) -> None:
        self.fails(3)
        self.now += 10

        def back() -> str:
            self.assertRaises(CircuitOpen, self.breaker.call, self.up)
            return "back"

        self.assertEqual("back", self.breaker.call(back))
        self.assertIs(State.CLOSED, self.breaker.state)
        self.assertEqual("up", self.breaker.call(self.up))

    def test_a_try_that_fails_opens_for_another_while(self) -> None:
        self.fails(3)
        self.now += 10
        self.fails(1)
        self.now += 9
        self.assertRaises(CircuitOpen, self.breaker.call, self.up)

    def test_a_slow_call_from_before_does_not_close_what_opened_meanwhile(self) -> None:
        def late() -> str:
            self.fails(3)
            return "late"

        self.breaker.call(late)
        self.assertRaises(CircuitOpen, self.breaker.call, self.up)


if __name__ == "__main__":
    unittest.main()
