package twophaseset

import (
	"reflect"
	"testing"
)

var start = Set[string]{}.Add("x")

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
	equal(t, true, start.Contains("x"))
}

func TestWhatWasRemovedOnOneSideCannotBeAddedOnTheOther(t *testing.T) {
	merged := start.Remove("x").Merge(start.Add("x").Add("y"))
	equal(t, false, merged.Contains("x"))
	equal(t, true, merged.Contains("y"))
	equal(t, false, merged.Add("x").Contains("x"))
}

func TestBothSidesOfAPartitionKeepWhatTheyAdded(t *testing.T) {
	merged := start.Add("left").Merge(start.Add("right"))
	for _, element := range []string{"x", "left", "right"} {
		equal(t, true, merged.Contains(element))
	}
}

func TestARemovalThatComesTooEarlyKeepsNothingOut(t *testing.T) {
	tooEarly := Set[string]{}.Remove("y")
	equal(t, true, tooEarly.Merge(start.Add("y")).Contains("y"))
}

func TestCopiesAgreeInWhateverOrderTheyHearOfEachOther(t *testing.T) {
	copies := []Set[string]{
		nil,
		start,
		start.Remove("x"),
		start.Add("y").Remove("y"),
		start.Add("z").Remove("x").Add("x"),
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
