package leaselock

import (
	"errors"
	"testing"
	"time"
)

// users are two processes with one store and, in this test, one clock.
type users struct {
	*testing.T
	store         *between
	clock         time.Time
	first, second *Lock
}

// between runs something once between what one user loads and what it changes.
type between struct {
	Memory
	run func()
}

func (b *between) Swap(name string, loaded, next Lease) (bool, error) {
	if run := b.run; run != nil {
		b.run = nil
		run()
	}
	return b.Memory.Swap(name, loaded, next)
}

func start(t *testing.T) *users {
	u := &users{T: t, store: &between{}, clock: time.Unix(1000, 0)}
	u.first, u.second = u.lock(), u.lock()
	return u
}

func (u *users) lock() *Lock {
	now := func() time.Time { return u.clock }
	return newLock(u.store, "nightly", 30*time.Second, now)
}

func (u *users) pass(seconds int) {
	u.clock = u.clock.Add(time.Duration(seconds) * time.Second)
}

func (u *users) acquired(lock *Lock) int64 {
	u.Helper()
	token, isMine, err := lock.Acquire()
	if err != nil || !isMine {
		u.Fatalf("it was not acquired (%v)", err)
	}
	return token
}

func (u *users) refused(lock *Lock) {
	u.Helper()
	if token, isMine, err := lock.Acquire(); err != nil || isMine {
		u.Fatalf("it was acquired with token %d (%v)", token, err)
	}
}

func (u *users) renewed(expected bool, lock *Lock, token int64) {
	u.Helper()
	if isMine, err := lock.Renew(token); err != nil || isMine != expected {
		u.Fatalf("renewed: %v (%v)", isMine, err)
	}
}

func (u *users) released(lock *Lock, token int64) {
	u.Helper()
	if err := lock.Release(token); err != nil {
		u.Fatal(err)
	}
}

func TestWhileOneHoldsItNoOtherGetsIt(t *testing.T) {
	u := start(t)
	u.acquired(u.first)
	u.pass(29)
	u.refused(u.second)
}

func TestAHolderThatCrashedHoldsItNoLongerThanItsLease(t *testing.T) {
	u := start(t)
	u.acquired(u.first)
	u.pass(30)
	u.acquired(u.second)
}

func TestAHolderThatRenewsKeepsIt(t *testing.T) {
	u := start(t)
	token := u.acquired(u.first)
	u.pass(29)
	u.renewed(true, u.first, token)
	u.pass(29)
	u.refused(u.second)
}

func TestEachHolderHasAHigherToken(t *testing.T) {
	u := start(t)
	paused := u.acquired(u.first)
	u.pass(31)
	following := u.acquired(u.second)
	u.released(u.second, following)
	last := u.acquired(u.first)
	if following <= paused || last <= following {
		t.Fatalf("tokens %d, %d, %d", paused, following, last)
	}
}

func TestAHolderThatWasPausedTakesNothingFromTheNext(t *testing.T) {
	u := start(t)
	paused := u.acquired(u.first)
	u.pass(31)
	following := u.acquired(u.second)
	u.renewed(false, u.first, paused)
	u.released(u.first, paused)
	u.refused(u.lock())
	u.renewed(true, u.second, following)
}

func TestOfTwoWhoAskAtOnceOneGetsIt(t *testing.T) {
	u := start(t)
	u.store.run = func() { u.acquired(u.second) }
	u.refused(u.first)
}

func TestARenewalThatComesTooLateTakesNothingFromTheNext(t *testing.T) {
	u := start(t)
	token := u.acquired(u.first)
	u.store.run = func() {
		u.pass(31)
		u.acquired(u.second)
	}
	u.renewed(false, u.first, token)
}

// mute is a store that changes what it should, and whose reply is lost.
type mute struct{ Memory }

func (m *mute) Swap(name string, loaded, next Lease) (bool, error) {
	isChanged, _ := m.Memory.Swap(name, loaded, next)
	return isChanged, errors.New("no reply")
}

func TestWhereTheReplyOfTheStoreIsLostNobodyHoldsIt(t *testing.T) {
	lock := New(&mute{}, "nightly", time.Second)
	if _, isMine, err := lock.Acquire(); err == nil || isMine {
		t.Fatalf("acquired: %v (%v)", isMine, err)
	}
	if isMine, err := lock.Renew(1); err == nil || isMine {
		t.Fatalf("renewed: %v (%v)", isMine, err)
	}
}
