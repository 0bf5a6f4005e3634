package rga

import (
	"reflect"
	"strings"
	"testing"
)

type text = Array[string]

var start = insert(text{}, "a", 0, "abc")

func insert(copied text, replica string, index int, letters string) text {
	next, err := copied.Insert(replica, index, strings.Split(letters, "")...)
	if err != nil {
		panic(err)
	}
	return next
}

func remove(copied text, index, count int) text {
	next, err := copied.Remove(index, count)
	if err != nil {
		panic(err)
	}
	return next
}

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func reads(t *testing.T, expected string, copied text) {
	t.Helper()
	equal(t, expected, strings.Join(copied.Elements(), ""))
}

func TestBothSidesOfAPartitionKeepWhatTheyTypedAndInOnePiece(t *testing.T) {
	left, right := insert(start, "a", 1, "123"), insert(start, "b", 1, "xyz")
	for i := 0; i < 100; i++ { // a map of Go has another order each time
		reads(t, "axyz123bc", left.Merge(right))
		reads(t, "axyz123bc", right.Merge(left))
	}
}

func TestWhatIsInsertedBetweenTwoStandsBetweenThem(t *testing.T) {
	reads(t, "a1bc", insert(start, "a", 1, "1"))
	reads(t, "a21bc", insert(insert(start, "b", 1, "1"), "c", 1, "2"))
	reads(t, "0abc", insert(start, "b", 0, "0"))
}

func TestWhatIsInsertedNextToWhatTheOtherSideRemovesStaysInItsPlace(t *testing.T) {
	removed, typed := remove(start, 1, 1), insert(start, "b", 2, "xy")
	reads(t, "axyc", removed.Merge(typed))
	reads(t, "axyc", typed.Merge(removed))
}

func TestAnOldMessageDoesNotBringBackWhatWasRemoved(t *testing.T) {
	removed := remove(start, 1, 1)
	reads(t, "ac", removed.Merge(start))
	reads(t, "ac", start.Merge(removed))
	reads(t, "ac", removed.Collect(removed).Merge(start))
	reads(t, "abc", start)
}

func TestATombstoneThatOneReplicaLacksIsKept(t *testing.T) {
	removed := remove(start, 2, 1)
	collected := removed.Collect(removed, start)
	reads(t, "abx", collected.Merge(insert(start, "b", 3, "x")))
}

func TestTombstonesThatAllReplicasHaveAreDropped(t *testing.T) {
	removed := remove(insert(start, "b", 3, "xyz"), 1, 5)
	other := start.Merge(removed)
	collected := removed.Collect(removed, other)
	equal(t, 6, len(removed.Rows))
	equal(t, 1, len(collected.Rows))
	reads(t, "a", other.Merge(collected))
	reads(t, "a!", insert(collected, "b", 1, "!").Merge(other))
}

func TestALongTextIsNoDeepRecursion(t *testing.T) {
	letters := strings.Repeat("x", 10_000)
	reads(t, letters, insert(text{}, "a", 0, letters))
}

func TestCopiesAgreeInWhateverOrderTheyHearOfEachOther(t *testing.T) {
	copies := []text{
		{},
		start,
		remove(start, 0, 2),
		insert(start, "b", 1, "x"),
		remove(insert(start, "c", 1, "y"), 0, 1),
		remove(insert(insert(start, "b", 1, "x"), "b", 4, "z"), 2, 2),
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

func TestPlacesOutsideAreRefused(t *testing.T) {
	if _, err := start.Insert("a", 4, "x"); err == nil {
		t.Fatal("an insertion outside was taken")
	}
	if _, err := start.Remove(2, 2); err == nil {
		t.Fatal("a removal outside was taken")
	}
}
