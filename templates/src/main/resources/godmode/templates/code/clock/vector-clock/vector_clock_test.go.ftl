package vectorclock

import "testing"

var sent = Clock{}.Tick("a").Tick("a")

func equal(t *testing.T, expected, actual Order) {
	t.Helper()
	if expected != actual {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func TestACauseIsBeforeItsEffect(t *testing.T) {
	received := Clock{}.Tick("b").Receive("b", sent)
	equal(t, Before, sent.Compare(received))
	equal(t, After, received.Compare(sent))
}

func TestEventsOnTwoSidesOfAPartitionAreConcurrent(t *testing.T) {
	left, right := sent.Tick("a"), Clock{}.Receive("b", sent)
	equal(t, Concurrent, left.Compare(right))
	equal(t, Concurrent, right.Compare(left))
}

func TestEventsOfOneProcessHaveAnOrder(t *testing.T) {
	equal(t, After, sent.Tick("a").Compare(sent))
	equal(t, Equal, sent.Compare(sent))
}
