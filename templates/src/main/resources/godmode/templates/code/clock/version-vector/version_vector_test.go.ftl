package versionvector

import (
	"fmt"
	"reflect"
	"testing"
)

var start = Value[string]{}.Write("s1", nil, "start")

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func reads(t *testing.T, copied Value[string], expected ...string) {
	t.Helper()
	equal(t, expected, copied.Values())
}

func TestTwoClientsOfOneServerThatReadTheSameBothFindWhatTheyWrote(t *testing.T) {
	both := start.Write("s1", start.Context, "ann's").Write("s1", start.Context, "bob's")
	reads(t, both, "ann's", "bob's")
}

func TestBothSidesOfAPartitionKeepWhatTheyWrote(t *testing.T) {
	left := start.Write("s1", start.Context, "left")
	right := start.Write("s2", start.Context, "right")
	reads(t, left.Merge(right), "left", "right")
	reads(t, right.Merge(left), "left", "right")
}

func TestWhoeverHasReadBothDecides(t *testing.T) {
	left := start.Write("s1", start.Context, "left")
	both := left.Merge(start.Write("s2", start.Context, "right"))
	decided := both.Write("s2", both.Context, "decided")
	reads(t, decided, "decided")
	reads(t, both.Merge(decided), "decided")
}

func TestAClientThatReadsAndWritesAgainLeavesOneValue(t *testing.T) {
	copied := start
	for i := 0; i < 100; i++ {
		copied = copied.Write(fmt.Sprint("s", i%2), copied.Context, fmt.Sprint("value ", i))
	}
	reads(t, copied, "value 99")
	equal(t, 2, len(copied.Context))
}

func TestAnOldMessageDoesNotBringBackWhatWasReplaced(t *testing.T) {
	changed := start.Write("s2", start.Context, "changed")
	reads(t, changed.Merge(start), "changed")
	reads(t, start.Merge(changed), "changed")
	reads(t, start, "start")
}

func TestAServerThatIsBehindTakesAWriteThatIsAheadOfIt(t *testing.T) {
	changed := start.Write("s2", start.Context, "changed")
	behind := start.Write("s1", changed.Context, "ahead")
	reads(t, behind.Merge(changed), "ahead")
}

func TestCopiesAgreeInWhateverOrderTheyHearOfEachOther(t *testing.T) {
	left := start.Write("s1", start.Context, "left")
	right := start.Write("s2", nil, "right")
	copies := []Value[string]{{}, start, left, right, left.Merge(right)}
	for _, x := range copies {
		for _, y := range copies {
			equal(t, x.Merge(y), y.Merge(x))
			for _, z := range copies {
				equal(t, x.Merge(y).Merge(z), x.Merge(y.Merge(z)))
			}
		}
	}
}
