package gset

import (
	"reflect"
	"testing"
)

var start = of("x")

func of(elements ...string) Set[string] {
	set := Set[string]{}
	for _, element := range elements {
		set = set.Add(element)
	}
	return set
}

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func TestBothSidesOfAPartitionKeepWhatTheyAdded(t *testing.T) {
	left, right := start.Add("left"), start.Add("right")
	equal(t, of("x", "left", "right"), left.Merge(right))
	equal(t, of("x", "left", "right"), right.Merge(left))
}

func TestAMessageThatArrivesLateOrTwiceChangesNothing(t *testing.T) {
	later := start.Add("y")
	equal(t, later, later.Merge(start).Merge(start))
	equal(t, of("x"), start)
}

func TestWhatIsNewIsEnoughToCatchUp(t *testing.T) {
	ahead, behind := start.Add("y").Add("z"), start.Add("own")
	equal(t, of("y", "z"), ahead.Without(behind))
	equal(t, of("x", "y", "z", "own"), behind.Merge(ahead.Without(behind)))
}

func TestCopiesAgreeInWhateverOrderTheyHearOfEachOther(t *testing.T) {
	copies := []Set[string]{nil, start, start.Add("y"), of("z")}
	for _, x := range copies {
		for _, y := range copies {
			equal(t, x.Merge(y), y.Merge(x))
			for _, z := range copies {
				equal(t, x.Merge(y).Merge(z), x.Merge(y.Merge(z)))
			}
		}
	}
}
