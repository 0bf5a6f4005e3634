package hybridclock

import "testing"

func TestAnEffectIsAfterItsCauseAlthoughItsClockIsLate(t *testing.T) {
	mine := newClock(500, func() int64 { return 1000 })
	cause := newClock(500, func() int64 { return 1200 }).Tick()
	received, err := mine.Receive(cause)
	if err != nil || !cause.Before(received) || !received.Before(mine.Tick()) {
		t.Fatalf("%v caused %v (%v)", cause, received, err)
	}
}

func TestAClockThatIsSetBackDoesNotSetEventsBack(t *testing.T) {
	now := int64(1000)
	clock := newClock(500, func() int64 { return now })
	early := clock.Tick()
	now = 400
	if late := clock.Tick(); !early.Before(late) {
		t.Fatalf("%v came after %v", late, early)
	}
	now = 5000
	if later := clock.Tick(); later != (Timestamp{5000, 0}) {
		t.Fatalf("%v is not the time of day", later)
	}
}

func TestOneBrokenClockDoesNotCarryAllOthersAlong(t *testing.T) {
	mine := newClock(500, func() int64 { return 1000 })
	if _, err := mine.Receive(Timestamp{9_000_000, 0}); err == nil {
		t.Fatal("a broken clock was followed")
	}
	if next := mine.Tick(); next.Millis != 1000 {
		t.Fatalf("%v is not the time of day", next)
	}
}
