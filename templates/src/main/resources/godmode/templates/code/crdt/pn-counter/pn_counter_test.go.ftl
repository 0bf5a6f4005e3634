package pncounter

import (
	"reflect"
	"testing"
)

var (
	a = Counter{}.Add("a", 5)
	b = Counter{}.Add("b", -2)
)

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func TestEveryChangeCounts(t *testing.T) {
	equal(t, 3, a.Merge(b).Value())
	equal(t, -1, a.Merge(b).Add("a", -4).Value())
}

func TestAMessageThatArrivesTwiceCountsOnce(t *testing.T) {
	equal(t, 3, a.Merge(b).Merge(b).Merge(a).Value())
}

func TestAnOldMessageDoesNotBringBackWhatWasTaken(t *testing.T) {
	later := a.Add("a", -4)
	equal(t, 1, later.Merge(a).Value())
	equal(t, 1, a.Merge(later).Value())
}

func TestCopiesAgreeInWhateverOrderTheyHearOfEachOther(t *testing.T) {
	copies := []Counter{a, b, a.Add("a", -9), a.Merge(b).Add("c", 7)}
	for _, x := range copies {
		for _, y := range copies {
			equal(t, x.Merge(y), y.Merge(x))
			for _, z := range copies {
				equal(t, x.Merge(y).Merge(z), x.Merge(y.Merge(z)))
			}
		}
	}
}
