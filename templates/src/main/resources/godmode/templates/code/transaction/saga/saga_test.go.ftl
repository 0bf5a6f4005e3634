package saga

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// world is other systems: what they did, and how often they were asked. They know keys again.
type world struct {
	folder        string
	effects       map[string]bool
	calls         []string
	down          string
	losesItsReply string
	killAt        int
	moments       int
}

var (
	all     = map[string]bool{"reserve": true, "charge": true, "ship": true}
	nothing = map[string]bool{}
	// errKilled is panicked with: a process that is killed runs nothing more.
	errKilled = errors.New("killed")
)

func fresh(t *testing.T) *world {
	return &world{folder: t.TempDir(), effects: map[string]bool{}, killAt: math.MaxInt}
}

func (w *world) moment() {
	if w.moments++; w.moments == w.killAt {
		panic(errKilled)
	}
}

func (w *world) step(name string) Step {
	return Step{
		Name: name,
		Run: func(key string) error {
			w.moment()
			w.calls = append(w.calls, name)
			if w.down == name {
				return fmt.Errorf("%s is down", name)
			}
			w.effects[name] = true
			w.moment()
			if w.losesItsReply == name {
				return fmt.Errorf("no reply from %s", name)
			}
			return nil
		},
		Undo: func(key string) error {
			w.moment()
			w.calls = append(w.calls, "undo "+name)
			delete(w.effects, name)
			w.moment()
			return nil
		},
	}
}

// run is what a process does that has just started; errKilled where it is killed.
func (w *world) run() (end End, err error) {
	defer func() {
		if recovered := recover(); recovered == errKilled {
			err = errKilled
		} else if recovered != nil {
			panic(recovered)
		}
	}()
	saga, err := New(Folder(w.folder), w.step("reserve"), w.step("charge"), w.step("ship"))
	if err != nil {
		return NotEnded, err
	}
	return saga.Run("order-1")
}

func (w *world) ends(t *testing.T, expected End, effects map[string]bool) {
	t.Helper()
	end, err := w.run()
	if err != nil || end != expected {
		t.Fatalf("expected %v, and it ended with %v (%v)", expected, end, err)
	}
	equal(t, effects, w.effects)
}

func equal(t *testing.T, expected, actual any) {
	t.Helper()
	if !reflect.DeepEqual(expected, actual) {
		t.Fatalf("expected %v, and was %v", expected, actual)
	}
}

func TestAllStepsTakeEffect(t *testing.T) {
	fresh(t).ends(t, AllDone, all)
}

func TestAStepThatFailsUndoesThoseBeforeItLastOneFirst(t *testing.T) {
	w := fresh(t)
	w.down = "ship"
	w.ends(t, AllUndone, nothing)
	undone := []string{"undo ship", "undo charge", "undo reserve"}
	equal(t, append([]string{"reserve", "charge", "ship"}, undone...), w.calls)
}

func TestAStepThatTookEffectWithoutAReplyIsUndone(t *testing.T) {
	w := fresh(t)
	w.losesItsReply = "charge"
	w.ends(t, AllUndone, nothing)
}

func TestKilledAtAnyMomentItEndsWithAllOrNothing(t *testing.T) {
	kills := 0
	for _, failing := range []string{"", "charge", "ship"} {
		end, effects := AllUndone, nothing
		if failing == "" {
			end, effects = AllDone, all
		}
		for at := 1; at <= 12; at++ {
			w := fresh(t)
			w.down, w.killAt = failing, at
			if _, err := w.run(); err == errKilled {
				kills++
				if strings.Contains(strings.Join(w.calls, ","), "undo") {
					w.down = "" // what was down may be back, and it is too late
				}
				w.killAt = math.MaxInt
			}
			w.ends(t, end, effects)
		}
	}
	if kills <= 20 {
		t.Fatalf("%d kills", kills)
	}
}

func TestWhatIsDoneIsNotAskedForAgain(t *testing.T) {
	w := fresh(t)
	w.killAt = 5 // at the beginning of the third step
	_, err := w.run()
	equal(t, errKilled, err)
	w.ends(t, AllDone, all)
	equal(t, []string{"reserve", "charge", "ship"}, w.calls)
}

func TestHalfAnEntryFromACrashCountsForNothing(t *testing.T) {
	w := fresh(t)
	w.killAt = 3
	_, err := w.run()
	equal(t, errKilled, err)
	path := filepath.Join(w.folder, "order-1.saga")
	if err := os.WriteFile(path, []byte("done reserve\ndone charge"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.ends(t, AllDone, all)
	text, err := os.ReadFile(path)
	equal(t, nil, err)
	equal(t, "done reserve\ndone charge\ndone ship\n", string(text))
}

func TestASagaThatEndedDoesNothingWhenItIsRunAgain(t *testing.T) {
	w := fresh(t)
	w.down = "ship"
	w.ends(t, AllUndone, nothing)
	w.calls, w.down = nil, ""
	w.ends(t, AllUndone, nothing)
	equal(t, 0, len(w.calls))
}

func TestNamesThatAreNoFileNamesAreRefused(t *testing.T) {
	w := fresh(t)
	saga, err := New(Folder(w.folder), w.step("reserve"))
	equal(t, nil, err)
	if _, err := saga.Run("../order"); err == nil {
		t.Fatal("../order was taken")
	}
	if _, err := New(Folder(w.folder), w.step("reserve"), w.step("reserve")); err == nil {
		t.Fatal("two steps of one name were taken")
	}
}
