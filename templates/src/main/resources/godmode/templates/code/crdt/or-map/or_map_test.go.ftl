package ormap

import (
	"reflect"
	"testing"
)

// articles only grow.
type articles map[string]bool

func (a articles) Merge(other articles) articles {
	merged := articles{}
	for _, each := range []articles{a, other} {
		for article := range each {
			merged[article] = true
		}
	}
	return merged
}

// carts are those of each customer.
type carts = Map[string, articles]

var start = with(carts{}, "a", "ann", "tea")

func with(all carts, replica, customer, article string) carts {
	return all.Put(replica, customer, all.Values()[customer].Merge(articles{article: true}))
}

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func annHas(t *testing.T, all carts, expected ...string) {
	t.Helper()
	values := map[string]articles{}
	for _, article := range expected {
		values["ann"] = values["ann"].Merge(articles{article: true})
	}
	equal(t, values, all.Values())
}

func TestBothSidesOfAPartitionKeepWhatTheyPutUnderOneKey(t *testing.T) {
	left, right := with(start, "a", "ann", "milk"), with(start, "b", "ann", "rum")
	annHas(t, left.Merge(right), "tea", "milk", "rum")
	annHas(t, right.Merge(left), "tea", "milk", "rum")
}

func TestAnOldMessageDoesNotBringBackWhatWasRemoved(t *testing.T) {
	removed := start.Remove("ann")
	annHas(t, removed.Merge(start))
	annHas(t, start.Merge(removed))
	annHas(t, start, "tea")
}

func TestAnUpdateThatTheRemoverDidNotSeeStays(t *testing.T) {
	removed, updated := start.Remove("ann"), with(start, "b", "ann", "rum")
	annHas(t, removed.Merge(updated), "tea", "rum")
	annHas(t, removed.Merge(updated).Remove("ann").Merge(updated))
}

func TestAKeyThatWasRemovedBeginsAnew(t *testing.T) {
	again := with(start.Remove("ann"), "a", "ann", "milk")
	annHas(t, again.Merge(start), "milk")
}

func TestRemovedKeysLeaveNothingBehind(t *testing.T) {
	all := start
	for i := 0; i < 1000; i++ {
		all = with(all, "a", "bob", "milk").Remove("bob")
	}
	equal(t, 1, len(all.Updates))
	equal(t, 1, len(all.Seen))
}

func TestCopiesAgreeInWhateverOrderTheyHearOfEachOther(t *testing.T) {
	copies := []carts{
		{},
		start,
		start.Remove("ann"),
		with(start, "b", "ann", "rum"),
		with(with(start, "c", "bob", "milk"), "c", "ann", "milk").Remove("ann"),
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
