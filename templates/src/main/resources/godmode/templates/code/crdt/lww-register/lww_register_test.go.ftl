package lwwregister

import "testing"

var fast = Register[string]{}.Write("fast", 1_000_000, "old")

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if expected != actual {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func TestAWriteBeatsWhatItsWriterSawAlthoughItsClockIsLate(t *testing.T) {
	changed := Register[string]{}.Merge(fast).Write("late", 5, "new")
	equal(t, "new", changed.Value)
	equal(t, "new", fast.Merge(changed).Value)
	equal(t, "new", changed.Merge(fast).Value)
}

func TestOfConcurrentWritesAllReplicasKeepTheSame(t *testing.T) {
	copies := []Register[string]{
		fast,
		Register[string]{}.Write("a", 7, "a"),
		Register[string]{}.Write("b", 7, "b"),
		Register[string]{}.Write("c", 8, "c"),
		{},
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

func TestAnOldMessageTakesNothingBack(t *testing.T) {
	newer := fast.Write("fast", 1_000_001, "newer")
	equal(t, "newer", newer.Merge(fast).Value)
}
