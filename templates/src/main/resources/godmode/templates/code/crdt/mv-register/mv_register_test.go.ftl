package mvregister

import (
	"reflect"
	"testing"
)

var start = Register[string]{}.Write("a", "x")

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func values(r Register[string]) map[string]bool {
	all := map[string]bool{}
	for _, value := range r.Writes {
		all[value] = true
	}
	return all
}

func TestConcurrentWritesStayUntilOneThatHasSeenThem(t *testing.T) {
	both := start.Write("a", "y").Merge(start.Write("b", "z"))
	equal(t, map[string]bool{"y": true, "z": true}, values(both))
	equal(t, map[string]bool{"w": true}, values(both.Write("b", "w")))
}

func TestAnOldMessageDoesNotBringBackWhatWasReplaced(t *testing.T) {
	later := start.Write("b", "y")
	equal(t, map[string]bool{"y": true}, values(later.Merge(start)))
	equal(t, map[string]bool{"y": true}, values(start.Merge(later)))
}

func TestCopiesAgreeInWhateverOrderTheyHearOfEachOther(t *testing.T) {
	copies := []Register[string]{
		start,
		start.Write("b", "y"),
		start.Write("a", "z"),
		start.Write("b", "y").Merge(start.Write("a", "z")).Write("c", "w"),
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
