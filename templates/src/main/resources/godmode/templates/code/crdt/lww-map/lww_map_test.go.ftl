package lwwmap

import (
	"reflect"
	"testing"
)

type texts = Map[string, string]

var start = texts{}.Put("a", 100, "x", "start")

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func shows(t *testing.T, value string, shown texts) {
	t.Helper()
	expected := map[string]string{}
	if value != "" {
		expected["x"] = value
	}
	equal(t, expected, shown.Values())
}

func TestOfConcurrentWritesAllReplicasShowTheSame(t *testing.T) {
	left, right := start.Put("a", 200, "x", "left"), start.Put("b", 200, "x", "right")
	for i := 0; i < 100; i++ { // a map of Go has another order each time
		shows(t, "right", left.Merge(right))
		shows(t, "right", right.Merge(left))
	}
}

func TestALateClockDoesNotBringBackWhatHadLost(t *testing.T) {
	lost := texts{}.Put("c", 500, "x", "lost")
	fast := texts{}.Put("a", 1_000_000, "x", "fast clock")
	shows(t, "fast clock", lost.Merge(fast))
	late := fast.Put("b", 5, "x", "late clock")
	shows(t, "late clock", lost.Merge(fast).Merge(late))
	shows(t, "late clock", late.Merge(lost))
}

func TestAnOldMessageDoesNotBringBackWhatWasRemoved(t *testing.T) {
	removed := start.Remove("x")
	shows(t, "", removed.Merge(start))
	shows(t, "", start.Merge(removed))
	shows(t, "start", start)
}

func TestAWriteThatTheRemoverDidNotSeeStays(t *testing.T) {
	shows(t, "new", start.Remove("x").Merge(start.Put("b", 5, "x", "new")))
}

func TestRemovedKeysLeaveNothingBehind(t *testing.T) {
	copied := start
	for i := 0; i < 1000; i++ {
		copied = copied.Put("a", 100, "x", "again").Remove("x")
	}
	equal(t, 0, len(copied.Writes))
	equal(t, 1, len(copied.Seen))
}

func TestCopiesAgreeInWhateverOrderTheyHearOfEachOther(t *testing.T) {
	copies := []texts{
		{},
		start,
		start.Remove("x"),
		start.Put("b", 100, "x", "b").Put("b", 7, "y", "b"),
		texts{}.Put("c", 100, "x", "c"),
	}
	for _, x := range copies {
		for _, y := range copies {
			equal(t, x.Merge(y), y.Merge(x))
			for _, z := range copies {
				equal(t, x.Merge(y).Merge(z), x.Merge(y.Merge(z)))
			}
		}
	}
}
