package orset

import (
	"reflect"
	"testing"
)

var start = Set[string]{}.Add("a", "x")

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func TestAnOldMessageDoesNotBringBackWhatWasRemoved(t *testing.T) {
	removed := start.Remove("x")
	equal(t, false, removed.Merge(start).Contains("x"))
	equal(t, false, start.Merge(removed).Contains("x"))
}

func TestAnAdditionThatTheRemoverDidNotSeeStays(t *testing.T) {
	merged := start.Remove("x").Merge(start.Add("b", "x"))
	equal(t, true, merged.Contains("x"))
	equal(t, false, merged.Remove("x").Contains("x"))
}

func TestRemovedElementsLeaveNothingBehind(t *testing.T) {
	set := start
	for i := 0; i < 1000; i++ {
		set = set.Remove("x").Add("a", "x")
	}
	equal(t, 1, len(set.Additions))
	equal(t, 1, len(set.Seen))
}

func TestCopiesAgreeInWhateverOrderTheyHearOfEachOther(t *testing.T) {
	copies := []Set[string]{
		start,
		start.Remove("x"),
		start.Add("b", "x"),
		start.Add("b", "x").Add("b", "y").Remove("x"),
		start.Add("a", "z"),
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
