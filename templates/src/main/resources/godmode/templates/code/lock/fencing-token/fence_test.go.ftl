package fencingtoken

import (
	"errors"
	"path/filepath"
	"testing"
)

func open(t *testing.T, file string) *Fence {
	t.Helper()
	fence, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return fence
}

func TestAHolderThatWasPausedDoesNotWriteOverItsSuccessor(t *testing.T) {
	fence := open(t, filepath.Join(t.TempDir(), "token"))
	value := ""
	write := func(what string) func() error {
		return func() error {
			value = what
			return nil
		}
	}
	if err := fence.Pass(33, write("first")); err != nil {
		t.Fatal(err)
	}
	if err := fence.Pass(34, write("second")); err != nil {
		t.Fatal(err)
	}
	if err := fence.Pass(33, write("late")); !errors.Is(err, ErrStale) || value != "second" {
		t.Fatalf("%v, and the value is %s", err, value)
	}
	if err := fence.Pass(34, write("again")); err != nil || value != "again" {
		t.Fatalf("%v, and the value is %s", err, value)
	}
}

func TestATokenIsRememberedOverARestart(t *testing.T) {
	file := filepath.Join(t.TempDir(), "token")
	nothing := func() error { return nil }
	if err := open(t, file).Pass(34, nothing); err != nil {
		t.Fatal(err)
	}
	if err := open(t, file).Pass(33, nothing); !errors.Is(err, ErrStale) {
		t.Fatalf("an old token passed after a restart: %v", err)
	}
}

func TestATokenPassedBeforeAWriteThatFails(t *testing.T) {
	fence := open(t, filepath.Join(t.TempDir(), "token"))
	failure := errors.New("no")
	if err := fence.Pass(34, func() error { return failure }); err != failure {
		t.Fatal(err)
	}
	if err := fence.Pass(33, func() error { return nil }); !errors.Is(err, ErrStale) {
		t.Fatal(err)
	}
}
