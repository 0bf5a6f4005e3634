package gcounter

import (
	"reflect"
	"testing"
)

var (
	a = Counter{"a": 3}
	b = Counter{"b": 4}
)

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func TestEveryIncrementCounts(t *testing.T) {
	next, err := a.Merge(b).Increment("a", 2)
	equal(t, nil, err)
	equal(t, 9, next.Value())
	equal(t, 7, a.Merge(b).Value())
}

func TestAMessageThatArrivesTwiceOrLateChangesNothing(t *testing.T) {
	equal(t, 7, a.Merge(b).Merge(b).Merge(a).Value())
	later, _ := a.Increment("a", 2)
	equal(t, later, later.Merge(a))
}

func TestCopiesAgreeInWhateverOrderTheyHearOfEachOther(t *testing.T) {
	copies := []Counter{a, b, a.Merge(b).Merge(Counter{"c": 5})}
	for _, x := range copies {
		for _, y := range copies {
			equal(t, x.Merge(y), y.Merge(x))
			for _, z := range copies {
				equal(t, x.Merge(y).Merge(z), x.Merge(y.Merge(z)))
			}
		}
	}
}

func TestItOnlyGrows(t *testing.T) {
	if _, err := a.Increment("a", 0); err == nil {
		t.Fatal("an increment by 0 was taken")
	}
}
